package storetest

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func testDocuments(t *testing.T, open Open) {
	s := open(t)
	early := page("krong-no", 2022, cite("52/KH-UBND", 2022, calangLong))
	early.Title = "Bài sớm hơn"
	telling := page("cang-long", 2023, announce(calangLong))
	telling.Title = "Kế hoạch chọn thị trấn làm điểm"
	commitPages(t, s, early,
		page("c", 2022, cite("52/KH-UBND", 2021, calangLong)),
		page("d", 2022, cite("52/QĐ-UBND", 2022, calangLong)),
		page("e", 2022, cite("3637/UBND-VX", 0, "UBND tỉnh Bình Dương")),
		telling)

	got, err := s.Document(t.Context(), inCang)
	want := model.Document{
		ID: inCang, Number: number("52/KH-UBND"), Year: 2022, Issuer: calangLong, Issued: dayOf(2022),
		Title: telling.Title, Status: model.Held,
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("document: %v (-want +got):\n%s", err, diff)
	}
	if _, err := s.Document(t.Context(), "52_kh-ubnd.."); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an absent document gives %v, want ErrNotFound", err)
	}

	filters := map[string]struct {
		filter store.NumberFilter
		want   int
	}{
		"number alone":                 {store.NumberFilter{No: "52"}, 3},
		"type":                         {store.NumberFilter{No: "52", Type: "KH"}, 2},
		"year":                         {store.NumberFilter{No: "52", Year: 2022}, 2},
		"symbol without diacritics":    {store.NumberFilter{No: "52", Symbol: "qdubnd"}, 1},
		"symbol as printed":            {store.NumberFilter{No: "52", Symbol: "KH-UBND"}, 2},
		"unknown year agrees":          {store.NumberFilter{No: "3637", Year: 2022}, 1},
		"place of the issuer":          {store.NumberFilter{No: "52", Issuer: "cang-long"}, 3},
		"part of a word of the issuer": {store.NumberFilter{No: "52", Issuer: "ang-long"}, 0},
		"issuer and year":              {store.NumberFilter{No: "52", Year: 2021, Issuer: "ubnd-huyen-cang-long"}, 1},
		"limit":                        {store.NumberFilter{No: "52", Limit: 1}, 1},
		"a number that nobody named":   {store.NumberFilter{No: "53"}, 0},
		"SQL in a field finds nothing": {store.NumberFilter{No: "52' OR '1'='1"}, 0},
	}
	for name, c := range filters {
		found, err := s.FindDocuments(t.Context(), c.filter)
		if err != nil || len(found) != c.want {
			t.Errorf("%s: %d documents, %v, want %d", name, len(found), err, c.want)
		}
	}
	if held, err := s.FindDocuments(t.Context(), store.NumberFilter{No: "52"}); err != nil || held[0].ID != inCang {
		t.Errorf("held documents come first: %v, %v", held, err)
	}
	testMentions(t, s, telling, early)
}

// testMentions expects the telling article before the early one.
func testMentions(t *testing.T, s store.Store, telling, early *model.Article) {
	mentions, err := s.DocumentMentions(t.Context(), inCang)
	if err != nil || len(mentions) != 2 {
		t.Fatalf("mentions: %v, %v", mentions, err)
	}
	want := store.MentionAt{
		Mention: telling.Mentions[0], ArticleID: telling.ID, ArticleTitle: telling.Title, ArticleURL: telling.URL,
		Portal: "cang-long", Place: telling.Place, DocumentID: inCang,
	}
	if diff := cmp.Diff(want, mentions[0]); diff != "" {
		t.Errorf("announcing mention first (-want +got):\n%s", diff)
	}
	if mentions[1].ArticleID != early.ID {
		t.Errorf("second mention is of %s", mentions[1].ArticleURL)
	}
	best, err := s.BestMentions(t.Context(), []string{inCang, "none"})
	if diff := cmp.Diff(map[string]store.MentionAt{inCang: want}, best); err != nil || diff != "" {
		t.Errorf("best mentions: %v (-want +got):\n%s", err, diff)
	}
	counts, err := s.Citations(t.Context(), []string{inCang, "none"})
	if diff := cmp.Diff(map[string]int{inCang: 1}, counts); err != nil || diff != "" {
		t.Errorf("articles that cite: %v (-want +got):\n%s", err, diff)
	}
}

func testRelations(t *testing.T, open Open) {
	s := open(t)
	const plan = "68-kh_hu.2022.huyen-uy-cang-long"
	a := rich()
	news := page("tin", 2022, cite("68-KH/HU", 2022, "Huyện ủy Càng Long"))
	news.Relations = []model.Relation{{Evidence: news.Mentions[0].Evidence, Type: model.Implements, From: model.Page, To: 0}}
	commitPages(t, s, a, news)

	ofPlan, err := s.DocumentRelations(t.Context(), plan)
	if err != nil || len(ofPlan) != 2 {
		t.Fatalf("relations of the plan: %v, %v", ofPlan, err)
	}
	want := store.RelationAt{Evidence: a.Relations[0].Evidence, Type: model.Implements, FromID: inCang, ToID: plan, ArticleID: a.ID}
	got, err := s.DocumentRelations(t.Context(), inCang)
	if diff := cmp.Diff([]store.RelationAt{want}, got); err != nil || diff != "" {
		t.Errorf("relations of what the article announces: %v (-want +got):\n%s", err, diff)
	}
	for _, r := range ofPlan {
		if r.ArticleID == news.ID && r.FromID != "" {
			t.Errorf("an article that announces nothing relates from %q", r.FromID)
		}
	}
}
