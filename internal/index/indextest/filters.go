package indextest

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
)

// applied opens an engine that holds records that came, changed and went in
// several batches.
func applied(t *testing.T, open Open, records naive) index.Engine {
	t.Helper()
	e := open(t)
	var first index.Batch
	for i, r := range records {
		if i%3 == 0 { // it was something else before
			r.Types, r.Text, r.Group = []string{"TB"}, "cũ", ""
		}
		first.Upserts = append(first.Upserts, r)
	}
	first.Upserts = append(first.Upserts, index.Record{ID: "gone", Kind: model.ArticleChanged, Text: "nước", Issuers: []string{"ubnd huyen son ha"}})
	first.Sequence = 1
	apply(t, e, first)
	half := len(records) / 2
	apply(t, e, index.Batch{Upserts: records[:half], Deletes: []string{"gone"}, Sequence: 2})
	apply(t, e, index.Batch{Upserts: records[half:], Sequence: 3})
	return e
}

// testModel holds an engine against one that looks at every record: what is
// found, how much of it there is, and how many have each value.
func testModel(t *testing.T, open Open) {
	records := randomRecords(7, 120)
	e := applied(t, open, records)
	rapid.Check(t, func(r *rapid.T) {
		req := randomRequest(r)
		req.Limit, req.Facets = math.MaxInt, filter.Facets()
		req.Sort = rapid.SampledFrom(index.Sorts()).Draw(r, "sort")
		got, err := e.Search(t.Context(), req)
		if err != nil {
			r.Fatal(err)
		}
		groups := records.groups(records.found(req))
		if int(got.Total) != len(groups) || len(got.Hits) != len(groups) {
			r.Fatalf("total %d, %d hits, want %d", got.Total, len(got.Hits), len(groups))
		}
		for _, h := range got.Hits {
			rec := records[slices.IndexFunc(records, func(rec index.Record) bool { return rec.ID == h.ID })]
			members := groups[records.group(rec)]
			if !slices.ContainsFunc(members, func(m index.Record) bool { return m.ID == h.ID }) {
				r.Errorf("%s is no record of a group that is found", h.ID)
			}
			if leads := slices.ContainsFunc(members, func(m index.Record) bool { return m.ID == records.group(rec) }); leads && h.ID != records.group(rec) {
				r.Errorf("%s is shown, not %s, which is found and stands for it", h.ID, records.group(rec))
			}
		}
		for i, f := range filter.Facets() {
			counts := map[string]int{}
			for _, v := range got.Facets[i].Values {
				counts[v.Value] = v.Count
			}
			if diff := cmp.Diff(records.facet(req, f), counts); diff != "" {
				r.Errorf("%s (-want +got):\n%s", f, diff)
			}
		}
	})
	closed(t, e)
}

// testCounts: the count of a value is the total of the request that chooses it.
func testCounts(t *testing.T, open Open) {
	e := applied(t, open, randomRecords(8, 120))
	rapid.Check(t, func(r *rapid.T) {
		req := randomRequest(r)
		req.Facets = filter.Facets()
		got, err := e.Search(t.Context(), req)
		if err != nil {
			r.Fatal(err)
		}
		for _, facet := range got.Facets {
			for _, v := range facet.Values {
				chosen := index.Request{
					Text: req.Text, Where: filter.All(req.Where.Without(facet.Field), &filter.Expr{Op: filter.Is, Field: facet.Field, Value: v.Value}),
				}
				if res, err := e.Search(t.Context(), chosen); err != nil || int(res.Total) != v.Count {
					r.Errorf("%s %s: count %d, chosen %d, %v", facet.Field, v.Value, v.Count, res.Total, err)
				}
			}
		}
	})
	closed(t, e)
}

// testOrders: pages of a sorted order, asked for one after the other by position,
// are the whole order, also while the index grows.
func testOrders(t *testing.T, open Open) {
	records := randomRecords(9, 100)
	e := applied(t, open, records)
	for _, by := range index.Sorts()[1:] {
		req := index.Request{Text: "nước", Sort: by, Limit: math.MaxInt}
		whole := search(t, e, req).Hits
		for i := 1; i < len(whole); i++ {
			if a, b := whole[i-1].At, whole[i].At; !inOrder(by, a, b) {
				t.Errorf("%s: %+v before %+v", by, a, b)
			}
		}
		var paged []index.Hit
		req.Limit = 7
		for range 100 {
			page := search(t, e, req).Hits
			if len(page) == 0 {
				break
			}
			paged = append(paged, page...)
			at := page[len(page)-1].At
			req.After = &at
			last := index.Record{ID: "new" + fmt.Sprint(len(paged)), Kind: model.ArticleChanged, Text: "khác hẳn"}
			apply(t, e, index.Batch{Upserts: []index.Record{last}, Sequence: int64(3 + len(paged))})
		}
		if diff := cmp.Diff(whole, paged); diff != "" || len(whole) < 20 {
			t.Errorf("%s, %d hits (-whole +paged):\n%s", by, len(whole), diff)
		}
	}
	closed(t, e)
}

func inOrder(by index.Sort, a, b index.Position) bool {
	last := func(n int) int {
		if n == 0 {
			return math.MaxInt
		}
		return n
	}
	switch by {
	case index.Newest:
		return a.Day >= b.Day
	case index.Oldest:
		return last(a.Day) <= last(b.Day)
	default:
		return last(a.Number) < last(b.Number) || a.Number == b.Number && a.Day >= b.Day
	}
}

// testOffsets: pages by offset fit together, by relevance too, to the very end.
func testOffsets(t *testing.T, open Open) {
	e := applied(t, open, randomRecords(10, 100))
	for _, by := range index.Sorts() {
		req := index.Request{Text: "nước sạch", Sort: by, Limit: math.MaxInt}
		whole := search(t, e, req)
		var paged []index.Hit
		for req.Limit = 9; len(paged) < len(whole.Hits); req.Offset += 9 {
			page := search(t, e, req).Hits
			if len(page) == 0 {
				break
			}
			paged = append(paged, page...)
		}
		if diff := cmp.Diff(whole.Hits, paged); diff != "" {
			t.Errorf("%q (-whole +paged):\n%s", by, diff)
		}
	}
	closed(t, e)
}

// testEnough: how many of the words a record must hold.
func testEnough(t *testing.T, open Open) {
	e := open(t)
	one := func(id, text string) index.Record {
		return index.Record{ID: id, Kind: model.ArticleChanged, PageKind: model.KindArticle, Text: text}
	}
	apply(t, e, index.Batch{Sequence: 1, Upserts: []index.Record{
		one("ab", "nước sạch"), one("abc", "nước sạch rừng"), one("c", "rừng"), one("de", "lúa chợ"), one("ubnd", "UBND họp"),
	}})
	for text, want := range map[string]string{
		"nước sạch": "ab abc", "nước sạch rừng": "abc", "nước lúa": "ab abc de", "nước chưa": "ab abc",
		"ủy ban nhân dân họp": "ubnd", "sạch cá": "ab abc", "chưa có": "",
	} {
		res := search(t, e, index.Request{Text: text, Forms: []index.Form{{Of: "uy ban nhan dan", As: "ubnd"}}})
		var got []string
		for _, h := range res.Hits {
			got = append(got, h.ID)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != want || int(res.Total) != len(got) {
			t.Errorf("%s: %q of %d, want %q", text, s, res.Total, want)
		}
	}
	if res := search(t, e, index.Request{Text: "nước lúa"}); res.Words != 2 || res.Held != 1 {
		t.Errorf("relaxed: %+v", res)
	}
	closed(t, e)
}

// testAmong restricts a request to some records.
func testAmong(t *testing.T, open Open) {
	e := filled(t, open)
	res := search(t, e, index.Request{Text: "nước sạch", Among: []string{"ngheo", "52_kh-ubnd", "none"}})
	if res.Total != 2 {
		t.Errorf("%+v", res)
	}
	if res = search(t, e, index.Request{Text: "nước sạch", Among: []string{}}); res.Total != 0 {
		t.Errorf("of none: %+v", res)
	}
	closed(t, e)
}

// testBadConditions: what cannot be answered is refused, what is large is
// answered soon.
func testBadConditions(t *testing.T, open Open) {
	e := filled(t, open)
	deep := filter.Expr{Op: filter.Words, Text: "nước"}
	for range filter.MaxDepth {
		deep = filter.Expr{Op: filter.Not, Of: []filter.Expr{deep}}
	}
	wide := filter.Expr{Op: filter.Or}
	for i := range filter.MaxNodes - 1 {
		wide.Of = append(wide.Of, filter.Expr{Op: filter.Is, Field: filter.Issuer, Value: fmt.Sprint("ubnd ", i)})
	}
	for name, where := range map[string]filter.Expr{
		"too deep": deep, "too wide": {Op: filter.And, Of: []filter.Expr{wide}}, "no op": {}, "field": {Op: filter.Is, Field: "x"},
		"range of words": {Op: filter.In, Field: filter.Issuer}, "not of two": {Op: filter.Not, Of: []filter.Expr{wide, wide}},
	} {
		if _, err := e.Search(t.Context(), index.Request{Where: &where}); !errors.Is(err, filter.ErrExpr) {
			t.Errorf("%s: %v", name, err)
		}
	}
	began := time.Now()
	for name, where := range map[string]filter.Expr{
		"wide": wide, "giant years": {Op: filter.In, Field: filter.Year, From: math.MaxInt, To: math.MaxInt}, "back": {Op: filter.In, Field: filter.Day, From: 9, To: 3},
		"below": {Op: filter.In, Field: filter.Day, From: math.MinInt, To: math.MinInt}, "long value": {Op: filter.Is, Field: filter.Place, Value: strings.Repeat("a ", 100_000)},
		"no words": {Op: filter.Words, Text: "?"}, "no phrase": {Op: filter.Phrase}, "NUL": {Op: filter.Is, Field: filter.Type, Value: "\x00"},
		"regex": {Op: filter.Is, Field: filter.Portal, Value: "(s.*)+$"}, "long words": {Op: filter.Words, Text: strings.Repeat("nước sạch ", 100_000)},
	} {
		if res, err := e.Search(t.Context(), index.Request{Where: &where}); err != nil || res.Total != 0 && name != "long words" && name != "below" {
			t.Errorf("%s: %+v, %v", name, res, err)
		}
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("answered after %v", took)
	}
	closed(t, e)
}
