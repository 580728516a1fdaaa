package search

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/evaluate"
)

type evaluateCommand struct {
	Retrieval evaluateRetrieval `cmd:"" help:"questions over a plain corpus that is indexed for the purpose"`
	Lookup    evaluateLookup    `cmd:"" help:"documents of a register by number, typed in many sloppy ways"`
	Topics    evaluateTopics    `cmd:"" help:"short queries over a crawled store, graded pages"`
}

// runTag names this program in the runs that it writes.
const runTag = "tracuu"

// judged is what every evaluation is asked with.
type judged struct {
	Queries  string `required:"" type:"existingfile" placeholder:"FILE" help:"questions, JSON lines {id,text}"`
	Qrels    string `required:"" type:"existingfile" placeholder:"FILE" help:"judgements: question, record, grade"`
	Baseline string `type:"existingfile" placeholder:"RUN" help:"compare in pairs with a run recorded before"`
}

func (j judged) read() ([]evaluate.Question, evaluate.Judgements, error) {
	var questions []evaluate.Question
	var grades evaluate.Judgements
	err := withFile(j.Queries, func(r io.Reader) (err error) {
		questions, err = evaluate.ReadQuestions(r)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	err = withFile(j.Qrels, func(r io.Reader) (err error) {
		grades, err = evaluate.ReadJudgements(r)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	asked := evaluate.Judgements{}
	for _, q := range questions { // judgements of other questions do not count
		if g, ok := grades[q.ID]; ok {
			asked[q.ID] = g
		}
	}
	if len(asked) == 0 {
		return nil, nil, fmt.Errorf("no question of %s is judged in %s: are they of one set?", j.Queries, j.Qrels)
	}
	return questions, asked, nil
}

// baseline is nil when none was asked for.
func (j judged) baseline() (run evaluate.Run, err error) {
	if j.Baseline == "" {
		return nil, nil
	}
	err = withFile(j.Baseline, func(r io.Reader) (err error) {
		run, err = evaluate.ReadRun(r)
		return err
	})
	return run, err
}

// withFile reads a file, unpacked when its name ends in .zst.
func withFile(path string, read func(io.Reader) error) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var r io.Reader = f
	if strings.HasSuffix(path, ".zst") {
		z, err := zstd.NewReader(f, zstd.WithDecoderMaxMemory(1<<30))
		if err != nil {
			return fmt.Errorf("unpack %s: %w", path, err)
		}
		defer z.Close()
		r = z
	}
	if err := read(r); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// writeRun writes a run to a file.
func writeRun(path string, run evaluate.Run) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("create the run: %w", err)
	}
	return errors.Join(run.Write(f, runTag), f.Close())
}

// table prints figures, and keeps the first error.
type table struct {
	out *bufio.Writer
	err error
}

func (t *table) line(format string, args ...any) {
	_, err := fmt.Fprintf(t.out, format+"\n", args...)
	t.err = cmp.Or(t.err, err)
}

// figure prints a mean with its interval; programs read the first two words.
func (t *table) figure(name string, s evaluate.Scores) {
	i := evaluate.Bootstrap(s.Values)
	t.line("%-13s %.4f  [%.4f, %.4f]  n=%d", name, s.Mean(), i.Low, i.High, len(s.Values))
}

// mostChanged is how many questions that won or lost are named.
const mostChanged = 8

// comparison prints how a run fares against a baseline.
func (t *table) comparison(c evaluate.Comparison, texts map[string]string) {
	word := "not clear"
	if c.Clear() {
		word = "clear"
	}
	t.line("%s against the baseline: %.4f -> %.4f, gain %+.4f [%+.4f, %+.4f] (%s); won %d, lost %d, same %d",
		c.Measure, c.Old, c.New, c.New-c.Old, c.Gain.Low, c.Gain.High, word, len(c.Won), len(c.Lost), c.Same)
	for _, part := range []struct {
		name    string
		changes []evaluate.Change
	}{{"won", c.Won}, {"lost", c.Lost}} {
		for _, x := range part.changes[:min(mostChanged, len(part.changes))] {
			t.line("  %-4s %.3f -> %.3f  %s  %s", part.name, x.Old, x.New, x.Question, plain(texts[x.Question]))
		}
	}
}

func (t *table) close() error { return errors.Join(t.err, t.out.Flush()) }

func newTable(w io.Writer) *table { return &table{out: bufio.NewWriter(w)} }

func textsOf(questions []evaluate.Question) map[string]string {
	texts := make(map[string]string, len(questions))
	for _, q := range questions {
		texts[q.ID] = q.Text
	}
	return texts
}
