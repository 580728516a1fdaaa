package storetest

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func testHeadings(t *testing.T, open Open) {
	s := open(t)
	telling := page("cang-long", 2022, announce(calangLong))
	telling.Issuer = calangLong
	citing := page("b", 2022, cite("52/KH-UBND", 2022, calangLong))
	commitPages(t, s, telling, citing)
	changes, err := s.Changes(t.Context(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	changes = append(changes, model.Change{Kind: model.DocumentChanged, ID: "gone"}, model.Change{Kind: model.ArticleChanged, ID: inCang})

	got, err := s.Headings(t.Context(), changes)
	if err != nil {
		t.Fatal(err)
	}
	article := func(a *model.Article) store.Heading {
		return store.Heading{
			Kind: model.ArticleChanged, ID: a.ID, Title: a.Title, Published: a.Published, Issuer: a.Issuer,
			PageKind: a.Kind, Place: a.Place,
		}
	}
	want := []store.Heading{article(telling), article(citing), {
		Kind: model.DocumentChanged, ID: inCang, Title: telling.Title, Published: dayOf(2022), Issuer: calangLong,
		Number: number("52/KH-UBND"), Year: 2022, Status: model.Held, Mentions: 2,
	}}
	byID := func(a, b store.Heading) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(got, byID)
	slices.SortFunc(want, byID)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	if none, err := s.Headings(t.Context(), nil); err != nil || len(none) != 0 {
		t.Errorf("headings of nothing: %v, %v", none, err)
	}
}
