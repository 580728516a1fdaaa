package search_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/store"
)

func ask(t *testing.T, s *search.Service, text string) search.Answer {
	t.Helper()
	a, err := s.Search(t.Context(), search.Question{Text: text})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return a
}

// firsts lists what an answer shows, look-ups first.
func firsts(a search.Answer) []string {
	var out []string
	for _, f := range a.Lookups {
		out = append(out, f.Name+" | "+f.Title)
	}
	for _, h := range a.Hits {
		out = append(out, h.Title)
	}
	return out
}

func TestNumberGoesToLookupFirst(t *testing.T) {
	s := searchtest.Open(t)
	for _, text := range []string{"613 kh ubnd", "kế hoạch 613", "613/KH-UBND", "KH613"} {
		a := ask(t, s, text)
		if len(a.Lookups) != 1 || a.Lookups[0].Title != searchtest.WasteTitle {
			t.Fatalf("%q: %q", text, firsts(a))
		}
		f := a.Lookups[0]
		if f.Place == nil || !strings.Contains(f.Place.Passage.Text, "613/KH-UBND") || f.Reason == "" {
			t.Errorf("%q: %+v", text, f)
		}
		for _, h := range a.Hits {
			if h.ArticleID == f.Place.ArticleID || h.ID == f.ID {
				t.Errorf("%q: %q is shown twice", text, h.Title)
			}
		}
	}
}

// TestABareNumberIsNotSurelyADocument: "bão số 9" asks for a storm. A number
// alone, or one whose words agree with the document, still leads to it.
func TestABareNumberIsNotSurelyADocument(t *testing.T) {
	s := searchtest.Open(t)
	if a := ask(t, s, "trạm bơm số 613"); len(a.Lookups) != 0 || len(a.Near) != 1 || !a.Near[0].Vague {
		t.Errorf("%+v", a)
	}
	for _, text := range []string{"số 613", "rác thải nhựa số 613"} {
		if a := ask(t, s, text); len(a.Lookups) != 1 || a.Lookups[0].Vague {
			t.Errorf("%s: %+v", text, a)
		}
	}
}

func TestWordsWithAndWithoutDiacritics(t *testing.T) {
	s := searchtest.Open(t)
	for _, text := range []string{"chong rac thai nhua", "chống rác thải nhựa"} {
		a := ask(t, s, text)
		if len(a.Lookups) != 0 || len(a.Hits) == 0 || a.Hits[0].Title != searchtest.WasteTitle {
			t.Fatalf("%q: %q", text, firsts(a))
		}
		h := a.Hits[0]
		if len(h.Passage.Marks) == 0 || h.Captured.IsZero() || h.Published.String() != "2020-06-05" {
			t.Errorf("%q: %+v", text, h)
		}
		shown := map[string]bool{}
		for _, h := range a.Hits {
			if shown[h.ArticleID] {
				t.Errorf("%q: article %q twice", text, h.Title)
			}
			shown[h.ArticleID] = true
		}
	}
}

func TestAttachmentTextGivesThePassage(t *testing.T) {
	a := ask(t, searchtest.Open(t), "cong trinh thoat nuoc do thi")
	if len(a.Hits) == 0 || !strings.Contains(a.Hits[0].Passage.Text, "thoát nước đô thị") {
		t.Errorf("%+v", a.Hits)
	}
}

func TestBadQuestions(t *testing.T) {
	s := searchtest.Open(t)
	tests := []struct {
		q     search.Question
		field string
	}{
		{search.Question{Text: "a\x00b"}, "q"},
		{search.Question{Text: "a\xff"}, "q"},
		{search.Question{Text: "a", Limit: -1}, "limit"},
		{search.Question{Text: "a", Limit: 101}, "limit"},
		{search.Question{Text: "a", Offset: -1}, "offset"},
	}
	for _, tt := range tests {
		_, err := s.Search(t.Context(), tt.q)
		var field *search.FieldError
		if !errors.As(err, &field) || field.Field != tt.field || !errors.Is(err, search.ErrQuestion) {
			t.Errorf("%+v: %v", tt.q, err)
		}
	}
	for _, text := range []string{"", " \u200b ", strings.Repeat("kế hoạch ", 100_000), `"`, "((((", "🙂", "0", "/"} {
		if _, err := s.Search(t.Context(), search.Question{Text: text}); err != nil {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

func TestDocumentTellsBothWays(t *testing.T) {
	s := searchtest.Open(t)
	plan := ask(t, s, "52/KH-UBND").Lookups[0]
	base := ask(t, s, "68-KH/HU").Lookups[0]
	view, err := s.Document(t.Context(), base.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(view.Relations) != 1 || view.Relations[0].Direction != search.Incoming ||
		view.Relations[0].Other == nil || view.Relations[0].Other.ID != plan.ID {
		t.Errorf("relations of %s: %+v", base.ID, view.Relations)
	}
	if len(view.Places) != 1 || view.Places[0].ArticleTitle != searchtest.PlanTitle {
		t.Errorf("places of %s: %+v", base.ID, view.Places)
	}
	if len(view.Targets) != 0 || len(view.Assignments) != 0 {
		t.Errorf("%s is only cited, but is told to set %+v, %+v", base.ID, view.Targets, view.Assignments)
	}
	announced, err := s.Document(t.Context(), plan.ID)
	if err != nil || len(announced.Targets) != 1 || announced.Targets[0].Place != "thị trấn Phước Điền" ||
		len(announced.Assignments) != 1 || len(announced.Assignments[0].Partners) != 1 || announced.Assignments[0].ArticleID != plan.Place.ArticleID {
		t.Errorf("content of %s: %v %+v", plan.ID, err, announced)
	}
	if _, err := s.Document(t.Context(), "none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("absent document: %v", err)
	}
	article, err := s.Article(t.Context(), plan.Place.ArticleID)
	if err != nil {
		t.Fatal(err)
	}
	if len(article.Mentions) != len(article.Facts.Mentions) {
		t.Fatalf("%d mentions, the article has %d", len(article.Mentions), len(article.Facts.Mentions))
	}
	for i, m := range article.Mentions {
		if diff := cmp.Diff(article.Facts.Mentions[i], m.Mention); diff != "" {
			t.Errorf("mention %d is not in the article's order:\n%s", i, diff)
		}
	}
}

func TestOverviewAndReadiness(t *testing.T) {
	s := searchtest.Open(t)
	o, err := s.Overview(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if o.Stats.Articles != 3 || len(o.Examples) == 0 {
		t.Errorf("%+v", o)
	}
	for _, e := range o.Examples {
		if a := ask(t, s, e); len(a.Lookups)+len(a.Hits) == 0 {
			t.Errorf("example %q finds nothing", e)
		}
	}
	r, err := s.Ready(t.Context())
	if err != nil || !r.Ready || r.Lag != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
