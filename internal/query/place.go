package query

import (
	"cmp"
	"slices"
	"strings"

	"tracuu/internal/extract/agency"
	"tracuu/internal/gazetteer"
	"tracuu/internal/vietnamese"
)

// place is a run of tokens that names an agency, a place, or both.
type place struct {
	from, to int
	agency   bool
	unit     string // slug of the first unit's name without its kind: cang-long
	sure     bool   // it is no other word: it has its kind, a body before it, or is no commune
	body     string // slug of the body at its beginning: ubnd
	bodySize int    // tokens that name the body
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
			last.to, last.agency, last.sure = p.to, last.agency || p.agency, last.sure || p.sure
			last.unit = cmp.Or(last.unit, p.unit)
		} else {
			found = append(found, p)
		}
	}
	return found
}

// placeAt reads the agency or the unit that token i begins.
func placeAt(text string, tokens []token, i int) (place, bool) {
	if body, size := agencyAt(tokens[i:]); size > 0 {
		return place{from: i, to: i + size, agency: true, sure: true, body: vietnamese.Slug(body), bodySize: size}, true
	}
	for size := min(maxUnitTokens, len(tokens)-i); size > 1; size-- { // one syllable is too little
		these := tokens[i : i+size]
		words := folded(these)
		if words == "" || vocab().names[words] {
			continue
		}
		for _, name := range []string{typed(these), text[these[0].start:these[size-1].end]} {
			if u := unitNamed(name); u != nil {
				sure := vietnamese.Slug(u.Name) != vietnamese.Slug(name) || slices.ContainsFunc(gazetteer.Vietnam().Find(name), func(u *gazetteer.Unit) bool {
					return u.Level < gazetteer.Commune
				})
				return place{from: i, to: i + size, unit: vietnamese.Slug(u.Name), sure: sure}, true
			}
		}
	}
	return place{}, false
}

// unitNamed is the first unit that words name; accents, when they are typed,
// must be the unit's. It is nil when there is none.
func unitNamed(words string) *gazetteer.Unit {
	found := gazetteer.Vietnam().Find(words)
	if len(found) == 0 {
		return nil
	}
	if lower := strings.ToLower(words); lower != vietnamese.Fold(words) && !strings.HasSuffix(lower, strings.ToLower(found[0].Name)) {
		return nil
	}
	return found[0]
}

func isUnit(name string) bool { return unitNamed(name) != nil }

// agencyAt reads a body, "ubnd", "bo tai chinh", and tells how many tokens name
// it. Its place, when there is one, is found behind it.
func agencyAt(tokens []token) (body string, size int) {
	words := tokens[:min(len(tokens), maxUnitTokens)]
	for i, t := range words {
		if t.used || t.digits {
			words = words[:i]
			break
		}
	}
	text := strings.ToLower(typed(words))
	f := vietnamese.FoldOffsets(text)
	a, end, ok := agency.At(f, text, 0)
	if !ok {
		return "", 0
	}
	name := f.Text[:end]
	if a.Level != "" { // "ubnd huyện" is a body and the kind of its place
		name = strings.TrimSuffix(name, " "+vietnamese.Fold(a.Level))
	}
	return a.Body, len(strings.Fields(name))
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
