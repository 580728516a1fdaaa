package search

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"tracuu/internal/evaluate"
	"tracuu/internal/index/bleve"
	"tracuu/internal/rank"
	"tracuu/internal/retrieval"
	"tracuu/internal/vietnamese"
)

type evaluateRetrieval struct {
	judged      `embed:""`
	Corpus      string `required:"" type:"existingfile" placeholder:"FILE" help:"JSON lines {id,title,text}, .zst unpacked"`
	RunFile     string `name:"run" required:"" placeholder:"FILE" help:"where to write what was found, in TREC's format"`
	Fold        bool   `xor:"typed" help:"strip the questions of their diacritics first"`
	Mixed       bool   `xor:"typed" help:"strip half of the syllables of their diacritics, move tones (hòa, hoà) and decompose the questions (NFD) first"`
	Distractors string `type:"existingfile" placeholder:"FILE" help:"mix a second corpus in; records whose source is a law, code or ordinance are left out"`
	Explain     string `placeholder:"QUESTION" help:"show what the scores of one question are made of"`
}

// runDepth is how many records of a question are ranked and written.
const runDepth = 100

// Run implements kong's command.
func (c *evaluateRetrieval) Run(s *session) (err error) {
	questions, grades, err := c.read()
	if err != nil {
		return err
	}
	base, err := c.baseline()
	if err != nil {
		return err
	}
	c.retype(questions)
	records, err := c.load()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "tracuu-evaluate-")
	if err != nil {
		return fmt.Errorf("a folder for the index: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	engine, err := bleve.Open(s.ctx, filepath.Join(dir, indexFolder), bleve.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(engine.Close(), err) }()
	if err := records.fill(s.ctx, engine); err != nil {
		return err
	}
	ranker, err := rank.Load()
	if err != nil {
		return err
	}
	searcher := retrieval.New(engine, records, ranker, retrieval.Options{})
	t := newTable(s.stdout)
	if c.Explain != "" {
		return errors.Join(explainQuestion(s.ctx, searcher, questions, grades, c.Explain, t), t.close())
	}
	run, took, err := rankAll(s.ctx, searcher, questions)
	if err != nil {
		return err
	}
	t.line("corpus        %d records, %d of laws left out of the distractors, %d judged ones absent",
		len(records.order), records.skipped, records.missing(grades))
	t.line("questions     %d, %s each", len(questions), took.Round(10*time.Microsecond))
	t.measures(run, grades, base, questions)
	return errors.Join(t.close(), writeRun(c.RunFile, run))
}

// retype writes the questions as the flags say.
func (c *evaluateRetrieval) retype(questions []evaluate.Question) {
	for i := range questions {
		switch q := &questions[i]; {
		case c.Fold:
			q.Text = vietnamese.Fold(q.Text)
		case c.Mixed:
			q.Text = evaluate.Mixed(q.Text)
		}
	}
}

func (c *evaluateRetrieval) load() (*corpus, error) {
	records := &corpus{texts: map[string]retrieval.Text{}}
	if err := withFile(c.Corpus, func(r io.Reader) error { return records.add(r, false) }); err != nil {
		return nil, err
	}
	if c.Distractors == "" {
		return records, nil
	}
	return records, withFile(c.Distractors, func(r io.Reader) error { return records.add(r, true) })
}

// rankAll asks every question, and tells how long one takes in the mean.
func rankAll(ctx context.Context, s *retrieval.Searcher, questions []evaluate.Question) (evaluate.Run, time.Duration, error) {
	run := make(evaluate.Run, len(questions))
	start := time.Now()
	for _, q := range questions {
		found, err := s.Search(ctx, retrieval.Request{Text: q.Text, Limit: runDepth})
		if err != nil {
			return nil, 0, fmt.Errorf("question %s: %w", q.ID, err)
		}
		for _, h := range found.Hits {
			run[q.ID] = append(run[q.ID], evaluate.Ranked{ID: h.ID, Score: h.Score})
		}
	}
	return run, time.Since(start) / time.Duration(max(1, len(questions))), nil
}

// measures prints the figures of a run and its comparison with a baseline.
func (t *table) measures(run evaluate.Run, grades evaluate.Judgements, base evaluate.Run, questions []evaluate.Question) {
	main := evaluate.NDCG(10)
	for _, m := range []evaluate.Measure{main, evaluate.Recall(10), evaluate.Recall(100), evaluate.MRR()} {
		t.figure(m.Name, evaluate.Score(run, grades, m))
	}
	for half := range 2 {
		own := func(question string) bool { return evaluate.Half(question) == half }
		t.figure(fmt.Sprintf("%s/half%d", main.Name, half), evaluate.Score(run, grades, main).Only(own))
	}
	if base != nil {
		c := evaluate.Compare(evaluate.Score(base, grades, main), evaluate.Score(run, grades, main))
		t.comparison(c, textsOf(questions))
	}
}
