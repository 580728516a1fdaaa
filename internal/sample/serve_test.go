package sample_test

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/temoto/robotstxt"
	"golang.org/x/text/unicode/norm"

	"tracuu/data"
	"tracuu/internal/sample"
)

func portalByID(t testing.TB, id string) *sample.Portal {
	t.Helper()
	for _, p := range load(t).Portals() {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no portal %s", id)
	return nil
}

func TestAnswers(t *testing.T) {
	tests := map[string]struct {
		portal, target string
		status         int
		mediaType      string
		location       string
	}{
		"home":                 {"sample-tan-khe", "/", 200, "text/html; charset=utf-8", ""},
		"list":                 {"sample-tan-khe", "/chi-dao-dieu-hanh/", 200, "text/html; charset=utf-8", ""},
		"list by path":         {"sample-tan-khe", "/chi-dao-dieu-hanh/page/2/", 200, "text/html; charset=utf-8", ""},
		"list by query":        {"sample-phuoc-dien", "/van-ban-dieu-hanh/?trang=2", 200, "text/html; charset=utf-8", ""},
		"unknown query":        {"sample-phuoc-dien", "/van-ban-dieu-hanh/?phien=17", 200, "text/html; charset=utf-8", ""},
		"folder, no slash":     {"sample-tan-khe", "/thong-bao", 301, "text/html; charset=utf-8", "/thong-bao/"},
		"robots":               {"sample-tan-khe", "/robots.txt", 200, "text/plain; charset=utf-8", ""},
		"pdf, upper case":      {"sample-tan-khe", "/SiteAssets/VanBan/Ke-hoach-61-nong-thon-moi.PDF", 200, "application/pdf", ""},
		"broken link":          {"sample-tan-khe", "/ket-qua-hoi-thao-nguoi-cao-tuoi/", 404, "text/html; charset=utf-8", ""},
		"name of the 404":      {"sample-tan-khe", "/404", 404, "text/html; charset=utf-8", ""},
		"closed, but served":   {"sample-tan-khe", "/noi-bo/", 200, "text/html; charset=utf-8", ""},
		"page that is no page": {"sample-phuoc-dien", "/tin-tuc/?trang=99", 200, "text/html; charset=utf-8", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := get(t, portalByID(t, tt.portal), tt.target)
			if w.Code != tt.status || w.Header().Get("Content-Type") != tt.mediaType || w.Header().Get("Location") != tt.location {
				t.Errorf("GET %s: %d %q to %q, want %d %q to %q", tt.target,
					w.Code, w.Header().Get("Content-Type"), w.Header().Get("Location"), tt.status, tt.mediaType, tt.location)
			}
		})
	}
}

func TestOnlyGetAndHead(t *testing.T) {
	p := portalByID(t, "sample-tan-khe")
	w := httptest.NewRecorder()
	p.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", strings.NewReader("a=b")))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d, want 405", w.Code)
	}
	for _, target := range []string{"/", "/khong-co/"} {
		w := httptest.NewRecorder()
		p.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodHead, target, nil))
		if w.Body.Len() != 0 {
			t.Errorf("HEAD %s: a body of %d bytes", target, w.Body.Len())
		}
	}
}

func TestAPageThatIsKnownIsNotSentAgain(t *testing.T) {
	p := portalByID(t, "sample-phuoc-dien")
	a := p.Public()[0]
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, a.Path, nil)
	r.Header.Set("If-None-Match", get(t, p, a.Path).Header().Get("ETag"))
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified {
		t.Errorf("status %d, want 304", w.Code)
	}
}

func TestTheSameSampleGivesTheSameBytes(t *testing.T) {
	first, second := load(t), load(t)
	for i, p := range first.Portals() {
		for _, a := range p.Articles {
			one, two := get(t, p, a.Path), get(t, second.Portals()[i], a.Path)
			if !bytes.Equal(one.Body.Bytes(), two.Body.Bytes()) || one.Header().Get("ETag") != two.Header().Get("ETag") {
				t.Errorf("%s%s differs from one reading to the next", p.ID, a.Path)
			}
		}
	}
}

func TestQuirks(t *testing.T) {
	seen := map[sample.Quirk]int{}
	for _, p := range load(t).Portals() {
		for _, a := range p.Articles {
			body := get(t, p, a.Path).Body.Bytes()
			has := map[sample.Quirk]bool{
				sample.QuirkNFD:       !norm.NFC.IsNormal(body) && norm.NFD.IsNormal(body),
				sample.QuirkGzip:      bytes.HasPrefix(body, []byte{0x1f, 0x8b}),
				sample.QuirkInvisible: bytes.Contains(body, []byte("67/\u200bKH-\u00adUBND")),
			}
			for q, is := range has {
				if is != slices.Contains(a.Quirks, q) {
					t.Errorf("%s: quirk %s is %v on the page", a.Slug, q, is)
				}
				if is {
					seen[q]++
				}
			}
		}
	}
	if len(seen) != 3 {
		t.Errorf("quirks in use: %v, want all three", seen)
	}
}

func TestAttachmentsAreSmallAndWhatTheySay(t *testing.T) {
	magic := map[string]string{".pdf": "%PDF-", ".docx": "PK\x03\x04", ".xlsx": "PK\x03\x04"}
	count := map[string]int{}
	err := fs.WalkDir(data.Sample(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.Contains(name, "/files/") {
			return err
		}
		raw, err := fs.ReadFile(data.Sample(), name)
		if err != nil {
			return err
		}
		ext := strings.ToLower(name[strings.LastIndex(name, "."):])
		count[ext]++
		if !bytes.HasPrefix(raw, []byte(magic[ext])) || magic[ext] == "" || len(raw) > 60<<10 {
			t.Errorf("%s: %d bytes, begins with %q", name, len(raw), raw[:min(4, len(raw))])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if count[".pdf"] != 2 || count[".docx"] != 1 || count[".xlsx"] != 1 {
		t.Errorf("attachments by kind: %v", count)
	}
}

// TestEveryPublicArticleIsReachable walks the links from the home page as a
// polite crawler does.
func TestEveryPublicArticleIsReachable(t *testing.T) {
	x := extractor(t)
	for _, p := range load(t).Portals() {
		robots, err := robotstxt.FromBytes(get(t, p, "/robots.txt").Body.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		queue, seen, broken := []string{"/"}, map[string]bool{"/": true}, 0
		for len(queue) > 0 {
			target := queue[0]
			queue = queue[1:]
			w := get(t, p, target)
			if w.Code == http.StatusNotFound {
				broken++
				continue
			}
			if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
				continue
			}
			for _, l := range read(t, x, p, target).Links {
				u, err := url.Parse(l.URL)
				if err != nil || "http://"+u.Host != loopback {
					continue
				}
				next := u.RequestURI()
				if !seen[next] && robots.TestAgent(next, "tracuu") {
					seen[next] = true
					queue = append(queue, next)
				}
			}
		}
		for _, a := range p.Articles {
			if seen[a.Path] == a.Private {
				t.Errorf("%s%s: private %v, reached %v", p.ID, a.Path, a.Private, seen[a.Path])
			}
			for _, f := range a.Attachments {
				if !seen[p.FilePath+f.File] {
					t.Errorf("%s: attachment %s is not reached", p.ID, f.File)
				}
			}
		}
		if want := map[string]int{"sample-tan-khe": 1}[p.ID]; broken != want {
			t.Errorf("%s: %d broken links, want %d", p.ID, broken, want)
		}
	}
}
