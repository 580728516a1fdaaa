package browser

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"tracuu/internal/require"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// guarded dials the open hosts alone, as the crawler's dialer does, and notes
// what else was asked for.
type guarded struct {
	open    map[string]bool
	mu      sync.Mutex
	refused map[string]bool
}

func (g *guarded) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if !g.open[address] {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.refused[address] = true
		return nil, errors.New("private")
	}
	return (&net.Dialer{}).DialContext(ctx, network, address)
}

func newBrowser(t *testing.T, site *httptest.Server, size int64, limit time.Duration) (*Browser, *guarded) {
	t.Helper()
	g := &guarded{open: map[string]bool{strings.TrimPrefix(site.URL, "http://"): true}, refused: map[string]bool{}}
	b := New(Options{Program: require.Chromium(t), Agent: "tracuu/test", Dial: g.dial, Size: size, Time: limit})
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b, g
}

func serve(t *testing.T, pages map[string]string) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if strings.HasSuffix(r.URL.Path, ".json") {
			w.Header().Set("Content-Type", "application/json")
		} else {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		fmt.Fprint(w, strings.ReplaceAll(body, "AGENT", r.UserAgent()))
	}))
	t.Cleanup(s.Close)
	return s
}

func TestScriptsMakeThePage(t *testing.T) {
	site := serve(t, map[string]string{
		"/": `<html><body><div id=tin></div><script>alert('chào');
			fetch('/tin.json').then(r => r.json()).then(all => setTimeout(() => all.forEach(b => {
				const p = document.createElement('p'); p.textContent = b.ten; document.getElementById('tin').append(p) }), 300))</script></body></html>`,
		"/tin.json": `[{"ten":"Kế hoạch số 52/KH-UBND"},{"ten":"AGENT"}]`,
		"/di":       `<script>location.href = '/'</script>`,
	})
	b, _ := newBrowser(t, site, 1<<20, 60*time.Second)
	for _, path := range []string{"/", "/di"} {
		page, err := b.Render(t.Context(), site.URL+path)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"<p>Kế hoạch số 52/KH-UBND</p>", "<p>tracuu/test</p>", "<!DOCTYPE html>"} {
			if !strings.Contains(string(page.HTML), want) {
				t.Errorf("%s lacks %q:\n%s", path, want, page.HTML)
			}
		}
		if page.URL != site.URL+"/" || page.Bytes < 100 || !strings.Contains(page.Browser, "/") {
			t.Errorf("%s: %s, %d bytes, by %s", path, page.URL, page.Bytes, page.Browser)
		}
	}
}

// TestNothingIsAskedAroundTheGuard is a page that tries to reach what the
// crawler may not: another port of this machine by every way that a page has,
// and the networks of clouds.
func TestNothingIsAskedAroundTheGuard(t *testing.T) {
	var reached atomic.Int32
	secret := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		reached.Add(1)
		w.Header().Set("Access-Control-Allow-Origin", "*")
		fmt.Fprint(w, "bí mật")
	}))
	defer secret.Close()
	inside := strings.TrimPrefix(secret.URL, "http://")
	port := inside[strings.LastIndex(inside, ":"):]
	site := serve(t, map[string]string{"/": fmt.Sprintf(`<html><body>xong
		<iframe src="http://%[1]s/khung"></iframe><iframe src="http://localhost%[2]s/"></iframe><iframe src="http://169.254.169.254/latest/"></iframe>
		<script src="http://%[1]s/a.js"></script><link rel=stylesheet href="http://[::1]%[2]s/a.css"><link rel=preconnect href="http://%[1]s">
		<form id=f action="http://%[1]s/gui" method=post target=k></form><iframe name=k></iframe><iframe src="file:///etc/passwd"></iframe>
		<script>
		fetch('http://%[1]s/lay').then(r => r.text()).then(t => document.body.append(t));
		fetch('http://2130706433%[2]s/so').catch(() => {}); navigator.sendBeacon('http://%[1]s/bao', 'x');
		new WebSocket('ws://%[1]s/ws'); new EventSource('http://%[1]s/dong'); document.getElementById('f').submit();
		new RTCPeerConnection({iceServers: [{urls: 'stun:%[1]s'}]}).createDataChannel('x');
		window.open('http://%[1]s/cua-so');
		</script></body></html>`, inside, port)})
	b, g := newBrowser(t, site, 1<<20, 60*time.Second)
	page, err := b.Render(t.Context(), site.URL+"/")
	if err != nil || !strings.Contains(string(page.HTML), "xong") {
		t.Fatalf("%v\n%s", err, page.HTML)
	}
	if n := reached.Load(); n != 0 || strings.Contains(string(page.HTML), "bí mật") {
		t.Errorf("the page reached what the crawler may not, %d times", n)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.refused[inside] || !g.refused["169.254.169.254:80"] {
		t.Errorf("asked through the guard: %v", g.refused)
	}
}

func TestPagesAreBounded(t *testing.T) {
	var endless http.HandlerFunc = func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/dung":
			fmt.Fprint(w, "<p>đứng</p><script>for (;;) {}</script>")
		case "/lon":
			fmt.Fprint(w, "<script>document.body = document.createElement('body'); document.body.textContent = 'x'.repeat(3 << 20)</script>")
		case "/tai":
			fmt.Fprint(w, "<p>tải</p><script>(async () => { for (;;) await fetch('/nhieu').then(r => r.text()) })()</script>")
		case "/nhieu":
			fmt.Fprint(w, strings.Repeat("y", 100_000))
		default:
			fmt.Fprint(w, "<p>bình thường</p>")
		}
	}
	site := httptest.NewServer(endless)
	defer site.Close()
	b, _ := newBrowser(t, site, 1<<20, 8*time.Second)
	for path, why := range map[string]string{"/dung": "chưa xong", "/lon": "dài hơn 1 MB", "/tai": ""} {
		began := time.Now()
		page, err := b.Render(t.Context(), site.URL+path)
		if why != "" && (err == nil || !strings.Contains(err.Error(), why)) {
			t.Errorf("%s: %v", path, err)
		}
		if took := time.Since(began); took > 40*time.Second || page.Bytes > 3<<20 {
			t.Errorf("%s took %v and %d bytes", path, took, page.Bytes)
		}
		if page, err := b.Render(t.Context(), site.URL+"/"); err != nil || !strings.Contains(string(page.HTML), "bình thường") {
			t.Errorf("the page after %s: %v", path, err)
		}
	}
}

func TestAbsentProgram(t *testing.T) {
	b := New(Options{Program: t.TempDir() + "/khong-co", Time: 5 * time.Second})
	if _, err := b.Render(t.Context(), "http://a.vn/"); err == nil || !strings.Contains(err.Error(), "mở trình duyệt") {
		t.Error(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}
