package crawler

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"tracuu/internal/evaluate/extraction"
	"tracuu/internal/extract"
)

type evaluateExtraction struct {
	Labels   string   `required:"" type:"existingfile" placeholder:"FILE" help:"labelled pages, JSON lines as the labelling guide describes them"`
	Pages    []string `required:"" placeholder:"DIR" help:"folders or files that hold the pages; may be given several times"`
	Baseline string   `default:"testdata/extraction-baseline.json" placeholder:"FILE" help:"recorded run to compare with; absent: no comparison"`
	Record   bool     `help:"write this run as the baseline, gains and losses alike"`
	Write    string   `placeholder:"FILE" help:"write the figures as a page, as docs/ACCURACY.md"`
	Errors   string   `placeholder:"FIELD" help:"list what was missed and what was invented in a field"`
}

// Run implements kong's command. It fails when a finding was lost against the
// baseline and the loss is not being recorded.
func (c *evaluateExtraction) Run(s *session) error {
	labels, err := readLabels(c.Labels)
	if err != nil {
		return err
	}
	read, err := c.read(s, labels)
	if err != nil {
		return err
	}
	outcomes := extraction.Measure(labels, read)
	out := sayer{w: s.stdout}
	if c.Errors != "" {
		out.faults(c.Errors, outcomes)
	}
	out.figures(outcomes)
	if c.Write != "" {
		if err := writeAbove(c.Write, extraction.Report(outcomes)); err != nil {
			return fmt.Errorf("write the figures: %w", err)
		}
	}
	lost, err := c.compare(&out, outcomes)
	if err := errors.Join(err, out.err); err != nil {
		return err
	}
	if lost > 0 && !c.Record {
		return fmt.Errorf("%d findings of %s are lost; mend them, or record them with --record", lost, c.Baseline)
	}
	return nil
}

// compare tells what changed since the recorded run, and records this one when
// asked to. It returns how many findings were lost.
func (c *evaluateExtraction) compare(out *sayer, outcomes []extraction.Outcome) (lost int, err error) {
	recorded, err := os.ReadFile(c.Baseline)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return 0, fmt.Errorf("read the baseline: %w", err)
	}
	if err == nil {
		before, err := extraction.ReadBaseline(bytes.NewReader(recorded))
		if err != nil {
			return 0, fmt.Errorf("%s: %w", c.Baseline, err)
		}
		lost = out.changes(extraction.Changes(before, outcomes))
	}
	if !c.Record {
		return lost, nil
	}
	var b bytes.Buffer
	if err := extraction.NewBaseline(outcomes).Write(&b); err != nil {
		return lost, err
	}
	return lost, os.WriteFile(c.Baseline, b.Bytes(), 0o644) //nolint:gosec // a file of the project
}

func readLabels(path string) (labels []extraction.Page, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the labels: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if labels, err = extraction.ReadPages(f); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return labels, nil
}

// read reads the labelled pages as crawler extract does: a site's repeated
// lines are learnt from all of its pages, and what is measured is the line
// that outside programs get.
func (c *evaluateExtraction) read(s *session, labels []extraction.Page) (_ []extraction.Page, err error) {
	known, err := loadPortals()
	if err != nil {
		return nil, err
	}
	sources, err := listSources(c.Pages)
	if err != nil {
		return nil, err
	}
	files, err := s.newFileReader(userCache())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	b := &bench{known: known, extractor: extract.New(known), files: files}
	if b.repeated, err = b.learnSites(s.ctx, sources); err != nil {
		return nil, err
	}
	var lines bytes.Buffer
	for _, src := range sources {
		if !slices.ContainsFunc(labels, func(l extraction.Page) bool { return strings.HasSuffix(src.name, l.Page) }) {
			continue
		}
		l, err := b.read(s.ctx, src)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", src.name, err)
		}
		if err := l.write(&lines); err != nil {
			return nil, err
		}
	}
	return extraction.ReadPages(&lines)
}

func (s *sayer) figures(outcomes []extraction.Outcome) {
	for _, f := range extraction.Figures(outcomes) {
		s.line("%-14s gold %5d  precision %.4f  recall %.4f  F1 %.4f", f.Field, f.Gold(), f.Precision(), f.Recall(), f.F1())
	}
}

func (s *sayer) faults(field string, outcomes []extraction.Outcome) {
	for _, o := range outcomes {
		if o.Field != field {
			continue
		}
		for _, item := range o.Missed {
			s.line("missed\t%s\t%s", o.Page, item)
		}
		for _, item := range o.Invented {
			s.line("invented\t%s\t%s", o.Page, item)
		}
	}
}

// changes prints gains and losses and returns how many losses there are.
func (s *sayer) changes(all []extraction.Change) (lost int) {
	for _, c := range all {
		word := "gained"
		switch {
		case c.Loss && c.Invented:
			word = "now invented"
		case c.Loss:
			word = "lost"
		case c.Invented:
			word = "no longer invented"
		}
		if c.Loss {
			lost++
		}
		s.line("%s\t%s\t%s\t%s", word, c.Field, c.Page, c.Item)
	}
	s.line("against the baseline: %d gained, %d lost", len(all)-lost, lost)
	return lost
}
