package crawl

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"tracuu/internal/store"
)

// raw answers with bytes of its own making until they end or the client goes.
func raw(t *testing.T, head string, more func() []byte, reset bool) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer c.Close()
		_, err = c.Write([]byte(head))
		for err == nil && more != nil {
			_, err = c.Write(more())
		}
		if tcp, ok := c.(*net.TCPConn); ok && reset {
			_ = tcp.SetLinger(0) // closing sends RST
		}
	}
}

func slowly(text string) func() []byte {
	i := 0
	return func() []byte {
		time.Sleep(20 * time.Millisecond)
		i++
		return []byte{text[i%len(text)]}
	}
}

func packed(t *testing.T, coding string, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if coding == "zstd" {
		w, err := zstd.NewWriter(&b)
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		return w.EncodeAll(body, nil)
	}
	w := brotli.NewWriter(&b)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hostile is a site that means harm, each harm linked from the first page.
func hostile(t *testing.T) *http.ServeMux {
	mux := http.NewServeMux()
	page := func(path, coding string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if coding != "" {
				w.Header().Set("Content-Encoding", coding)
			}
			w.Write(body) //nolint:errcheck // the client may have gone
		})
	}
	sound := article("Bài viết nguyên vẹn")
	bomb := bytes.Repeat([]byte("0"), 64<<20)
	page("/{$}", "", []byte(article("Trang đầu", "/slow-head", "/slow-body", "/rst", "/longer", "/chunks", "/zstd-bomb", "/br-bomb",
		"/twice", "/deep", "/not-utf8", "/wall", "/zstd", "/br", "/sound")))
	page("/sound", "", []byte(sound))
	page("/zstd", "zstd", packed(t, "zstd", []byte(sound)))
	page("/br", "br", packed(t, "br", []byte(sound)))
	page("/zstd-bomb", "zstd", packed(t, "zstd", bomb))
	page("/br-bomb", "br", packed(t, "br", bomb))
	page("/twice", "gzip, gzip, gzip, gzip", gzipped(t, "x"))
	page("/deep", "", []byte(strings.Repeat("<div>", 100_000)+sound))
	page("/not-utf8", "", []byte("<h1>Tin\xff\xfe</h1><p>Kế hoạch số 52/KH-UBND ngày 18/3/2022 \xc3\x28\xf0\x28\x8c\xbc</p>"))
	const ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	mux.Handle("/slow-head", raw(t, "HTTP/1.1 200 OK\r\nX: ", slowly("a"), false))
	mux.Handle("/slow-body", raw(t, ok+"\r\n", slowly("<p>chậm"), false))
	mux.Handle("/rst", raw(t, ok+"Content-Length: 1000\r\n\r\n<p>nửa", nil, true))
	mux.Handle("/longer", raw(t, ok+"Content-Length: 200\r\n\r\n"+sound+strings.Repeat("thừa ", 5), nil, false))
	mux.Handle("/chunks", raw(t, ok+"Transfer-Encoding: chunked\r\n\r\n", func() []byte {
		return []byte("1000\r\n" + strings.Repeat("x", 0x1000) + "\r\n")
	}, false))
	mux.HandleFunc("/wall", func(w http.ResponseWriter, r *http.Request) { // gives no page without its cookie
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		http.Redirect(w, r, "/wall", http.StatusFound)
	})
	return mux
}

// TestHostileSiteIsSurvived: each harm takes bounded time and memory and leaves
// a reason, and what is sound behind them all is collected.
func TestHostileSiteIsSurvived(t *testing.T) {
	r := newRig(t, hostile(t))
	r.opts.Attempts = 1
	r.opts.Limits = Limits{Size: 1 << 20, Idle: 300 * time.Millisecond, Time: 600 * time.Millisecond}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	sum := r.mustCrawl("/")
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	reasons := r.reasons()
	for path, want := range map[string]string{
		"/slow-head": "kịp", "/slow-body": "thời gian", "/rst": "ngắt giữa chừng", "/chunks": "giới hạn 1 MB",
		"/zstd-bomb": "quá giới hạn", "/br-bomb": "quá giới hạn", "/twice": "4 lớp", "/wall": "chính nó",
	} {
		if !strings.Contains(reasons[path], want) {
			t.Errorf("%s: reason %q does not tell %q", path, reasons[path], want)
		}
		delete(reasons, path)
	}
	delete(reasons, "/deep") // either way, but with a reason
	if len(reasons) > 0 || sum.Queued > 0 {
		t.Errorf("failed too: %v; queued %d", reasons, sum.Queued)
	}
	for _, path := range []string{"/sound", "/zstd", "/br", "/not-utf8"} {
		a, err := r.store.Article(t.Context(), articleID(r, path))
		if err != nil || !strings.Contains(a.Text, "52/KH-UBND") {
			t.Errorf("%s: %v", path, err)
		}
	}
	if grown := int64(after.Sys) - int64(before.Sys); took > 15*time.Second || grown > 200<<20 {
		t.Errorf("took %v and %d MB", took, grown>>20)
	}
	r.verifyArchive()
}

// TestRedirectsIntoPrivateNetworks: neither by number nor by name does a site
// lead us to machines that are not its own.
func TestRedirectsIntoPrivateNetworks(t *testing.T) {
	inner := newRig(t, pages{"/": article("Trang nội bộ"), "/van-ban.pdf": "%PDF bí mật"})
	port := inner.address("/").Host[strings.LastIndex(inner.address("/").Host, ":"):]
	targets := []string{
		"http://127.0.0.1" + port + "/", "http://localhost" + port + "/", "http://[::1]" + port + "/", "http://0x7f000001" + port + "/",
		"http://2130706433" + port + "/", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "gopher://127.0.0.1/",
	}
	var links []string
	mux := http.NewServeMux()
	for i, to := range targets {
		for _, ending := range []string{"", ".pdf"} { // pages and files
			path := fmt.Sprintf("/chuyen-%d%s", i, ending)
			links = append(links, path)
			mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) })
		}
	}
	mux.Handle("/{$}", pages{"/": article("Trang đầu", append(links, targets...)...)})
	r := newRig(t, mux)
	sum := r.mustCrawl("/")
	if len(inner.asked) > 0 || sum.Queued > 0 {
		t.Errorf("the inner server was asked for %v; queued %d", inner.asked, sum.Queued)
	}
	// The same by a page whose scope holds the private host: the dial refuses.
	a := inner.address("/")
	c := New(r.parts(), r.opts, []Seed{{Name: a.Key, Starts: []Address{a}}})
	if _, err := c.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(inner.asked) > 0 {
		t.Errorf("a private host that nobody opened was asked for %v", inner.asked)
	}
}

func TestHugeRobotsIsReadInPart(t *testing.T) {
	rules := "User-agent: *\nDisallow: /rieng\n" + strings.Repeat("Disallow: /x\n", 800_000)
	var sent int
	site := pages{"/": article("Trang đầu", "/rieng", "/chung"), "/chung": article("Chung")}
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.URL.Path != "/robots.txt" {
			site.ServeHTTP(w, req)
			return
		}
		sent, _ = w.Write([]byte(rules)) // the client stops reading
	}))
	r.opts.Limits.Size = 64 << 20
	sum := r.mustCrawl("/")
	if sum.Pages != 2 || sum.Closed != 1 || r.times("/rieng") > 0 {
		t.Errorf("%+v", sum.Stats)
	}
	if sum.Bytes > 2*maxRobots || sent == len(rules) {
		t.Errorf("received %d bytes", sum.Bytes)
	}
}

func TestUnchangedPageIsAskedForByItsValidators(t *testing.T) {
	var conditions []string
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.URL.Path != "/" {
			http.NotFound(w, req)
			return
		}
		conditions = append(conditions, req.Header.Get("If-None-Match"))
		w.Header().Set("ETag", `"1"`)
		if req.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, article("Trang đầu")) //nolint:errcheck // test server
	}))
	first := r.mustCrawl("/")
	a := r.address("/")
	again := store.Link{Key: a.Key, URL: a.URL, Host: a.Host, Seed: a.Key, Kind: store.TaskPage, Round: 1}
	if n, err := r.store.Enqueue(t.Context(), time.Now(), again); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	sum := r.mustCrawl("/")
	if len(conditions) != 2 || conditions[1] != `"1"` || sum.Failed > 0 || sum.Sequence != first.Sequence {
		t.Errorf("conditions %q, %+v", conditions, sum.Stats)
	}
}
