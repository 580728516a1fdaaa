package search

import (
	"context"
	"slices"

	"tracuu/internal/filter"
	"tracuu/internal/query"
)

// Search answers a question: look-ups on the first page, then the full text.
// What a look-up shows is not repeated among the hits. Errors wrap
// ErrQuestion when the question itself cannot be used.
func (s *Service) Search(ctx context.Context, q Question) (Answer, error) {
	asked, err := q.understand(today())
	if err != nil {
		return Answer{}, err
	}
	answer := newAnswer(asked.Text)
	answer.Limit, answer.Offset, answer.Sort = asked.Limit, asked.from.offset, asked.Sort
	answer.Where = asked.where
	answer.Chips, answer.Notes = append(answer.Chips, asked.query.Chips...), asked.query.Notes
	if asked.empty() {
		return answer, nil
	}
	if err := s.lookUp(ctx, asked.query.Number, asked.where, &answer); err != nil {
		return Answer{}, err
	}
	answer.setVagueAside()
	shown := map[string]bool{} // articles, by id
	for _, f := range answer.Lookups {
		if f.Place != nil {
			shown[f.Place.ArticleID] = true
		}
	}
	if !asked.first() { // they stand on the first page only
		answer.Lookups, answer.Near = []Found{}, []Found{}
	}
	if err := s.fullText(ctx, asked, shown, &answer); err != nil || !asked.first() {
		return answer, err
	}
	if answer.DidYouMean, err = s.didYouMean(ctx, asked.Text); err != nil {
		return answer, err
	}
	return answer, s.addUnits(ctx, asked, shown, &answer)
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
	text, err := cleanText("q", text)
	if err != nil {
		return Answer{}, err
	}
	answer := newAnswer(text)
	read := query.Read(text, query.Options{Today: today()})
	answer.Chips, answer.Notes = append(answer.Chips, read.Chips...), read.Notes
	return answer, s.lookUp(ctx, read.Number, read.Where, &answer)
}

func newAnswer(text string) Answer {
	return Answer{Text: text, Lookups: []Found{}, Near: []Found{}, Hits: []Hit{}, Units: []Unit{}, Earlier: []Earlier{}, Chips: []query.Chip{}}
}

// lookUp adds the documents that a number may mean, when there is one. Those that
// contradict the condition are only near.
func (s *Service) lookUp(ctx context.Context, n *query.Number, where *filter.Expr, answer *Answer) error {
	if n == nil {
		return nil
	}
	answer.Number = read(n)
	found, err := s.find(ctx, *n)
	if err != nil {
		return err
	}
	fits := slices.IndexFunc(found, func(f Found) bool { return !f.Fits })
	if fits <= 0 { // all fit, or none does
		fits = len(found)
	}
	for i, f := range found {
		switch against := contradicted(f.Document.Document, where); {
		case against == "" && i < fits:
			answer.Lookups = append(answer.Lookups, f)
		case against != "":
			f.Fits = false
			f.Reason += "; trái điều kiện lọc: " + against
			answer.Near = append(answer.Near, f)
		default:
			answer.Near = append(answer.Near, f)
		}
	}
	return nil
}
