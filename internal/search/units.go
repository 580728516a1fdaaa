package search

import (
	"context"
	"strings"

	"tracuu/internal/gazetteer"
)

// Unit is an administrative unit that a question names, and what it was before
// or became by the reform of 1 July 2025.
type Unit struct {
	Name     string   `json:"name"`     // xã Càng Long, tỉnh Vĩnh Long
	Ended    bool     `json:"ended"`    // it stood until 30 June 2025
	Formerly []string `json:"formerly"` // whose bodies issued what concerns it: huyện Càng Long, tỉnh Trà Vinh
	Today    []string `json:"today"`    // what stands where it stood, when it ended
}

// Earlier is what is found under the former name of a unit that is asked for.
type Earlier struct {
	Unit string `json:"unit"` // huyện Càng Long, tỉnh Trà Vinh
	Text string `json:"text"` // the question with that name, in quotes
	Hits []Hit  `json:"hits"`
}

// Bounds of what a unit adds to an answer.
const (
	maxUnits   = 3
	maxEarlier = 3 // former units that are searched for
	fewHits    = 3 // of each
)

// UnitsIn lists the administrative units that a text names, a body's name for
// one, and that the reform of 1 July 2025 touched.
func (s *Service) UnitsIn(text string) []Unit {
	var found []Unit
	for _, n := range namingsIn(text) {
		if u, _, touched := unitOf(n); touched {
			found = append(found, u)
		}
	}
	return found
}

// addUnits tells of the units that the question names, and finds what was issued
// under their former names: the documents of a district do not know the name of
// the commune that stands there now.
func (s *Service) addUnits(ctx context.Context, q inquiry, shown map[string]bool, answer *Answer) error {
	for _, n := range namingsIn(q.words) {
		u, former, touched := unitOf(n)
		if !touched {
			continue
		}
		answer.Units = append(answer.Units, u)
		for _, old := range former {
			if len(answer.Earlier) == maxEarlier {
				break
			}
			if err := s.addEarlier(ctx, q, n, old, shown, answer); err != nil {
				return err
			}
		}
	}
	return nil
}

// namingsIn are the first places where a text names units.
func namingsIn(text string) []gazetteer.Naming {
	all := gazetteer.Vietnam().InText(text)
	return all[:min(len(all), maxUnits)]
}

// unitOf tells of a unit that is named, and from which it was made; touched is
// false when the reform changed nothing of it.
func unitOf(n gazetteer.Naming) (u Unit, former []*gazetteer.Unit, touched bool) {
	if now, ok := n.Today(); ok {
		former = now.Formerly()
		return Unit{Name: now.Path(), Formerly: paths(former), Today: []string{}}, former, len(former) > 0
	}
	if old, ok := n.Ended(); ok {
		return Unit{Name: old.Path(), Ended: true, Formerly: []string{}, Today: paths(old.Successors(gazetteer.Reform))}, nil, true
	}
	return Unit{}, nil, false
}

// addEarlier asks the question with the name of a former unit.
func (s *Service) addEarlier(ctx context.Context, q inquiry, n gazetteer.Naming, old *gazetteer.Unit, shown map[string]bool, answer *Answer) error {
	former := q
	if strings.EqualFold(q.words[n.Start:n.End], old.FullName()) { // a province that kept its name
		return nil
	}
	former.words = q.words[:n.Start] + `"` + old.FullName() + `"` + q.words[n.End:]
	former.Text, former.Limit, former.Facets, former.from = former.words, fewHits, false, cursor{}
	found := newAnswer(former.words)
	if err := s.fullText(ctx, former, shown, &found); err != nil {
		return err
	}
	if len(found.Hits) > 0 {
		answer.Earlier = append(answer.Earlier, Earlier{Unit: old.Path(), Text: former.words, Hits: found.Hits})
	}
	return nil
}

func paths(units []*gazetteer.Unit) []string {
	out := make([]string, 0, len(units))
	for _, u := range units {
		out = append(out, u.Path())
	}
	return out
}
