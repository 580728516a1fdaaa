package crawler_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/command/crawler"
	"tracuu/internal/health"
	"tracuu/internal/store/sqlite"
)

// asProgram makes the test binary run as the crawler, so that tests can kill
// a real process.
const asProgram = "TRACUU_TEST_AS_CRAWLER"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(crawler.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

type result struct {
	status      int
	out, errors string
}

func (r result) lastLine() string {
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	return lines[len(lines)-1]
}

func run(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	status := crawler.Run(t.Context(), args, strings.NewReader(""), &out, &errs)
	return result{status, out.String(), errs.String()}
}

// district serves n articles linked from a list, and one broken link.
func district(n int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		var i int
		switch _, err := fmt.Sscanf(r.URL.Path, "/tin/%d.html", &i); {
		case r.URL.Path == "/":
			fmt.Fprint(w, "<h1>Tin tức</h1><a href='/hong'>hỏng</a>") //nolint:errcheck // the client may have gone
			for i := range n {
				fmt.Fprintf(w, "<p><a href='/tin/%d.html'>bài %d</a></p>", i, i) //nolint:errcheck // as above
			}
		case err == nil && i < n:
			fmt.Fprintf(w, "<h1>Việc số %d</h1><p>UBND huyện An Phú Đông ban hành Kế hoạch số %d/KH-UBND ngày 18/3/2022 về việc phát triển kinh tế, văn hóa và xã hội trên địa bàn huyện trong năm.</p>", i, 100+i) //nolint:errcheck // as above
		default:
			http.NotFound(w, r)
		}
	})
}

func serve(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL + "/"
}

func TestCrawlStatusReextractVerify(t *testing.T) {
	site, dir := serve(t, district(12)), t.TempDir()
	first := run(t, "crawl", site, "--data", dir, "--allow-private")
	if first.status != 0 || !strings.HasPrefix(first.lastLine(), "pages 13 articles ") || !strings.HasSuffix(first.lastLine(), " failures 1") {
		t.Fatalf("crawl: %+v", first)
	}
	if !strings.Contains(first.errors, "/hong") || !strings.Contains(first.errors, "404") {
		t.Errorf("the broken link is not told: %s", first.errors)
	}
	again := run(t, "crawl", site, "--data", dir, "--allow-private")
	if again.status != 0 || again.lastLine() != first.lastLine() {
		t.Errorf("crawl again: %+v", again)
	}
	status := run(t, "status", "--data", dir)
	if status.status != 0 || status.lastLine() != first.lastLine() || !strings.Contains(status.out, "/hong") {
		t.Errorf("status: %+v", status)
	}
	told := run(t, "status", "--data", dir, "--json")
	var report struct {
		Portals  []health.Portal
		Failures []struct{ URL, Reason string }
	}
	if err := json.Unmarshal([]byte(told.out), &report); err != nil || len(report.Portals) != 1 || len(report.Failures) != 1 {
		t.Fatalf("status --json: %v\n%s", err, told.out)
	}
	if p := report.Portals[0]; p.Runs != 2 || p.Success.IsZero() || *p.Shares[0].Now != 1 || len(p.Alarms) != 0 {
		t.Errorf("health: %+v", p)
	}
	if !strings.Contains(status.out, "đọc được lần cuối") || !strings.Contains(status.out, "100 %") {
		t.Errorf("status shows no health: %s", status.out)
	}
	reextract := run(t, "reextract", "--data", dir)
	if reextract.status != 0 || !strings.Contains(reextract.out, "13 trang, kho dữ liệu có 0 thay đổi") {
		t.Errorf("reextract: %+v", reextract)
	}
	verify := run(t, "archive", "verify", "--data", dir)
	if verify.status != 0 || !strings.Contains(verify.out, "0 chỗ không khớp") {
		t.Errorf("verify: %+v", verify)
	}
	all, one := run(t, "archive", "list", "--data", dir), run(t, "archive", "list", site, "--data", dir)
	if len(strings.Split(all.out, "\n")) < 14 || one.status != 0 || strings.Count(one.out, "\n") != 1 || !strings.Contains(all.out, one.out) {
		t.Errorf("list of all: %+v\nof one: %+v", all, one)
	}
	name := filepath.Join(t.TempDir(), "trang.wacz")
	if got := run(t, "archive", "export", site, "-o", name, "--data", dir); got.status != 0 || !strings.Contains(got.out, "1 bản chụp") {
		t.Errorf("export: %+v", got)
	}
	if got := run(t, "archive", "verify", name); got.status != 0 || !strings.Contains(got.out, "3 bản ghi, 1 bản chụp") {
		t.Errorf("verify the export: %+v", got)
	}
	if got := run(t, "archive", "export", site, "-o", name, "--data", dir); got.status != 1 {
		t.Errorf("a file that is there was overwritten: %+v", got)
	}
	if got := run(t, "archive", "list", site+"khong-co", "--data", dir); got.status != 1 || !strings.Contains(got.errors, "không có bản chụp") {
		t.Errorf("list of nothing: %+v", got)
	}
}

func TestPortalsCheck(t *testing.T) {
	got := run(t, "portals", "check")
	if got.status != 0 || !strings.Contains(got.out, "sharepoint-lacviet") || strings.Contains(got.out, "SAI") {
		t.Errorf("%+v", got)
	}
}

func TestPlan(t *testing.T) {
	site := serve(t, district(3))
	plan := run(t, "plan", site, "--allow-private", "--delay", "2s")
	if plan.status != 0 || !strings.Contains(plan.out, "địa chỉ đầu") || !strings.HasPrefix(plan.lastLine(), "ít nhất 1 yêu cầu, cách nhau 2s") {
		t.Errorf("%+v", plan)
	}
	told := run(t, "plan", site, "--allow-private", "--json")
	if told.status != 0 || !json.Valid([]byte(told.out)) || !strings.Contains(told.out, `"kind": "seed"`) {
		t.Errorf("%+v", told)
	}
}

func TestDeadStartsSayWhatToDo(t *testing.T) {
	site := serve(t, district(1))
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
	file := filepath.Join(t.TempDir(), "a-file")
	if err := os.WriteFile(file, []byte("crawl:\n  dely: 1s\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"no target", []string{"crawl"}, []string{"--help"}},
		{"unknown command", []string{"crwal"}, []string{"crwal"}},
		{"unknown portal", []string{"crawl", "krong-no"}, []string{"krong-no", "krongno", "sotaichinh"}},
		{"address without scheme", []string{"crawl", "krongno.daknong.gov.vn"}, []string{"https://krongno.daknong.gov.vn"}},
		{"another scheme", []string{"crawl", "ftp://a.gov.vn/"}, []string{"http"}},
		{"private without leave", []string{"crawl", site, "--data", t.TempDir()}, []string{"--allow-private"}},
		{"locked folder", []string{"crawl", site, "--allow-private", "--data", locked}, []string{locked, "--data"}},
		{"folder is a file", []string{"crawl", site, "--allow-private", "--data", file}, []string{file}},
		{"unknown config key", []string{"crawl", site, "--allow-private", "--config", file}, []string{"crawl.dely", "crawl.delay", file}},
		{"status of nothing", []string{"status", "--data", t.TempDir()}, []string{"crawler crawl"}},
		{"no such file to extract", []string{"extract", "no-such-file.html"}, []string{"no-such-file.html"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := run(t, tt.args...)
			if got.status != 1 || got.out != "" {
				t.Errorf("status %d, output %q", got.status, got.out)
			}
			for _, w := range tt.want {
				if !strings.Contains(got.errors, w) {
					t.Errorf("%q does not say %q", got.errors, w)
				}
			}
		})
	}
}

func TestHelpAndConfigDump(t *testing.T) {
	help := run(t, "crawl", "--help")
	for _, w := range []string{"--allow-private", "--delay", "--data", "--config", "TRACUU_CRAWL_DELAY"} {
		if !strings.Contains(help.out, w) {
			t.Errorf("help does not name %s", w)
		}
	}
	if help.status != 0 || help.errors != "" {
		t.Errorf("help: %d, %s", help.status, help.errors)
	}
	dump := run(t, "config", "dump", "--delay", "3s")
	if dump.status != 0 || !strings.Contains(dump.out, "delay: 3s # dòng lệnh") {
		t.Errorf("dump: %+v", dump)
	}
	if v := run(t, "--version"); v.status != 0 || !strings.Contains(v.out, crawler.Version) {
		t.Errorf("version: %+v", v)
	}
}

func TestImportRegister(t *testing.T) {
	dir, name := t.TempDir(), filepath.Join(t.TempDir(), "so.csv")
	const table = "Số ký hiệu,Ngày ban hành,Trích yếu\n52/KH-UBND,18/03/2022,Đô thị\n,18/03/2022,Không số\n"
	if err := os.WriteFile(name, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, told := range []string{"2 dòng, 1 dòng mới, 0 dòng trùng, 1 dòng không nhận", "2 dòng, 0 dòng mới, 1 dòng trùng, 1 dòng không nhận"} {
		got := run(t, "import", "--register", name, "--place", "tỉnh Đồng Nam", "--data", dir)
		if got.status != 0 || !strings.Contains(got.out, told) || got.lastLine() != "pages 0 articles 0 documents 1 failures 0" {
			t.Errorf("import: %+v, want %q", got, told)
		}
		if !strings.Contains(got.errors, "dòng 3: ô số ký hiệu trống") {
			t.Errorf("the bad row is not told: %s", got.errors)
		}
	}
	if got := run(t, "reextract", "--data", dir); got.status != 0 || got.errors != "" {
		t.Errorf("reextract: %+v", got)
	}
	if got := run(t, "archive", "verify", "--data", dir); got.status != 0 || !strings.Contains(got.out, "0 chỗ không khớp") {
		t.Errorf("verify: %+v", got)
	}
}
