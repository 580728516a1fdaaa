package web

import (
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/search"
	"tracuu/internal/web/message"
)

// chips shows what was understood. Each leads to the question with that chip the
// other way round; a number that came without chips is shown, and leads nowhere.
func (a asked) chips(answer search.Answer) (chips []link, flips bool) {
	for _, c := range answer.Chips {
		chips = append(chips, link{Name: a.chipName(string(c.Kind), c.Label), Href: a.href(flipped(a.q, c.Without)), Off: c.Off})
	}
	n := answer.Number
	if len(chips) > 0 || n == nil {
		return chips, len(chips) > 0
	}
	add := func(kind, value string) {
		if value != "" {
			chips = append(chips, link{Name: a.Say("chip."+kind, value)})
		}
	}
	add("type", n.TypeName)
	add("number", n.No)
	add("symbol", n.Symbol)
	if n.Date.IsZero() && n.Year != 0 {
		add("year", a.Say("number", n.Year))
	}
	add("day", n.Date.Vietnamese())
	add("words", n.Words)
	return chips, false
}

// chipName words a chip: the label of the reader is Vietnamese, "loại: Kế hoạch".
func (a asked) chipName(kind, label string) string {
	_, value, ok := strings.Cut(label, ": ")
	if key := "chip." + kind; ok && a.Lang != message.Vietnamese && a.Has(key) {
		return a.Say(key, value)
	}
	return label
}

// chosen lists the filters that stand, each with the question without it.
func (a asked) chosen(facets []search.Facet) (chosen []link, unfiltered string) {
	plain := first(a.q)
	plain.Filters, plain.Portal = nil, ""
	fields := append(filter.Facets(), filter.Day)
	for _, f := range fields {
		values := a.q.Filters[f]
		if f == filter.Portal && a.q.Portal != "" {
			values = append([]string{a.q.Portal}, values...)
		}
		for _, value := range values {
			name := a.fieldName(f) + ": " + a.valueName(f, value, facets)
			chosen = append(chosen, link{Name: name, Href: a.href(filtered(a.q, f, value))})
		}
	}
	return chosen, a.href(plain)
}

// fieldName is the name of a field of filters.
func (a asked) fieldName(f filter.Field) string { return a.Say("field." + string(f)) }

// valueName is the name of a value: that of the catalogue, else of the answer,
// else the value.
func (a asked) valueName(f filter.Field, value string, facets []search.Facet) string {
	if key := "value." + string(f) + "." + value; a.Has(key) {
		return a.Say(key)
	}
	for _, facet := range facets {
		for _, v := range facet.Values {
			if facet.Field == f && v.Value == value && v.Name != "" {
				return v.Name
			}
		}
	}
	return value
}

// side is a facet beside the hits: what is chosen and the fullest values first,
// the others behind a summary.
type side struct {
	Name   string
	Top    []sideValue
	More   []sideValue
	Others int // values that are not listed at all
}

type sideValue struct {
	link
	Count int
}

// topValues is how many values of a facet show at once.
const topValues = 6

// sides makes the facets of a page. A field whose one value all hits have, and
// which is not chosen, tells nothing and is left out.
func (a asked) sides(facets []search.Facet, total uint64) []side {
	var out []side
	for _, f := range facets {
		if len(f.Values) == 0 || len(f.Values) == 1 && !f.Values[0].Chosen && uint64(f.Values[0].Count) >= total {
			continue
		}
		s := side{Name: a.fieldName(f.Field), Others: f.Others}
		for _, chosen := range []bool{true, false} {
			for _, v := range f.Values {
				if v.Chosen != chosen {
					continue
				}
				value := sideValue{link{Name: a.valueName(f.Field, v.Value, facets), Chosen: chosen, Href: a.href(filtered(a.q, f.Field, v.Value))}, v.Count}
				if chosen || len(s.Top) < topValues {
					s.Top = append(s.Top, value)
				} else {
					s.More = append(s.More, value)
				}
			}
		}
		out = append(out, s)
	}
	return out
}

// sorts lists the orders of hits.
func (a asked) sorts() []link {
	var out []link
	for _, order := range []index.Sort{index.ByRelevance, index.Newest, index.Oldest, index.ByNumber} {
		q := first(a.q)
		q.Sort = order
		key := "sort.relevance"
		if order != index.ByRelevance {
			key = "sort." + string(order)
		}
		out = append(out, link{Name: a.Say(key), Href: a.href(q), Chosen: order == a.q.Sort})
	}
	return out
}

// exports lists the forms that the rows of a question can be taken away in.
func (a asked) exports() []link {
	var out []link
	for _, format := range exportFormats() {
		v := parameters(first(a.q))
		v.Del("limit")
		v.Set("format", format)
		out = append(out, link{Name: strings.ToUpper(format), Href: address{}.with("/api/v1/search", v)})
	}
	return out
}

// exportFormats are the values of the parameter format that give a file.
func exportFormats() []string { return []string{"csv", "xlsx", "jsonl", "parquet"} }
