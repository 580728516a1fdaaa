package web

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// held is what a page without hits tells of the store: what is held of the
// portals that the question is about, and of the others.
type held struct {
	About, Rest []holding
	Left        int // portals that are not listed
}

// holding is a portal with the years that were asked for.
type holding struct {
	search.PortalCoverage
	From, To int
	Asked    []store.YearCount
}

// maxHoldings bounds the portals that are listed.
const maxHoldings = 8

// holdings tells what is held for the place and the years of a question.
func (p *Pages) holdings(ctx context.Context, q search.Question, answer search.Answer) (*held, error) {
	coverage, err := p.service.Coverage(ctx)
	if err != nil {
		return nil, err
	}
	words := foldedWords(q, answer)
	years := askedYears(q, answer)
	out := &held{}
	for _, portal := range coverage.Portals {
		h := holding{PortalCoverage: portal}
		if n := len(portal.Years); n > 0 {
			h.From, h.To = portal.Years[0].Year, portal.Years[n-1].Year
		}
		for _, year := range years {
			i := slices.IndexFunc(portal.Years, func(y store.YearCount) bool { return y.Year == year })
			if i >= 0 {
				h.Asked = append(h.Asked, portal.Years[i])
			} else {
				h.Asked = append(h.Asked, store.YearCount{Year: year})
			}
		}
		asked := portal.Portal != "" && (slices.Contains(q.Filters[filter.Portal], portal.Portal) || q.Portal == portal.Portal)
		if asked || namesPlaceOf(words, portal.Name) {
			out.About = append(out.About, h)
		} else {
			out.Rest = append(out.Rest, h)
		}
	}
	slices.SortStableFunc(out.Rest, func(a, b holding) int { return cmp.Compare(b.Articles, a.Articles) })
	room := max(0, maxHoldings-len(out.About))
	if len(out.Rest) > room {
		out.Left, out.Rest = len(out.Rest)-room, out.Rest[:room]
	}
	return out, nil
}

// foldedWords is everything that a question says of a place: its words, its
// filters, and the units before and after the reform.
func foldedWords(q search.Question, answer search.Answer) string {
	parts := append([]string{q.Text}, q.Filters[filter.Place]...)
	for _, u := range answer.Units {
		parts = append(parts, u.Name)
		parts = append(parts, u.Formerly...)
	}
	return " " + strings.ReplaceAll(vietnamese.Slug(strings.Join(parts, " , ")), "-", " ") + " "
}

// namesPlaceOf tells whether words name the place that a portal is of: the last
// syllables of its name, "Krông Nô" of "Trang thông tin điện tử huyện Krông Nô".
func namesPlaceOf(words, portal string) bool {
	portal, _, _ = strings.Cut(portal, "(")
	name := strings.Split(vietnamese.Slug(portal), "-")
	for i := len(name) - 1; i > 0; i-- {
		switch name[i-1] {
		case "huyen", "tinh", "xa", "phuong", "quan", "tran", "pho":
			place := strings.Join(name[i:], " ")
			return place != "" && strings.Contains(words, " "+place+" ")
		}
	}
	return false
}

// askedYears lists the years that a question names, at most a few.
func askedYears(q search.Question, answer search.Answer) []int {
	var years []int
	if answer.Number != nil && answer.Number.Year != 0 {
		years = append(years, answer.Number.Year)
	}
	for _, value := range append(strings.Fields(q.Text), q.Filters[filter.Year]...) {
		if y, err := strconv.Atoi(value); err == nil && y >= 1945 && y < 2100 {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	return years[:min(len(years), 3)]
}
