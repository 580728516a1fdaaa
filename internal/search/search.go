package search

import (
	"context"
	"slices"

	"tracuu/internal/query"
)

// Search answers a question: look-ups on the first page, then the full text.
// What a look-up shows is not repeated among the hits. Errors wrap
// ErrQuestion when the question itself cannot be used.
func (s *Service) Search(ctx context.Context, q Question) (Answer, error) {
	q, err := q.normal()
	if err != nil {
		return Answer{}, err
	}
	answer := newAnswer(q.Text)
	answer.Limit, answer.Offset = q.Limit, q.Offset
	if q.Text == "" {
		return answer, nil
	}
	if err := s.lookUp(ctx, &answer); err != nil {
		return Answer{}, err
	}
	answer.setVagueAside()
	shown := map[string]bool{} // articles, by id
	for _, f := range answer.Lookups {
		if f.Place != nil {
			shown[f.Place.ArticleID] = true
		}
	}
	if q.Offset > 0 { // they stand on the first page only
		answer.Lookups, answer.Near = []Found{}, []Found{}
	}
	if err := s.fullText(ctx, q, shown, &answer); err != nil || q.Offset > 0 {
		return answer, err
	}
	if answer.DidYouMean, err = s.didYouMean(ctx, q.Text); err != nil {
		return answer, err
	}
	return answer, s.addUnits(ctx, q, shown, &answer)
}

// setVagueAside puts look-ups that only share a bare number, as "bão số 9" does
// with every document of that number, below what the words find.
func (a *Answer) setVagueAside() {
	var sure, vague []Found
	for _, f := range a.Lookups {
		if f.Vague {
			vague = append(vague, f)
		} else {
			sure = append(sure, f)
		}
	}
	if len(vague) > 0 {
		a.Lookups = append([]Found{}, sure...)
		a.Near = append(vague, a.Near...)
	}
}

// Lookup answers by number only. Number is nil when no number was read.
func (s *Service) Lookup(ctx context.Context, text string) (Answer, error) {
	text, err := CleanText("q", text)
	if err != nil {
		return Answer{}, err
	}
	answer := newAnswer(text)
	return answer, s.lookUp(ctx, &answer)
}

func newAnswer(text string) Answer {
	return Answer{Text: text, Lookups: []Found{}, Near: []Found{}, Hits: []Hit{}, Units: []Unit{}, Earlier: []Earlier{}, Chips: []query.Chip{}}
}

// lookUp reads the number of a question, when it has one, and adds the
// documents that it may mean.
func (s *Service) lookUp(ctx context.Context, answer *Answer) error {
	parsed := query.Parse(answer.Text)
	if parsed.Number == nil {
		return nil
	}
	answer.Number = read(parsed.Number)
	found, err := s.find(ctx, *parsed.Number)
	if err != nil {
		return err
	}
	fits := slices.IndexFunc(found, func(f Found) bool { return !f.Fits })
	if fits <= 0 { // all fit, or none does
		fits = len(found)
	}
	answer.Lookups, answer.Near = found[:fits], found[fits:]
	return nil
}
