package crawl

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// endless is a site with a calendar that goes on for ever, one announcement
// that is served under any number, and articles between them.
func endless(articles int) http.Handler {
	mux := http.NewServeMux()
	page := func(w http.ResponseWriter, text string) { fmt.Fprint(w, text) } //nolint:errcheck // test server
	var links []string
	for n := range articles {
		links = append(links, "/tin/"+strconv.Itoa(n))
	}
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		page(w, article("Trang đầu", append(links, "/lich/2022/01/01", "/in?ban=1")...))
	})
	mux.HandleFunc("/tin/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.PathValue("n"))
		page(w, article("Tin "+strings.Repeat("ấp ", n+1)+"văn hóa"))
	})
	mux.HandleFunc("/lich/{y}/{m}/{d}", func(w http.ResponseWriter, r *http.Request) {
		day, err := time.Parse("2006/01/02", strings.TrimPrefix(r.URL.Path, "/lich/"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		next := func(days int) string { return day.AddDate(0, 0, days).Format("/lich/2006/01/02") }
		page(w, fmt.Sprintf(`<html><body><a href="%s">Sau</a> <a href="%s">Tháng sau</a> <a href="/">Đầu</a></body></html>`, next(1), next(30)))
	})
	mux.HandleFunc("/in", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.FormValue("ban"))
		page(w, article("Thông báo, bản in số "+strconv.Itoa(n), fmt.Sprintf("/in?ban=%d", n+1), fmt.Sprintf("/in?ban=%d", 2*n)))
	})
	return mux
}

func TestEndlessPagesAreLeftAndArticlesAreNot(t *testing.T) {
	const articles = maxBarren + 50 // of one pattern, each with its own text
	r := newRig(t, endless(articles))
	r.opts.Depth = 5000
	sum := r.mustCrawl("/")
	if got := r.times("/lich/"); got > 3*maxBarren {
		t.Errorf("%d days of the calendar were asked for", got)
	}
	if sum.Closed == 0 || sum.Queued > 0 || sum.Failed > 0 {
		t.Errorf("%+v", sum.Stats)
	}
	for _, n := range []int{0, articles - 1} {
		if _, err := r.store.Article(t.Context(), articleID(r, "/tin/"+strconv.Itoa(n))); err != nil {
			t.Errorf("article %d: %v", n, err)
		}
	}
	if len(r.asked) > articles+7*maxBarren {
		t.Errorf("%d requests", len(r.asked))
	}
}

func TestFloodCountsOnlyPagesInARow(t *testing.T) {
	f := newFlood()
	list := func(n int) Address { return mustAddress(t, "https://a.example/ds?trang="+strconv.Itoa(n)) }
	told := &model.Article{Kind: model.KindList}
	out := []store.Link{{URL: "https://a.example/bai-viet-moi"}}
	for n := range 5 * maxBarren { // every 100th page of a long list leads to something
		var links []store.Link
		if n%100 == 0 {
			links = out
		}
		if f.note(list(n), told, links) {
			t.Fatal("a list that leads to articles is shut at page", n)
		}
	}
	if f.shuts(list(1)) {
		t.Error("shut")
	}
	for n := range maxBarren {
		f.note(list(n), told, nil)
	}
	if !f.shuts(list(7)) || f.shuts(mustAddress(t, "https://a.example/ds?loai=1")) || f.shuts(mustAddress(t, "https://a.example/bai")) {
		t.Error("the pattern alone is to be shut")
	}
}
