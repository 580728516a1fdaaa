package search

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tracuu/data"
	"tracuu/internal/config"
	"tracuu/internal/evaluate"
	"tracuu/internal/portal"
	"tracuu/internal/search"
	"tracuu/internal/vietnamese"
)

type evaluateTopics struct {
	judged  `embed:""`
	RunFile string            `name:"run" placeholder:"FILE" help:"where to write what was found, in TREC's format"`
	Map     map[string]string `placeholder:"PORT=PORTAL" mapsep:"," help:"portal of the copies that were served on a port; may be given several times"`
	Options config.Flags      `embed:""`
}

// topicDepth is how many distinct pages of a query are ranked.
const topicDepth = 20

// Run implements kong's command.
func (c *evaluateTopics) Run(s *session) (err error) {
	questions, grades, err := c.read()
	if err != nil {
		return err
	}
	base, err := c.baseline()
	if err != nil {
		return err
	}
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	h, err := open(s.ctx, e.Data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	if err := h.sync(s.ctx, e.Data); err != nil {
		return err
	}
	known, err := portal.Load(data.Portals())
	if err != nil {
		return err
	}
	pages, err := readPages(s.ctx, h.store, newPageNames(known, c.Map, grades))
	if err != nil {
		return err
	}
	absent, ceiling := pages.missing(grades), pages.perfect(grades)
	grades = grades.Stand(pages.stands)
	run := evaluate.Run{}
	for _, q := range questions {
		if run[q.ID], err = pages.rank(s.ctx, h.service, q); err != nil {
			return err
		}
	}
	t := newTable(s.stdout)
	t.line("pages         %d in the store, %d of them copies; %d judged pages absent", len(pages.names), pages.copies(), absent)
	t.line("ceiling       %.4f  nDCG@10 of a perfect order of the pages in the store", evaluate.Score(ceiling, grades, evaluate.NDCG(10)).Mean())
	t.topics(run, grades, base, questions)
	if c.RunFile == "" {
		return t.close()
	}
	return errors.Join(t.close(), writeRun(c.RunFile, run))
}

// rank asks one query page by page, as a reader turns pages, until enough
// distinct pages are found.
func (p *pages) rank(ctx context.Context, service *search.Service, q evaluate.Question) ([]evaluate.Ranked, error) {
	var found []evaluate.Ranked
	seen := map[string]bool{}
	add := func(name string) {
		if s, ok := p.stands[name]; ok {
			name = s
		}
		if !seen[name] {
			seen[name] = true
			found = append(found, evaluate.Ranked{ID: name, Score: 1 / float64(len(found)+1)})
		}
	}
	for offset := 0; len(found) < topicDepth; {
		answer, err := service.Search(ctx, search.Question{Text: q.Text, Offset: offset})
		if err != nil {
			return nil, fmt.Errorf("query %s: %w", q.ID, err)
		}
		for _, name := range p.shown(answer) {
			add(name)
		}
		if answer.Next <= offset {
			break
		}
		offset = answer.Next
	}
	return found, nil
}

// shown are the pages of an answer as the terminal prints them: look-ups, hits,
// near look-ups. A document that no page tells of takes its place all the same.
func (p *pages) shown(a search.Answer) []string {
	var names []string
	looked := func(all []search.Found) {
		for _, f := range all {
			if f.Place != nil {
				names = append(names, p.name(f.Place.ArticleID))
			} else {
				names = append(names, documentFolder+f.ID)
			}
		}
	}
	looked(a.Lookups)
	for _, h := range a.Hits {
		if h.ArticleID != "" {
			names = append(names, p.name(h.ArticleID))
		} else {
			names = append(names, documentFolder+h.ID)
		}
	}
	looked(a.Near)
	return names
}

// documentFolder stands for the portal of documents that no page tells of.
const documentFolder = "document/"

// topics prints the figures over all queries, and apart for those with and
// without diacritics.
func (t *table) topics(run evaluate.Run, grades evaluate.Judgements, base evaluate.Run, questions []evaluate.Question) {
	texts := textsOf(questions)
	accented := func(id string) bool { return vietnamese.Fold(texts[id]) != strings.ToLower(vietnamese.NFC(texts[id])) }
	main := evaluate.NDCG(10)
	for _, group := range []struct {
		name string
		keep func(id string) bool
	}{
		{"all", func(string) bool { return true }},
		{"with diacritics", accented},
		{"without diacritics", func(id string) bool { return !accented(id) }},
	} {
		t.line("%s", group.name)
		for _, m := range []evaluate.Measure{main, evaluate.Success(1), evaluate.Success(5)} {
			t.figure(m.Name, evaluate.Score(run, grades, m).Only(group.keep))
		}
	}
	if base != nil {
		t.comparison(evaluate.Compare(evaluate.Score(base, grades, main), evaluate.Score(run, grades, main)), texts)
	}
}
