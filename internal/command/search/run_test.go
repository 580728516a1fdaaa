package search_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	command "tracuu/internal/command/search"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

var update = flag.Bool("update", false, "write golden files")

func TestMain(m *testing.M) {
	// The workers of the index library live as long as the process.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker"))
}

// run starts the program and returns its exit status and what it printed.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, problems bytes.Buffer
	code = command.Run(t.Context(), args, strings.NewReader(""), &out, &problems)
	return code, out.String(), problems.String()
}

func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	searchtest.Fill(t, dir)
	return dir
}

func TestQueryPrints(t *testing.T) {
	dir := folder(t)
	tests := []struct{ name, command, text string }{
		{"number", "query", "613 kh ubnd"},
		{"words", "query", "rac thai nhua"},
		{"lookup", "lookup", "kế hoạch số 52 năm 2022 phước điền"},
		{"near", "lookup", "qd 52 2021"},
		{"nothing", "query", "zzzqqq"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, out, problems := run(t, append([]string{tt.command, "--data", dir}, strings.Fields(tt.text)...)...)
			if code != 0 {
				t.Fatalf("exit %d: %s", code, problems)
			}
			golden := filepath.Join("testdata", tt.name+".golden")
			got := "$ " + tt.text + "\n" + problems + "\n" + out
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTitleStandsAloneOnTheFirstLine(t *testing.T) {
	_, out, _ := run(t, "query", "--data", folder(t), "họp giao ban")
	first, _, _ := strings.Cut(out, "\n")
	if first != searchtest.HostileTitle {
		t.Errorf("first line %q", first)
	}
}

func TestProblemsSayWhatToDo(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	dir := folder(t)
	empty := t.TempDir()
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"no store", []string{"query", "--data", empty, "a"}, []string{empty, "chưa có kho", "crawler crawl", "--data"}},
		{"no folder", []string{"serve", "--listen", "127.0.0.1:0", "--data", filepath.Join(empty, "none")}, []string{"none", "crawler crawl"}},
		{"busy port", []string{"serve", "--data", dir, "--listen", taken.Addr().String()}, []string{taken.Addr().String(), "--listen"}},
		{"busy port before the demo crawls", []string{"demo", "--data", filepath.Join(empty, "demo"), "--listen", taken.Addr().String()}, []string{"--listen"}},
		{"bad limit", []string{"query", "--data", dir, "--limit", "0x", "a"}, []string{"--limit"}},
		{"limit out of range", []string{"query", "--data", dir, "--limit", "1000", "a"}, []string{"limit", "1 đến 100"}},
		{"unknown command", []string{"serch"}, []string{"search --help"}},
		{"nothing asked", []string{"query", "--data", dir}, []string{"search --help"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, _, problems := run(t, tt.args...)
			if code != 1 {
				t.Errorf("exit %d", code)
			}
			for _, w := range tt.want {
				if !strings.Contains(problems, w) {
					t.Errorf("%q does not say %q", problems, w)
				}
			}
		})
	}
}

func TestHelpAndConfig(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"serve", "--help"}, {"--version"}, {"config", "dump"}, {"completion", "bash"}} {
		if code, out, problems := run(t, args...); code != 0 || out == "" || problems != "" {
			t.Errorf("%q: exit %d, %q, %q", args, code, out, problems)
		}
	}
}

// started is a running `serve`.
type started struct {
	address string
	stop    func() (code int, problems string)
}

func start(t *testing.T, args ...string) started {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	var problems bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		code := command.Run(ctx, args, strings.NewReader(""), in, &problems)
		_ = in.Close() // a pipe's Close never fails
		ended <- code
	}()
	var said strings.Builder
	address := regexp.MustCompile(`http://(\S+)/ \(Ctrl-C`)
	buffer := make([]byte, 4096)
	for !address.MatchString(said.String()) {
		n, err := out.Read(buffer)
		said.Write(buffer[:n])
		if err != nil {
			t.Fatalf("it ended: %s%s", said.String(), problems.String())
		}
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return started{address.FindStringSubmatch(said.String())[1], func() (int, string) {
		cancel()
		return <-ended, problems.String()
	}}
}

// ask returns the status and body of an address of the service.
func (s started) ask(t *testing.T, method, path string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, "http://"+s.address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := resp.Body.Close(); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestServe(t *testing.T) {
	dir := folder(t)
	s := start(t, "serve", "--data", dir, "--listen", "127.0.0.1:0", "--search-refresh", "20ms")
	deadline := time.Now().Add(20 * time.Second)
	for {
		if code, body := s.ask(t, http.MethodGet, "/readyz"); code == http.StatusOK {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("not ready: %s", body)
		}
		time.Sleep(20 * time.Millisecond)
	}
	for path, want := range map[string]string{
		"/": "tracuu", "/tim?q=613+kh+ubnd": searchtest.WasteTitle, "/api/v1/search?q=rac+thai": "rác thải nhựa",
		"/none": "Không có trang này", "/api/none": `"status":404`, "/healthz": "ok",
	} {
		if _, body := s.ask(t, http.MethodGet, path); !strings.Contains(body, want) {
			t.Errorf("%s lacks %q", path, want)
		}
	}
	if code, body := s.ask(t, http.MethodHead, "/"); code != http.StatusOK || body != "" {
		t.Errorf("HEAD: %d with %d bytes", code, len(body))
	}
	if code, _ := s.ask(t, http.MethodGet, "/tim?q="+strings.Repeat("a", 200_000)); code != http.StatusRequestURITooLong {
		t.Errorf("a query of 200 KB: %d", code)
	}
	if code, _, problems := run(t, "query", "--data", dir, "rác"); code != 1 || !strings.Contains(problems, "search serve") {
		t.Errorf("beside a running serve: exit %d, %q", code, problems)
	}
	if code, problems := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, problems)
	}
}

func TestDemo(t *testing.T) {
	if testing.Short() {
		t.Skip("crawls the sample portals")
	}
	dir := filepath.Join(t.TempDir(), "demo")
	for range 2 { // the second time everything is there already
		code, out, problems := run(t, "demo", "--once", "--data", dir)
		if code != 0 {
			t.Fatalf("exit %d: %s%s", code, out, problems)
		}
		if strings.Count(out, "══") != 6 {
			t.Errorf("not three look-ups:\n%s", out)
		}
	}
}

func TestAnswersForPrograms(t *testing.T) {
	dir := folder(t)
	for _, command := range []string{"query", "lookup"} {
		code, out, problems := run(t, command, "--json", "--data", dir, "613 kh ubnd")
		var answer search.Answer
		if err := json.Unmarshal([]byte(out), &answer); err != nil || code != 0 || problems != "" || len(answer.Lookups) != 1 {
			t.Errorf("%s: exit %d, %v, %s%s", command, code, err, out, problems)
		}
	}
}
