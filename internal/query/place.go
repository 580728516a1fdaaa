package query

import (
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
		size, isAgency := placeAt(text, tokens, i)
		if size == 0 {
			i++
			continue
		}
		if n := len(found); n > 0 && found[n-1].to == i {
			found[n-1].to, found[n-1].agency = i+size, found[n-1].agency || isAgency
		} else {
			found = append(found, place{i, i + size, isAgency})
		}
		i += size
	}
	return found
}

// placeAt tells how many tokens from i name an agency or a place.
func placeAt(text string, tokens []token, i int) (size int, isAgency bool) {
	if size := agencyAt(tokens[i:]); size > 0 {
		return size, true
	}
	for size := min(maxUnitTokens, len(tokens)-i); size > 1; size-- { // one syllable is too little
		these := tokens[i : i+size]
		if folded(these) != "" && (isUnit(typed(these)) || isUnit(text[these[0].start:these[size-1].end])) {
			return size, false
		}
	}
	return 0, false
}

func isUnit(name string) bool { return len(units().Find(name)) > 0 }

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
