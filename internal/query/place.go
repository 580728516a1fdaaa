package query

import (
	"cmp"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/extract/agency"
	"tracuu/internal/gazetteer"
	"tracuu/internal/vietnamese"
)

// units is the gazetteer; its rows are checked by its own tests, so that a broken
// one shows there and leaves an empty gazetteer here.
var units = sync.OnceValue(func() *gazetteer.Gazetteer {
	g, err := gazetteer.Load(data.Units())
	if err != nil {
		return &gazetteer.Gazetteer{}
	}
	return g
})

// place is a run of tokens that names an agency, a place, or both.
type place struct {
	from, to int
	agency   bool
	unit     string // slug of the first unit's name without its kind: cang-long
}

// Bounds of the search for places.
const (
	maxPlaceTokens = 60 // of a line
	maxUnitTokens  = 7
)

// placesIn finds the names of agencies and places among the tokens that are not
// used, those that stand side by side as one.
func placesIn(text string, tokens []token) []place {
	var found []place
	tokens = tokens[:min(len(tokens), maxPlaceTokens)]
	for i := 0; i < len(tokens); {
		p, ok := placeAt(text, tokens, i)
		if !ok {
			i++
			continue
		}
		i = p.to
		if n := len(found); n > 0 && found[n-1].to == p.from {
			last := &found[n-1]
			last.to, last.agency, last.unit = p.to, last.agency || p.agency, cmp.Or(last.unit, p.unit)
		} else {
			found = append(found, p)
		}
	}
	return found
}

// placeAt reads the agency or the unit that token i begins.
func placeAt(text string, tokens []token, i int) (place, bool) {
	if size := agencyAt(tokens[i:]); size > 0 {
		return place{from: i, to: i + size, agency: true}, true
	}
	for size := min(maxUnitTokens, len(tokens)-i); size > 1; size-- { // one syllable is too little
		these := tokens[i : i+size]
		if folded(these) == "" {
			continue
		}
		for _, name := range []string{typed(these), text[these[0].start:these[size-1].end]} {
			if slug := unitSlug(name); slug != "" {
				return place{from: i, to: i + size, unit: slug}, true
			}
		}
	}
	return place{}, false
}

// unitSlug is the name of the unit that words stand for, without its kind; empty
// when there is none.
func unitSlug(words string) string {
	found := units().Find(words)
	if len(found) == 0 {
		return ""
	}
	return vietnamese.Slug(found[0].Name)
}

func isUnit(name string) bool { return unitSlug(name) != "" }

// agencyAt tells how many tokens name a body: "ubnd", "bo tai chinh". Its place,
// when there is one, is found behind it.
func agencyAt(tokens []token) int {
	words := tokens[:min(len(tokens), maxUnitTokens)]
	for i, t := range words {
		if t.used || t.digits {
			words = words[:i]
			break
		}
	}
	text := strings.ToLower(typed(words))
	f := vietnamese.FoldOffsets(text)
	_, end, ok := agency.At(f, text, 0)
	if !ok {
		return 0
	}
	return len(strings.Fields(f.Text[:end]))
}

// unitIn is the unit that a value of a filter names, behind an agency or alone.
func unitIn(words string) string {
	for _, p := range placesIn(words, scan(words)) {
		if p.unit != "" {
			return p.unit
		}
	}
	return vietnamese.Slug(words)
}
