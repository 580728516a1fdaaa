package search_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/data"
	"tracuu/internal/doctor"
	"tracuu/internal/sample"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/store/sqlite"
)

// eventually asks until the answer holds want, and returns it.
func (s started) eventually(t *testing.T, path, want string) string {
	t.Helper()
	for end := time.Now().Add(60 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		_, body := s.ask(t, http.MethodGet, path)
		if strings.Contains(body, want) {
			return body
		}
		if time.Now().After(end) {
			t.Fatalf("%s never said %q: %s", path, want, body)
		}
	}
}

func samplePortal(t *testing.T) string {
	t.Helper()
	portals, err := sample.New(data.Sample())
	if err != nil {
		t.Fatal(err)
	}
	site := httptest.NewServer(portals.Portals()[0])
	t.Cleanup(site.Close)
	return site.URL + "/"
}

func TestServeCollects(t *testing.T) {
	if testing.Short() {
		t.Skip("crawls a sample portal")
	}
	dir, site := filepath.Join(t.TempDir(), "kho"), samplePortal(t)
	args := []string{"serve", "--collect", "--data", dir, "--listen", "127.0.0.1:0", "--search-refresh", "20ms", "--allow-private"}
	s := start(t, append(args, "--collect-portals", site)...)
	s.eventually(t, "/api/v1/search?q=thanh+toan+khong+dung+tien+mat", `"article_id"`)
	if code, _, problems := run(t, append(args, "--collect-portals", site)...); code != 1 || !strings.Contains(problems, "một crawler khác") {
		t.Errorf("a second one beside it: exit %d, %q", code, problems)
	}
	s.eventually(t, "/metrics", "tracuu_portal_run_articles")
	if code, problems := s.stop(); code != 0 {
		t.Fatalf("exit %d: %s", code, problems)
	}
	code, out, problems := run(t, "doctor", "--json", "--data", dir)
	var findings []doctor.Finding
	if err := json.Unmarshal([]byte(out), &findings); err != nil || code != 0 || !doctor.Healthy(findings) || len(findings) < 9 {
		t.Errorf("doctor: exit %d, %v, %s%s", code, err, out, problems)
	}
	again := start(t, args...) // the portals of the run before
	again.eventually(t, "/api/v1/search?q=thanh+toan+khong+dung+tien+mat", `"article_id"`)
	if code, problems := again.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, problems)
	}
}

func TestDoctorSaysWhatToDo(t *testing.T) {
	code, out, problems := run(t, "doctor", "--data", t.TempDir())
	if code != 1 || !strings.Contains(out, "LỖI") || !strings.Contains(out, "→ hãy thu thập trước") || !strings.Contains(problems, "LỖI") {
		t.Errorf("exit %d\n%s%s", code, out, problems)
	}
	file := filepath.Join(t.TempDir(), "tracuu.yaml")
	if err := os.WriteFile(file, []byte("serch:\n  listen: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := run(t, "doctor", "--config", file); code != 1 || !strings.Contains(out, "serch.listen") {
		t.Errorf("bad configuration: exit %d\n%s", code, out)
	}
}

func TestServeCollectSaysWhatIsMissing(t *testing.T) {
	locked := t.TempDir()
	holder, err := sqlite.Open(t.Context(), locked, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := holder.Close(); err != nil {
			t.Error(err)
		}
	})
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"nothing to collect", []string{"--data", t.TempDir()}, []string{"--collect-portals", "krongno"}},
		{"a crawler is at work", []string{"--data", locked, "--collect-portals=krongno"}, []string{locked, "--collect"}},
		{"unknown portal ends the pages too", []string{"--data", t.TempDir(), "--collect-portals=krong-no"}, []string{"krong-no", "dừng cùng"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, _, problems := run(t, append([]string{"serve", "--collect", "--listen", "127.0.0.1:0"}, tt.args...)...)
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

func TestMetricsAndLog(t *testing.T) {
	s := start(t, "serve", "--data", folder(t), "--listen", "127.0.0.1:0", "--search-refresh", "20ms", "--log-level", "info", "--log-format", "json")
	s.eventually(t, "/api/v1/search?q=rac+thai", searchtest.WasteTitle)
	s.ask(t, http.MethodGet, "/wp-login.php")
	seen := s.eventually(t, "/metrics", "tracuu_index_lag 0")
	for _, want := range []string{
		`route="/api/v1/search"`, `route="none"`, `tracuu_question_duration_seconds_count{kind="search"}`,
		`tracuu_store_records{kind="document"} 3`, "process_resident_memory_bytes", "go_goroutines",
	} {
		if !strings.Contains(seen, want) {
			t.Errorf("/metrics lacks %s", want)
		}
	}
	if strings.Contains(seen, "wp-login") {
		t.Error("a path from outside is a label")
	}
	code, log := s.stop()
	if code != 0 {
		t.Fatalf("exit %d: %s", code, log)
	}
	requests := 0
	for line := range strings.Lines(log) {
		var entry struct{ Msg, Path, ID string }
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatalf("not JSON: %s", line)
		}
		if entry.Msg == "request" && entry.ID != "" {
			requests++
		}
	}
	if requests < 2 || strings.Contains(log, "rac+thai") || strings.Contains(log, "/metrics") {
		t.Errorf("%d requests in the log:\n%s", requests, log)
	}
}

func TestMetricsOnAListenerOfTheirOwn(t *testing.T) {
	address := freeAddress(t)
	s := start(t, "serve", "--data", folder(t), "--listen", "127.0.0.1:0", "--metrics-listen", address)
	if code, _ := s.ask(t, http.MethodGet, "/metrics"); code != http.StatusNotFound {
		t.Errorf("/metrics beside the pages: %d", code)
	}
	own := started{address: address}
	own.eventually(t, "/metrics", "tracuu_store_sequence")
	if code, problems := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, problems)
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(nil)
	defer s.Close()
	return s.Listener.Addr().String()
}

// TestBadQuestionsAreAnswered holds that no question fails the service.
func TestBadQuestionsAreAnswered(t *testing.T) {
	s := start(t, "serve", "--data", folder(t), "--listen", "127.0.0.1:0", "--search-refresh", "20ms")
	s.eventually(t, "/api/v1/search?q=rac+thai", searchtest.WasteTitle)
	questions := []string{
		strings.Repeat("(", 10_000), strings.Repeat("%22a%22+", 3000), "%00", "%ff%fe", ".*%2B%3F[a-z]{1,999}(%3F:x)*",
		"'%20OR%201=1--", "<script>", strings.Repeat("a%CC%81", 5000), strings.Repeat("52/KH-UBND+", 2000),
	}
	for _, path := range []string{"/tim?q=%s", "/api/v1/search?q=%s", "/api/v1/lookup?q=%s", "/api/v1/search?q=a&limit=%s", "/api/v1/search?q=a&portal=%s"} {
		for _, q := range questions {
			if code, body := s.ask(t, http.MethodGet, fmt.Sprintf(path, q)); code >= 500 {
				t.Errorf("%s with %.30q: %d %s", path, q, code, body)
			}
		}
	}
	if code, problems := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, problems)
	}
}
