package search

import (
	"strings"

	"tracuu/internal/completion"
	"tracuu/internal/gazetteer"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// titleEntry is an article, or a document that only a register tells of, by
// its title. Extra holds what of the two it is.
func titleEntry(h store.Heading) completion.Entry {
	weight := 0
	if !h.Published.IsZero() {
		weight = min(max(3*(h.Published.Year-1990), 0), completion.MaxWeight)
	}
	detail := make([]string, 0, 2)
	if !h.Published.IsZero() {
		detail = append(detail, h.Published.Vietnamese())
	}
	if by := strings.TrimSpace(h.Issuer); by != "" {
		detail = append(detail, by)
	} else if h.Place != "" {
		detail = append(detail, h.Place)
	}
	return completion.Entry{
		ID: h.ID, Label: clip(strings.Join(strings.Fields(h.Title), " "), maxLabel), Detail: strings.Join(detail, " · "),
		Extra: string(h.Kind), Weight: weight,
	}
}

// maxLabel is the length of a title, in runes.
const maxLabel = 300

func (n *names) suggestTitles(typed completion.Typed, limit int) []ranked {
	var out []ranked
	for _, m := range together(n.titles, typed, limit) {
		s := Suggestion{Kind: SuggestTitle, Text: m.Label, Parts: typed.Parts(m.Label), Count: m.Same}
		if m.Same == 1 {
			s.Detail = m.Detail
			switch model.ChangeKind(m.Extra) {
			case model.DocumentChanged:
				s.DocumentID = m.ID
			case model.ArticleChanged:
				s.ArticleID = m.ID
			}
		}
		out = append(out, ranked{s, m.Whole})
	}
	return out
}

// together completes what is typed, and fills up with names that have its
// words elsewhere.
func together(t *completion.Table, typed completion.Typed, limit int) []completion.Match {
	found := t.Complete(typed, limit, nil)
	if len(found) == limit {
		return found
	}
	told := map[string]bool{}
	for _, m := range found {
		told[m.Label] = true
	}
	for _, m := range t.Scattered(typed, limit) {
		if len(found) < limit && !told[m.Label] {
			found = append(found, m)
		}
	}
	return found
}

// agencyEntry is an agency that issued a number of documents.
func agencyEntry(name string, documents int) completion.Entry {
	return completion.Entry{ID: name, Label: name, Weight: 9 * log2(documents)}
}

func (n *names) suggestAgencies(typed completion.Typed, limit int) []ranked {
	var out []ranked
	for _, m := range together(n.agencies, typed, limit) {
		s := Suggestion{Kind: SuggestAgency, Text: m.Label, Parts: typed.Parts(m.Label), Count: 1}
		out = append(out, ranked{s, m.Whole})
	}
	return out
}

// placeEntry is an administrative unit. Those that lie in no other weigh most,
// those that have ended less. Extra holds what is searched for.
func placeEntry(u *gazetteer.Unit) completion.Entry {
	path := u.Path()
	e := completion.Entry{ID: path, Label: path, Key: completion.Key(u.FullName()), Extra: u.FullName()}
	switch u.Level {
	case gazetteer.Province:
		e.Weight = 100
	case gazetteer.District:
		e.Weight = 60
	case gazetteer.Commune:
		e.Weight = 30
		e.Extra = path
	}
	if !u.To.IsZero() {
		e.ID += " " + u.To.String()
		e.Detail = "đến " + u.To.Vietnamese()
		e.Weight -= 20
	}
	return e
}

func (n *names) suggestPlaces(typed completion.Typed, limit int) []ranked {
	var out []ranked
	for _, m := range n.places.Complete(typed, limit, nil) {
		s := Suggestion{Kind: SuggestPlace, Text: m.Extra, Parts: typed.Parts(m.Label), Detail: m.Detail, Count: 1}
		out = append(out, ranked{s, m.Whole})
	}
	return out
}
