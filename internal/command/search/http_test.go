package search_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// problem is what the tests read of one.
type problem struct {
	Status int
	Title  string
}

// fetch asks a running service and undoes nothing.
func fetch(t *testing.T, s started, method, path string, header ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, "http://"+s.address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	c := http.Client{Transport: &http.Transport{DisableCompression: true, DisableKeepAlives: true}}
	response, err := c.Do(r)
	if err != nil {
		t.Fatalf("%s %.60s: %v", method, path, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, body
}

func TestServedAnswers(t *testing.T) {
	s := start(t, "serve", "--data", folder(t), "--listen", "127.0.0.1:0", "--search-refresh", "20ms", "--search-origins", "https://vidu.vn")
	defer s.stop()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if w, _ := fetch(t, s, http.MethodGet, "/readyz"); w.StatusCode == http.StatusOK {
			break // pages stay the same once the index has caught up
		}
	}
	for _, path := range []string{"/api/v1/coverage", "/api/v1/openapi.json", "/api", "/", "/tim?q=rac", "/static/tracuu.css"} {
		plain, body := fetch(t, s, http.MethodGet, path)
		tag := plain.Header.Get("ETag")
		if plain.StatusCode != http.StatusOK || tag == "" || plain.Header.Get("X-Request-Id") == "" || plain.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %d %v", path, plain.StatusCode, plain.Header)
		}
		if again, rest := fetch(t, s, http.MethodGet, path, "If-None-Match", tag); again.StatusCode != http.StatusNotModified || len(rest) > 0 {
			t.Errorf("%s again: %d with %d bytes", path, again.StatusCode, len(rest))
		}
		if head, rest := fetch(t, s, http.MethodHead, path); head.StatusCode != http.StatusOK || len(rest) > 0 || head.Header.Get("ETag") != tag {
			t.Errorf("HEAD %s: %d with %d bytes, %v", path, head.StatusCode, len(rest), head.Header)
		}
		packed, small := fetch(t, s, http.MethodGet, path, "Accept-Encoding", "gzip")
		if len(body) < 1<<10 {
			continue
		}
		r, err := gzip.NewReader(strings.NewReader(string(small)))
		if err != nil || packed.Header.Get("Content-Encoding") != "gzip" {
			t.Errorf("%s: not gzip: %v %v", path, packed.Header, err)
			continue
		}
		if back, err := io.ReadAll(r); err != nil || string(back) != string(body) {
			t.Errorf("%s: %d bytes come out of gzip, %d went in: %v", path, len(back), len(body), err)
		}
	}
	if w, _ := fetch(t, s, http.MethodGet, "/api/v1/coverage", "Origin", "https://vidu.vn"); w.Header.Get("Access-Control-Allow-Origin") != "https://vidu.vn" {
		t.Errorf("an origin of the options: %v", w.Header)
	}
}

// TestHugeQuestions sends what must end at once: 4xx in our words, never 5xx.
func TestHugeQuestions(t *testing.T) {
	s := start(t, "serve", "--data", folder(t), "--listen", "127.0.0.1:0", "--search-refresh", "20ms")
	defer s.stop()
	for name, query := range map[string]string{
		"a megabyte":          strings.Repeat("a", 1<<20),
		"a megabyte, escaped": strings.Repeat("%E1%BA%BF", 1<<20/3),
		"parentheses":         strings.Repeat("(", 10_000),
		"an expression":       strings.Repeat("(a*)*", 2_000),
	} {
		for _, path := range []string{"/api/v1/search?q=", "/api/v1/lookup?q=", "/tim?q="} {
			began := time.Now()
			w, body := fetch(t, s, http.MethodGet, path+query)
			if w.StatusCode >= 500 || time.Since(began) > 10*time.Second {
				t.Errorf("%s at %s: %d in %s", name, path, w.StatusCode, time.Since(began))
			}
			var p problem
			if long := len(query) > 16<<10; long && w.StatusCode != http.StatusRequestURITooLong {
				t.Errorf("%s at %s: %d", name, path, w.StatusCode)
			} else if long && strings.HasPrefix(path, "/api/") && (json.Unmarshal(body, &p) != nil || p.Status != w.StatusCode) {
				t.Errorf("%s at %s is no problem: %.200s", name, path, body)
			}
		}
	}
}
