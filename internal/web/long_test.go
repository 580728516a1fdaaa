package web_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/web"
)

// long answers with an article and a document that have more of everything than
// a page has room for.
type long struct{ web.Service }

const longSentence = "Phấn đấu đến hết năm 2025 tỷ lệ hộ nghèo còn dưới 3 %, giao Phòng Lao động chủ trì."

func (long) Article(context.Context, string) (search.ArticleView, error) {
	a := search.ArticleView{Documents: map[string]search.Document{}}
	a.ID, a.Title, a.Kind, a.Text = "a", "Kế hoạch dài", model.KindArticle, strings.Repeat(longSentence+"\n", 3000)
	for i := range 2000 {
		start := i * (len(longSentence) + 1)
		e := model.Evidence{Quote: longSentence, Span: model.Span{Start: start, End: start + len(longSentence)}, Rule: "r", Confidence: 1}
		a.Targets = append(a.Targets, model.Target{Evidence: e, Indicator: "tỷ lệ hộ nghèo", Op: model.LessThan})
		a.Mentions = append(a.Mentions, store.MentionAt{Mention: model.Mention{Evidence: e, Number: model.DocNumber{No: "1"}}})
	}
	return a, nil
}

func (long) Document(context.Context, string) (search.DocumentView, error) {
	var d search.DocumentView
	d.ID, d.Name, d.Total = "1_kh-ubnd.2022.ubnd", "Kế hoạch 1/KH-UBND", 900
	for i := range 100 {
		other := search.Document{Document: model.Document{ID: fmt.Sprint(i)}, Name: fmt.Sprintf("Kế hoạch %d/KH-UBND", i)}
		e := model.Evidence{Quote: longSentence}
		d.Relations = append(d.Relations, search.Related{Evidence: e, Type: model.Implements, Direction: search.Incoming, Other: &other, ArticleTitle: longSentence})
		d.Targets = append(d.Targets, search.Goal{Target: model.Target{Evidence: e, Op: model.Equal}})
		d.Places = append(d.Places, search.Place{ArticleID: fmt.Sprint(i), ArticleTitle: longSentence, Passage: search.Passage{Text: longSentence}})
	}
	return d, nil
}

func (long) UnitsIn(string) []search.Unit { return nil }

func (long) Similar(context.Context, string, int) ([]search.Hit, error) { return nil, nil }

func TestLongPagesAreCutAndSaySo(t *testing.T) {
	h := router(t, long{})
	for _, path := range []string{"/bai-viet/a", "/van-ban/1_kh-ubnd.2022.ubnd"} {
		w, page := get(t, h, path)
		if w.Code != http.StatusOK || w.Body.Len() > 60<<10 {
			t.Errorf("%s: %d, %d bytes", path, w.Code, w.Body.Len())
		}
		mustHold(t, path, text(page.Find("main")), "dòng nữa: xem hết")
		whole, _ := page.Find(`main a[href*="toan-van="]`).First().Attr("href")
		if w, page = get(t, h, whole); w.Code != http.StatusOK || strings.Contains(text(page.Find("main")), "dòng nữa: xem hết") {
			t.Errorf("%s: %d, and still cut", whole, w.Code)
		}
	}
	_, page := get(t, h, "/van-ban/1_kh-ubnd.2022.ubnd")
	if n := page.Find("#quan-he svg a").Length(); n != 30 {
		t.Errorf("%d documents are drawn", n)
	}
	mustHold(t, "the drawing", text(page.Find("#quan-he figcaption")), "và 70 văn bản nữa")
}
