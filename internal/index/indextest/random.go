package indextest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// What random records and conditions are made of: few words and values, so that
// they meet, some of them alike when folded.
var (
	someWords  = strings.Fields("nước sạch rác thải nghèo rừng đường chợ cá bò lúa trẻ")
	someValues = map[filter.Field][]string{
		filter.Type:   {"KH", "QĐ", "HD", "HĐ", "CT"},
		filter.Issuer: {"UBND huyện Sơn Hà", "UBND xã Sơn Hà", "Huyện ủy Sơn Hà", "UBND tỉnh Đồng Nam", "Bộ Y tế"},
		filter.Level:  filter.Levels(),
		filter.Place:  {"huyện Sơn Hà, tỉnh Đồng Nam", "tỉnh Đồng Nam", "xã Hòa Bình, huyện Sơn Hà, tỉnh Đồng Nam", "xã Hoà Bình, huyện Sơn Hà, tỉnh Đồng Nam"},
		filter.Topic:  {"y-te", "giao-duc"},
		filter.Portal: {"sonha", "longthanh"},
		filter.File:   {filter.WithFile},
		filter.State:  {"held", "listed", "cited"},
		filter.Year:   {"2019", "2020", "2021", "2022"},
	}
)

// randomRecords makes n records of a seed. Some are copies that another article
// leads, some are documents that an article tells of.
func randomRecords(seed uint64, n int) naive {
	r := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // the same records each time
	some := func(from []string, most int) []string {
		var out []string
		for range r.IntN(most + 1) {
			if v := from[r.IntN(len(from))]; !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
		return out
	}
	words := func(most int) string { return strings.Join(some(someWords, most), " ") }
	all := make(naive, 0, n)
	var leaders, articles []string
	for i := range n {
		rec := index.Record{
			ID: fmt.Sprint(i), Kind: model.ArticleChanged, PageKind: model.KindArticle, Title: words(3), Text: words(8),
			Types: some(someValues[filter.Type], 2), Issuers: some(someValues[filter.Issuer], 2), Levels: some(someValues[filter.Level], 2),
			Places: some(someValues[filter.Place], 3), Topics: some(someValues[filter.Topic], 2), States: some(someValues[filter.State], 1),
			Portal: strings.Join(some(someValues[filter.Portal], 1), ""), HasFile: r.IntN(3) == 0, Number: r.IntN(4),
		}
		if r.IntN(4) > 0 {
			rec.Day, _ = model.NewDate(2019+r.IntN(4), 1+r.IntN(3), 1+r.IntN(3))
			rec.Years = []int{rec.Day.Year}
		}
		switch {
		case i > 0 && r.IntN(3) == 0:
			rec.Kind, rec.PageKind, rec.Group = model.DocumentChanged, "", articles[r.IntN(len(articles))]
		case i > 0 && r.IntN(4) == 0:
			rec.Group = leaders[r.IntN(len(leaders))]
			articles = append(articles, rec.ID)
		default:
			leaders, articles = append(leaders, rec.ID), append(articles, rec.ID)
		}
		all = append(all, rec)
	}
	return all
}

// randomRequest draws words and a condition.
func randomRequest(t *rapid.T) index.Request {
	r := index.Request{Text: strings.Join(rapid.SliceOfN(rapid.SampledFrom(someWords), 0, 6).Draw(t, "words"), " ")}
	if r.Text == "" || rapid.Bool().Draw(t, "filtered") {
		var all []*filter.Expr
		for range rapid.IntRange(1, 3).Draw(t, "conditions") {
			e := randomExpr(t, 2)
			all = append(all, &e)
		}
		r.Where = filter.All(all...)
	}
	return r
}

func randomExpr(t *rapid.T, depth int) filter.Expr {
	ops := []filter.Op{filter.Is, filter.Is, filter.Is, filter.In, filter.Words, filter.Phrase}
	if depth > 0 {
		ops = append(ops, filter.And, filter.Or, filter.Not)
	}
	e := filter.Expr{Op: rapid.SampledFrom(ops).Draw(t, "op")}
	switch e.Op {
	case filter.Not:
		e.Of = []filter.Expr{randomExpr(t, depth-1)}
	case filter.And, filter.Or:
		for range rapid.IntRange(1, 3).Draw(t, "of") {
			e.Of = append(e.Of, randomExpr(t, depth-1))
		}
	case filter.Words:
		e.Text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(someWords), 1, 2).Draw(t, "text"), " ")
	case filter.Phrase:
		e.Text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(someWords), 2, 2).Draw(t, "phrase"), " ")
	case filter.In:
		e.Field = filter.Year
		e.From, e.To = rapid.IntRange(0, 2023).Draw(t, "from"), rapid.IntRange(0, 2023).Draw(t, "to")
		if rapid.Bool().Draw(t, "day") {
			e.Field, e.From, e.To = filter.Day, e.From*10_000+201, e.To*10_000+302
		}
	case filter.Is:
		e.Field = rapid.SampledFrom(filter.Facets()).Draw(t, "field")
		e.Value = rapid.SampledFrom(someValues[e.Field]).Draw(t, "value")
		switch rapid.IntRange(0, 3).Draw(t, "typed") {
		case 0:
			e.Value = vietnamese.Fold(e.Value)
		case 1:
			words := strings.Fields(e.Value)
			e.Value = words[len(words)-1]
		}
	}
	return e
}
