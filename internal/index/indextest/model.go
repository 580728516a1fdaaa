package indextest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// naive answers requests by looking at every record: what an engine must find,
// count and sort, though not how well records match.
type naive []index.Record

// found lists the records that a request finds.
func (n naive) found(r index.Request) []index.Record {
	held := n.held(r)
	return slices.DeleteFunc(held, func(rec index.Record) bool { return r.Where != nil && !n.meets(rec, *r.Where) })
}

// held lists the records that hold enough of the words.
func (n naive) held(r index.Request) []index.Record {
	words := syllables(r.Text)
	for _, demanded := range r.Where.Demanded() {
		words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(syllables(demanded), w) })
	}
	for need := index.Needed(len(words)); ; need-- {
		held := []index.Record{}
		for _, rec := range n {
			if count(words, rec) >= need {
				held = append(held, rec)
			}
		}
		if need <= 1 || len(held) >= index.Least(len(words)) {
			return held
		}
	}
}

func count(words []string, r index.Record) int {
	all, n := syllables(everything(r)), 0
	for _, w := range words {
		if slices.Contains(all, w) {
			n++
		}
	}
	return n
}

func everything(r index.Record) string {
	parts := append([]string{r.Title, r.Text, r.Place}, r.Numbers...)
	parts = append(parts, r.Agencies...)
	for _, y := range r.Years {
		parts = append(parts, strconv.Itoa(y))
	}
	return strings.Join(parts, "\n")
}

// syllables lists the distinct single words of a text.
func syllables(text string) []string {
	var all []string
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound && !slices.Contains(all, t.Text) {
			all = append(all, t.Text)
		}
	}
	return all
}

func (n naive) meets(r index.Record, e filter.Expr) bool {
	holds := func(of filter.Expr) bool { return n.meets(r, of) }
	switch e.Op {
	case filter.And:
		return !slices.ContainsFunc(e.Of, func(of filter.Expr) bool { return !holds(of) })
	case filter.Or:
		return slices.ContainsFunc(e.Of, holds)
	case filter.Not:
		return !holds(e.Of[0])
	case filter.Words:
		words := syllables(e.Text)
		return len(words) > 0 && count(words, r) == len(words)
	case filter.Phrase:
		phrase := vietnamese.Spaced(e.Text)
		return phrase != "" && (strings.Contains(vietnamese.Spaced(r.Title), phrase) || strings.Contains(vietnamese.Spaced(r.Text), phrase))
	case filter.Is:
		named := n.named(e.Field, e.Value)
		return slices.ContainsFunc(r.Values(e.Field), func(v string) bool { return slices.Contains(named, v) })
	case filter.In:
		return slices.ContainsFunc(r.Values(e.Field), func(v string) bool {
			number, err := strconv.Atoi(v)
			return err == nil && number >= e.From && (e.To == 0 || number <= e.To)
		})
	}
	return false
}

// named lists the values that a value names, see filter.Expr.
func (n naive) named(f filter.Field, value string) []string {
	var exact, folded, within []string
	key := vietnamese.Spaced(value)
	for _, r := range n {
		for _, v := range r.Values(f) {
			switch {
			case v == value:
				exact = append(exact, v)
			case vietnamese.Spaced(v) == key:
				folded = append(folded, v)
			case key != "" && strings.Contains(vietnamese.Spaced(v), key):
				within = append(within, v)
			}
		}
	}
	for _, found := range [][]string{exact, folded, within} {
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// group is the id of the record that stands for another.
func (n naive) group(r index.Record) string {
	id := cmp.Or(r.Group, r.ID)
	for _, leader := range n {
		if leader.ID == id && leader.Kind == model.ArticleChanged && leader.Group != "" {
			return leader.Group
		}
	}
	return id
}

// groups parts records into groups, by the id of the one that stands for each.
func (n naive) groups(records []index.Record) map[string][]index.Record {
	all := map[string][]index.Record{}
	for _, r := range records {
		id := n.group(r)
		all[id] = append(all[id], r)
	}
	return all
}

// facet counts the groups of what a request finds, less its own filter on the
// field, by the values of the field.
func (n naive) facet(r index.Request, f filter.Field) map[string]int {
	held := n.held(r)
	r.Where = r.Where.Without(f)
	counts := map[string]int{}
	for _, members := range n.groups(slices.DeleteFunc(held, func(rec index.Record) bool { return r.Where != nil && !n.meets(rec, *r.Where) })) {
		seen := map[string]bool{}
		for _, m := range members {
			for _, v := range m.Values(f) {
				if v != "" && !seen[v] {
					seen[v] = true
					counts[v]++
				}
			}
		}
	}
	return counts
}
