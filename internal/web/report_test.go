package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/gin-gonic/gin"

	"tracuu/internal/search/searchtest"
	"tracuu/internal/web"
)

const cited = "/vb/613-KH-UBND/2019/ubnd-tinh-dong-nam"

func TestReportIsBegun(t *testing.T) {
	s := searchtest.Open(t)
	_, page := get(t, router(t, s), cited)
	mustHold(t, "the text to copy", page.Find("#bao-loi textarea").Text(), "Kế hoạch 613/KH-UBND", "http://example.com"+cited, "613_kh-ubnd.2019")

	pages, err := web.New(s)
	if err != nil {
		t.Fatal(err)
	}
	pages.ReportTo = "van-thu@example.org"
	r := gin.New()
	pages.Register(r)
	w := httptest.NewRecorder()
	r.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, cited, nil))
	page, err = goquery.NewDocumentFromReader(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	href, _ := page.Find(`a[href^="mailto:"]`).Attr("href")
	letter, err := url.Parse(href)
	if err != nil || letter.Opaque != "van-thu@example.org" || strings.Contains(letter.RawQuery, "+") {
		t.Fatalf("%q: %v", href, err)
	}
	mustHold(t, "the letter", letter.Query().Get("subject")+letter.Query().Get("body"), "Báo lỗi: Kế hoạch 613/KH-UBND", cited, "Chỗ sai")
}

func TestDocumentFeed(t *testing.T) {
	h := router(t, searchtest.Open(t))
	for _, ending := range []string{"atom", "rss", "json"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/van-ban/613_kh-ubnd.2019.ubnd-tinh-dong-nam/moi."+ending, nil))
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", ending, w.Code)
		}
		mustHold(t, ending, w.Body.String(), "tracuu: Kế hoạch 613/KH-UBND", searchtest.WasteTitle, "http://example.com"+cited)
	}
	if w, _ := get(t, h, "/van-ban/khong-co/moi.atom"); w.Code != http.StatusNotFound {
		t.Errorf("of nothing: %d", w.Code)
	}
}

func TestSuggestions(t *testing.T) {
	h := router(t, searchtest.Open(t))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/goi-y?q=613+kh&lang=en", nil))
	mustHold(t, "suggestions", w.Body.String(), `"href":"/van-ban/613_kh-ubnd.2019.ubnd-tinh-dong-nam?lang=en"`, `"label":"document`)
	for _, nothing := range []string{"", "%ff", "%00"} {
		w = httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/goi-y?q="+nothing, nil))
		if w.Code != http.StatusOK || w.Body.String() != `{"suggestions":[]}` {
			t.Errorf("%q: %d %s", nothing, w.Code, w.Body)
		}
	}
}
