package search

import (
	"strings"

	"tracuu/data"
	"tracuu/internal/gazetteer"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// shortForms are the forms of office language that mean the same, folded: by
// each, the others.
type shortForms map[string][]string

// longestForm is how many syllables a full form has at most.
const longestForm = 7

func loadShortForms() (shortForms, error) {
	rows, err := data.Table("abbreviations.txt", 2)
	if err != nil {
		return nil, err
	}
	forms := shortForms{}
	for _, row := range rows {
		short, full := vietnamese.Fold(row[0]), vietnamese.Fold(row[1])
		forms[short] = append(forms[short], full)
		forms[full] = append(forms[full], short)
	}
	return forms, nil
}

// phrases makes each word a phrase that must stand in a text; a form that has
// others may stand there as any of them.
func (f shortForms) phrases(words []string) []store.Phrases {
	var out []store.Phrases
	for i := 0; i < len(words); i++ {
		form := words[i]
		for n := min(longestForm, len(words)-i); n > 1; n-- {
			if whole := strings.Join(words[i:i+n], " "); f[whole] != nil {
				form = whole
				i += n - 1
				break
			}
		}
		out = append(out, append(store.Phrases{form}, f[form]...))
	}
	return out
}

// maxPlaceNames bounds the names of places that one place stands for.
const maxPlaceNames = 60

// placePhrases are the names under which a place and what lies in it is found:
// of a province its districts, of a unit of today also those that it was made
// of. Names that other provinces have as well are left out, except as typed.
func placePhrases(g *gazetteer.Gazetteer, text string, words []string) []store.Phrases {
	if len(words) == 0 {
		return nil
	}
	typed := strings.Join(words, " ")
	unit, ok := placeOf(g, text)
	if !ok {
		return splitPhrases(words)
	}
	phrases := store.Phrases{typed}
	if own := strings.Join(foldedWords(unit.FullName()), " "); !strings.Contains(own, typed) {
		phrases = append(phrases, own)
	}
	among := append([]*gazetteer.Unit{unit}, unit.Formerly()...)
	for _, u := range g.Units() {
		if len(phrases) == maxPlaceNames {
			break
		}
		name := strings.Join(foldedWords(u.FullName()), " ")
		if u.Level != gazetteer.Commune && within(u, among) && name != typed && onlyWithin(g, u, among) {
			phrases = append(phrases, name)
		}
	}
	return []store.Phrases{phrases}
}

func splitPhrases(words []string) []store.Phrases {
	var out []store.Phrases
	for _, w := range words {
		out = append(out, store.Phrases{w})
	}
	return out
}

// placeOf is the one unit that a text names, of today before one that ended.
func placeOf(g *gazetteer.Gazetteer, text string) (*gazetteer.Unit, bool) {
	n := gazetteer.Naming{Units: g.Find(text)}
	if named := g.InText(text); len(named) > 0 {
		n = named[0]
	}
	if u, ok := n.Today(); ok {
		return u, true
	}
	return n.Ended()
}

func within(u *gazetteer.Unit, among []*gazetteer.Unit) bool {
	for _, other := range among {
		if u.Within(other) {
			return true
		}
	}
	return false
}

// onlyWithin tells that no unit above the communes has the same name elsewhere.
func onlyWithin(g *gazetteer.Gazetteer, u *gazetteer.Unit, among []*gazetteer.Unit) bool {
	for _, same := range g.Find(u.FullName()) {
		if same.Level != gazetteer.Commune && same.Kind == u.Kind && same.Name == u.Name && !within(same, among) {
			return false
		}
	}
	return true
}
