package crawl

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tracuu/internal/archive"
)

func gzipped(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// faults is a site on which everything goes wrong, each fault linked from the
// start page, and one sound article behind them all.
func faults(t *testing.T) http.Handler {
	mux := http.NewServeMux()
	send := func(path, mediaType string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			w.Write(body) //nolint:errcheck // the client may have gone
		})
	}
	send("/{$}", "text/html", []byte(article("Trang đầu", "/gone", "/broken", "/forbidden", "/loop-a", "/round", "/deep/0", "/endless",
		"/huge", "/short", "/reset", "/empty", "/picture", "/saved-gzip", "/bomb", "/zipped-wrong", "/sent-gzip", "/out", "/noloc", "/sound", "/latin")))
	send("/sound", "text/html; charset=utf-8", []byte(article("Bài viết nguyên vẹn")))
	send("/empty", "text/html", nil)
	send("/picture", "text/html", []byte("\x89PNG\r\n\x1a\n0000"))
	send("/saved-gzip", "text/html", gzipped(t, article("Trang lưu dạng gzip")))
	send("/latin", "text/html", []byte("<p>\xff\xfe\x00 kh\xf4ng ph\x00i UTF-8"))
	encoded := func(path string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(body) //nolint:errcheck // the client may have gone
		})
	}
	encoded("/sent-gzip", gzipped(t, article("Trang nén khi gửi")))
	encoded("/bomb", gzipped(t, strings.Repeat("0", 8<<20)))
	encoded("/zipped-wrong", []byte("không phải gzip"))
	mux.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "lỗi", http.StatusInternalServerError) })
	mux.HandleFunc("/forbidden", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "cấm", http.StatusForbidden) })
	redirect := func(path, to string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
	}
	redirect("/loop-a", "/loop-b")
	redirect("/loop-b", "/loop-a")
	redirect("/round", "/round?utm_source=1") // the same resource under our rules
	redirect("/out", "http://other.invalid/")
	mux.HandleFunc("/noloc", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) })
	mux.HandleFunc("/deep/{n}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/deep/"+r.PathValue("n")+"0", http.StatusFound)
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprint(w, "<p>nữa</p>") //nolint:errcheck // the client goes
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	})
	mux.HandleFunc("/huge", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", fmt.Sprint(int64(2<<30)))
		block := bytes.Repeat([]byte("x"), 64<<10)
		for r.Context().Err() == nil {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "mới một đoạn") //nolint:errcheck // cut on purpose
	})
	mux.HandleFunc("/reset", func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			_ = c.Close()
		}
	})
	return mux
}

func TestFaultsFailAloneWithAReason(t *testing.T) {
	r := newRig(t, faults(t))
	r.opts.Limits = Limits{Size: 1 << 20, Idle: 2 * time.Second, Time: 700 * time.Millisecond}
	sum := r.mustCrawl("/")

	reasons := r.reasons()
	for path, want := range map[string]string{
		"/gone": "404", "/broken": "500", "/forbidden": "403",
		"/round": "chính nó", "/noloc": "chuyển hướng", "/deep/0" + strings.Repeat("0", 19): "quá nhiều lần",
		"/endless": "thời gian", "/huge": "giới hạn 1 MB", "/short": "ngắt giữa chừng", "/reset": "không nhận được",
		"/bomb": "nén", "/zipped-wrong": "nén", "/latin": "không phải",
	} {
		if !strings.Contains(reasons[path], want) {
			t.Errorf("%s: reason %q does not tell %q", path, reasons[path], want)
		}
		delete(reasons, path)
	}
	if len(reasons) > 0 {
		t.Errorf("failed too: %v", reasons)
	}
	for _, path := range []string{"/", "/sound", "/saved-gzip", "/sent-gzip"} {
		a, err := r.store.Article(t.Context(), articleID(r, path))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if !strings.Contains(a.Text, "52/KH-UBND") {
			t.Errorf("%s: text %q", path, a.Text)
		}
	}
	if sum.Queued != 0 || sum.Stopped || len(sum.Parked) > 0 {
		t.Errorf("left: %+v", sum)
	}
	if n := r.times("/broken"); n != r.opts.Attempts {
		t.Errorf("/broken was asked for %d times", n)
	}
	if n := r.times("/gone"); n != 1 {
		t.Errorf("/gone was asked for %d times", n)
	}
	r.verifyArchive()
}

func TestCutResponsesAreArchivedAsTruncated(t *testing.T) {
	r := newRig(t, faults(t))
	r.opts.Limits = Limits{Size: 100 << 10, Idle: 2 * time.Second, Time: 500 * time.Millisecond}
	r.mustCrawl("/huge", "/endless")
	files, err := archive.Files(r.dir + "/archive")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range files {
		for rec, err := range archive.Scan(t.Context(), f) {
			if err != nil {
				t.Fatal(err)
			}
			if rec.Type() == "response" && rec.Truncated() != "" {
				got[strings.TrimPrefix(rec.URL(), r.site.URL)] = rec.Truncated()
			}
		}
	}
	if got["/huge"] != archive.TruncatedLength || got["/endless"] != archive.TruncatedTime {
		t.Errorf("truncated: %v", got)
	}
}

func TestSilentServerIsLeftInTime(t *testing.T) {
	r := newRig(t, http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) { <-req.Context().Done() }))
	r.opts.Limits.Idle, r.opts.Attempts = 100*time.Millisecond, 1
	r.mustCrawl("/")
	if why := r.reasons()["/"]; !strings.Contains(why, "không trả lời kịp") {
		t.Errorf("reason %q", why)
	}
}

func TestDeadHost(t *testing.T) {
	r := newRig(t, pages{})
	dead := httptest.NewServer(http.NotFoundHandler())
	a := mustAddress(t, dead.URL+"/")
	dead.Close()
	r.opts.Opened[a.Host] = true
	sum, err := New(r.parts(), r.opts, []Seed{{Name: a.Key, Starts: []Address{a}}}).Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if why := r.reasons()[a.URL]; sum.Failed != 1 || !strings.Contains(why, "từ chối kết nối") {
		t.Errorf("failed %d, reason %q", sum.Failed, why)
	}

	// When it is back, the same command collects it.
	l, err := net.Listen("tcp", a.Host)
	if err != nil {
		t.Skipf("the port was taken meanwhile: %v", err)
	}
	back := httptest.NewUnstartedServer(pages{"/": article("Đã trở lại")})
	back.Listener = l
	back.Start()
	t.Cleanup(back.Close)
	sum, err = New(r.parts(), r.opts, []Seed{{Name: a.Key, Starts: []Address{a}}}).Run(t.Context())
	if err != nil || sum.Failed != 0 || sum.Pages != 1 {
		t.Errorf("after it came back: %+v, %v", sum.Stats, err)
	}
}

func TestPrivateAddressIsRefused(t *testing.T) {
	r := newRig(t, pages{"/": article("Trang nội bộ")})
	r.opts.Opened = map[string]bool{}
	r.mustCrawl("/")
	if why := r.reasons()["/"]; !strings.Contains(why, "--allow-private") {
		t.Errorf("reason %q", why)
	}
	if len(r.asked) > 0 {
		t.Errorf("the server was asked for %v", r.asked)
	}
}
