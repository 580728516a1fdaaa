package storetest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func testMissingLists(t *testing.T, open Open) {
	s := open(t)
	law := cite("45/2019/QH14", 2019, "Quốc hội")
	first := page("cang-long", 2022, announce(calangLong), law, cite("3637/UBND-VX", 2021, "UBND tỉnh Bình Dương"))
	second := page("krong-no", 2022, law, law, cite("52/KH-UBND", 2022, calangLong), cite("9/CT-UBND", 0, calangLong))
	listed := row("so", 2021, told{"3637/UBND-VX", 2021, "UBND tỉnh Bình Dương", model.Announced}, told{"1/QĐ-UBND", 2021, "UBND tỉnh Bình Dương", model.Announced})
	commitPages(t, s, first, second, listed)

	rows, err := s.Missing(t.Context(), store.MissingFilter{}, store.Page{Order: store.ByCiting, Desc: true, Limit: 9})
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	top := rows[0]
	if top.Number.Canonical != "45/2019/QH14" || top.Citing != 2 || top.Status != model.CitedOnly || top.Captured.IsZero() ||
		top.Around[top.Span.Start:top.Span.End] != "45/2019/QH14" || top.Mention.ArticleTitle == "" {
		t.Errorf("%+v", top)
	}
	for name, c := range map[string]struct {
		filter store.MissingFilter
		want   []string
	}{
		"all":    {store.MissingFilter{}, []string{"3637/UBND-VX", "45/2019/QH14", "9/CT-UBND"}},
		"type":   {store.MissingFilter{Type: "CT"}, []string{"9/CT-UBND"}},
		"year":   {store.MissingFilter{Year: store.Years{From: 2021, To: 2021}}, []string{"3637/UBND-VX"}},
		"issuer": {store.MissingFilter{Issuer: []store.Phrases{{"uy ban nhan dan", "ubnd"}, {"binh duong"}}}, []string{"3637/UBND-VX"}},
		"portal": {store.MissingFilter{Portal: "krong-no"}, []string{"45/2019/QH14", "9/CT-UBND"}},
		"often":  {store.MissingFilter{Least: 2}, []string{"45/2019/QH14"}},
	} {
		for _, p := range []store.Page{{Order: store.ByCiting, Desc: true}, {Order: store.ByCiting}, {Order: store.ByIssued}, {Order: store.ByIssued, Desc: true}} {
			got := missingNames(t, s, c.filter, p)
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s by %s (-want +got):\n%s", name, p.Order, diff)
			}
		}
		if n, err := s.CountMissing(t.Context(), c.filter); n != len(c.want) || err != nil {
			t.Errorf("%s: %d counted, %v", name, n, err)
		}
	}
	byDate := missingNames(t, s, store.MissingFilter{}, store.Page{Order: store.ByIssued, Desc: true})
	if !slices.Equal(byDate, []string{"3637/UBND-VX", "45/2019/QH14", "9/CT-UBND"}) {
		t.Errorf("newest first: %q", byDate)
	}
}

// missingNames walks a list in pages of one.
func missingNames(t *testing.T, s store.Store, f store.MissingFilter, p store.Page) (names []string) {
	t.Helper()
	p.Limit = 1
	for {
		rows, err := s.Missing(t.Context(), f, p)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) == 0 {
			return names
		}
		names = append(names, rows[0].Number.Canonical)
		p.After = &rows[0].Position
	}
}
