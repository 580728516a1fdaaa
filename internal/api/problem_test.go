package api_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"tracuu/internal/api"
	"tracuu/internal/export"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

func TestProblems(t *testing.T) {
	h := router(searchtest.Open(t))
	tests := []struct {
		address  string
		status   int
		location string
	}{
		{"/api/v1/search?q=a&limit=0", 422, "query.limit"},
		{"/api/v1/search?q=a&limit=101", 422, "query.limit"},
		{"/api/v1/search?q=a&limit=-5", 422, "query.limit"},
		{"/api/v1/search?q=a&limit=99999999999999999999", 422, "query.limit"},
		{"/api/v1/search?q=a&limit=x", 422, "query.limit"},
		{"/api/v1/search?q=a&offset=-1", 422, "query.offset"},
		{"/api/v1/search?q=a&offset=10001", 422, "query.offset"},
		{"/api/v1/search?q=a&explain=maybe", 422, "query.explain"},
		{"/api/v1/search?q=a%00b", 422, "query.q"},
		{"/api/v1/search?q=%ff%fe", 422, "query.q"},
		{"/api/v1/search?q=a&portal=%ff", 422, "query.portal"},
		{"/api/v1/search?q=%zz", 422, "query"},
		{"/api/v1/search?q=a&limmit=5", 422, "query.limmit"},
		{"/api/v1/search?q=a&%3Cscript%3E=1", 422, "query.<script>"},
		{"/api/v1/search?q=a&fields=hits.titel", 422, "query.fields"},
		{"/api/v1/search?q=a&fields=hits..title", 422, "query.fields"},
		{"/api/v1/search?q=a&fields=total.more", 422, "query.fields"},
		{"/api/v1/search?q=a&fields=" + strings.Repeat("total,", 200), 422, "query.fields"},
		{"/api/v1/lookup?q=%00", 422, "query.q"},
		{"/api/v1/lookup?q=a&limit=5", 422, "query.limit"},
		{"/api/v1/coverage?x", 422, "query.x"},
		{"/api/v1/search?q=a&level=x", 422, "query.level"},
		{"/api/v1/search?q=a&year=2022..2021", 422, "query.year"},
		{"/api/v1/search?q=a&sort=x", 422, "query.sort"},
		{"/api/v1/search?q=a&cursor=AAAA", 422, "query.cursor"},
		{"/api/v1/search?q=a&format=doc", 422, "query.format"},
		{"/api/v1/search?q=a%00&format=csv", 422, "query.q"},
		{"/api/v1/targets?value=x", 422, "query.value"},
		{"/api/v1/targets?cursor=AAAA", 422, "query.cursor"},
		{"/api/v1/targets?value=x&format=csv", 422, "query.value"},
		{"/api/v1/assignments?due=x", 422, "query.due"},
		{"/api/v1/assignments?indicator=x", 422, "query.indicator"},
		{"/api/v1/missing?type=%00", 422, "query.type"},
		{"/api/v1/missing?least=0", 422, "query.least"},
		{"/api/v1/suggest?q=a&limit=21", 422, "query.limit"},
		{"/api/v1/suggest?q=%ff", 422, "query.q"},
		{"/api/v1/articles/a/similar?limit=0", 422, "query.limit"},
		{"/api/v1/documents/khong-co/similar", 404, ""},
		{"/api/v1/documents/" + url.PathEscape("' OR 1=1 --"), 404, ""},
		{"/api/v1/articles/khong-co", 404, ""},
		{"/api/v1/articles/%00%ff", 404, ""},
		{"/api/v1/articles/khong-co/captures/khong-co", 404, ""},
		{"/api/v1/articles/khong-co/package", 404, ""},
		{"/api/v1/none", 404, ""},
		{"/api/v2/search", 404, ""},
	}
	for _, tt := range tests {
		w, p := get[api.Problem](t, h, tt.address)
		at := ""
		if len(p.Errors) > 0 {
			at = p.Errors[0].Location
		}
		if w.Code != tt.status || p.Status != tt.status || at != tt.location || p.Title == "" || p.Detail == "" || p.Instance == "" || p.Type != "about:blank" {
			t.Errorf("%s: %d %+v", tt.address, w.Code, p)
		}
		if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("%s: Content-Type %q", tt.address, got)
		}
	}
}

func TestMisspeltParametersAreNamed(t *testing.T) {
	h := router(searchtest.Open(t))
	for address, want := range map[string]string{
		"/api/v1/search?q=a&limmit=5":        "Tham số limmit không phải tham số của địa chỉ này; gần nhất là limit.",
		"/api/v1/search?q=a&fields=hits.urk": `Trường "hits.urk" không có trong câu trả lời; gần nhất là hits.url.`,
	} {
		if _, p := get[api.Problem](t, h, address); p.Detail != want {
			t.Errorf("%s: %q", address, p.Detail)
		}
	}
}

// TestHostileText sends what must be searched as words or refused, at every
// place that takes text.
func TestHostileText(t *testing.T) {
	h := router(searchtest.Open(t))
	for name, text := range map[string]string{
		"a megabyte":      strings.Repeat("kế hoạch ", 100_000),
		"parentheses":     strings.Repeat("(", 10_000),
		"NUL":             "a\x00b",
		"invalid UTF-8":   "\xff\xfe\x80",
		"an expression":   `(a+)+$ [[:alpha:]]{1,99999} .*.*.*.*`,
		"query operators": `+q:* AND (x OR -y) /r/ ~2 ^9 "`,
		"SQL":             `'; DROP TABLE articles; -- " OR ""="`,
		"HTML":            `<script>alert(1)</script><img src=x onerror=alert(1)>`,
		"a template":      `{{.Title}} ${jndi:ldap://x} %s%n`,
		"line breaks":     "a\r\nSet-Cookie: x=1\r\n\r\n",
	} {
		for _, address := range []string{
			"/api/v1/search?q=", "/api/v1/search?q=a&portal=", "/api/v1/search?q=a&limit=", "/api/v1/search?q=a&offset=",
			"/api/v1/search?q=a&explain=", "/api/v1/search?q=a&fields=", "/api/v1/search?q=a&x=", "/api/v1/lookup?q=", "/api/v1/coverage?", "/api/v1/suggest?q=", "/api/v1/suggest?q=a&limit=",
			"/api/v1/search?q=a&issuer=", "/api/v1/search?q=a&cursor=", "/api/v1/targets?indicator=", "/api/v1/targets?value=",
			"/api/v1/assignments?place=", "/api/v1/missing?cursor=", "/api/v1/search?format=",
		} {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address+url.QueryEscape(text), nil))
			if w.Code >= 500 || w.Code == 200 && strings.Contains(w.Header().Get("Content-Type"), "problem") || !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s at %s: %d %.200s", name, address, w.Code, w.Body)
			}
			if w.Header().Get("Set-Cookie") != "" {
				t.Errorf("%s at %s set a header", name, address)
			}
		}
		for _, address := range []string{"/api/v1/documents/", "/api/v1/articles/"} {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address+url.PathEscape(text), nil))
			if w.Code != http.StatusNotFound && w.Code != http.StatusMovedPermanently {
				t.Errorf("%s at %s: %d %.200s", name, address, w.Code, w.Body)
			}
		}
	}
}

func TestMethodsThatAreNotTaken(t *testing.T) {
	h := router(searchtest.Open(t))
	for _, tt := range []struct{ method, address, allow string }{
		{http.MethodPost, "/api/v1/search", "GET, HEAD"},
		{http.MethodDelete, "/api/v1/documents/a", "GET, HEAD"},
		{http.MethodGet, "/api/v1/check", "POST"},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), tt.method, tt.address, nil))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != tt.allow || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s: %d %v", tt.method, tt.address, w.Code, w.Header())
		}
	}
}

// broken fails in every way a service can; what it does not have panics.
type broken struct{ api.Service }

func (broken) Search(context.Context, search.Question) (search.Answer, error) { panic("lỗi lạ") }

func (broken) Lookup(context.Context, string) (search.Answer, error) {
	return search.Answer{}, context.DeadlineExceeded
}

func (broken) Article(context.Context, string) (search.ArticleView, error) {
	return search.ArticleView{}, errors.New("secret path /srv/tracuu")
}

func (broken) Document(context.Context, string) (search.DocumentView, error) {
	return search.DocumentView{}, errors.New("secret path /srv/tracuu")
}

func (broken) TargetsTable(context.Context, search.TargetsQuestion) (export.Table, error) {
	return export.Table{}, errors.New("secret path /srv/tracuu")
}

func (broken) Capture(context.Context, string) (model.Capture, error) {
	return model.Capture{}, errors.New("lỗi lạ: secret")
}

func (broken) Ready(context.Context) (search.Readiness, error) {
	return search.Readiness{Store: 9, Index: 2, Lag: 7}, nil
}

func TestFaultsAreProblemsWithoutSecrets(t *testing.T) {
	h := router(broken{})
	for address, status := range map[string]int{
		"/api/v1/search?q=a": 500, "/api/v1/lookup?q=a": 503, "/api/v1/articles/a": 500, "/api/v1/documents/a": 500, "/readyz": 503,
		"/api/v1/captures/b": 500, "/api/v1/articles/a/captures/b": 500, "/api/v1/articles/a/package": 500, "/api/v1/coverage": 500,
		"/api/v1/suggest?q=a": 500, "/api/v1/articles/a/similar": 500, "/api/v1/documents/a/similar": 500,
		"/api/v1/targets": 500, "/api/v1/targets?format=csv": 500, "/api/v1/search?format=xlsx": 500,
	} {
		w, p := get[api.Problem](t, h, address)
		if w.Code != status || strings.Contains(w.Body.String(), "secret") || strings.Contains(w.Body.String(), "lỗi lạ") {
			t.Errorf("%s: %d %+v", address, w.Code, p)
		}
		if address == "/readyz" && p.Lag != 7 {
			t.Errorf("lag %d, want 7", p.Lag)
		}
	}
}
