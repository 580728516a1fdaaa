package evaluate

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Ranked is one record found for a question.
type Ranked struct {
	ID    string
	Score float64
}

// Run holds what was found for each question, best first.
type Run map[string][]Ranked

// Write writes a run in TREC's format, a line for each record: question, Q0,
// record, rank from 1, score, tag. Fields are parted by tabs when an id has a
// blank in it, else by blanks. Scores that do not fall with the rank are
// lowered, for readers of the format order by score.
func (r Run) Write(w io.Writer, tag string) error {
	out := bufio.NewWriter(w)
	gap := r.gap()
	for _, question := range slices.Sorted(maps.Keys(r)) {
		last := math.Inf(1)
		for i, hit := range r[question] {
			last = below(hit.Score, last)
			line := []string{question, "Q0", hit.ID, strconv.Itoa(i + 1), strconv.FormatFloat(last, 'g', -1, 64), tag}
			if _, err := out.WriteString(strings.Join(line, gap) + "\n"); err != nil {
				return fmt.Errorf("write the run: %w", err)
			}
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the run: %w", err)
	}
	return nil
}

func below(score, last float64) float64 {
	if score < last {
		return score
	}
	return math.Nextafter(last, math.Inf(-1))
}

func (r Run) gap() string {
	for question, hits := range r {
		if strings.Contains(question, " ") || slices.ContainsFunc(hits, func(h Ranked) bool { return strings.Contains(h.ID, " ") }) {
			return "\t"
		}
	}
	return " "
}

// ReadRun reads a run in TREC's format; the written ranks give the order.
// Errors name the line.
func ReadRun(r io.Reader) (Run, error) {
	type placed struct {
		Ranked
		rank int
	}
	found := map[string][]placed{}
	lines, n := newLines(r), 0
	for lines.Scan() {
		n++
		f := fields(lines.Text())
		if len(f) == 0 {
			continue
		}
		if len(f) != 6 {
			return nil, fmt.Errorf("line %d of the run: %d fields, want question, Q0, record, rank, score and tag", n, len(f))
		}
		rank, err := strconv.Atoi(f[3])
		if err != nil {
			return nil, fmt.Errorf("line %d of the run: the rank is %q", n, f[3])
		}
		score, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d of the run: the score is %q", n, f[4])
		}
		found[f[0]] = append(found[f[0]], placed{Ranked{f[2], score}, rank})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("run after line %d: %w", n, err)
	}
	run := Run{}
	for question, hits := range found {
		slices.SortStableFunc(hits, func(a, b placed) int { return cmp.Compare(a.rank, b.rank) })
		for _, h := range hits {
			run[question] = append(run[question], h.Ranked)
		}
	}
	return run, nil
}
