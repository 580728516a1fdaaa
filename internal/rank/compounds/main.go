// Command compounds computes data/rules/compounds.txt: the pairs of folded
// syllables that belong together in the language of law and office.
//
//	go run ./internal/rank/compounds CORPUS.jsonl[.zst] > data/rules/compounds.txt
//
// The corpus has a JSON object with "title" and "text" a line. Pairs are
// counted inside clauses; those that stand at least 25 times, have no digit
// and a normalised pointwise mutual information above 0.15 are kept.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/vietnamese"
)

const (
	leastCount    = 25
	leastStrength = 0.15
)

const head = `# Pairs of folded syllables that belong together: pair | strength
# Strength is the normalised pointwise mutual information of neighbours within
# clauses, here for pairs that stand at least 25 times and reach 0.15.
# Computed by "go run ./internal/rank/compounds CORPUS" from Bộ Pháp điển, the
# legal code of Việt Nam (62,323 articles). Facts of counting; no text of it.
`

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "compounds:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 1 {
		return errors.New("usage: compounds CORPUS.jsonl[.zst]")
	}
	f, err := os.Open(args[0]) //nolint:gosec // the corpus that its caller names
	if err != nil {
		return err
	}
	var in io.Reader = f
	if strings.HasSuffix(args[0], ".zst") {
		z, err := zstd.NewReader(f)
		if err != nil {
			return errors.Join(fmt.Errorf("%s: %w", args[0], err), f.Close())
		}
		defer z.Close()
		in = z
	}
	c := counter{syllables: make(map[string]int), pairs: make(map[[2]string]int)}
	if err := c.read(in); err != nil {
		return errors.Join(fmt.Errorf("%s: %w", args[0], err), f.Close())
	}
	return errors.Join(c.write(out), f.Close())
}

// counter counts syllables and neighbours.
type counter struct {
	syllables      map[string]int
	pairs          map[[2]string]int
	total, between int
}

func (c *counter) read(in io.Reader) error {
	d := json.NewDecoder(in)
	for {
		var line struct{ Title, Text string }
		switch err := d.Decode(&line); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		c.count(line.Title)
		c.count(line.Text)
	}
}

func (c *counter) count(text string) {
	prev, end := "", 0
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		if t.Kind == vietnamese.Number {
			prev = ""
			continue
		}
		word := strings.Clone(t.Text)
		c.syllables[word]++
		c.total++
		if prev != "" && !strings.ContainsAny(text[end:t.Start], ".,;:!?\n\"()") {
			c.pairs[[2]string{prev, word}]++
			c.between++
		}
		prev, end = word, t.End
	}
}

// strength is the normalised pointwise mutual information of a pair.
func (c *counter) strength(p [2]string, n int) float64 {
	together := float64(n) / float64(c.between)
	first := float64(c.syllables[p[0]]) / float64(c.total)
	second := float64(c.syllables[p[1]]) / float64(c.total)
	return math.Log(together/(first*second)) / -math.Log(together)
}

func (c *counter) write(out io.Writer) error {
	type row struct {
		pair     string
		strength float64
	}
	var rows []row
	for p, n := range c.pairs {
		if n < leastCount {
			continue
		}
		if s := c.strength(p, n); s > leastStrength {
			rows = append(rows, row{p[0] + " " + p[1], s})
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.pair, b.pair) })
	w := bufio.NewWriter(out)
	lines := []string{head}
	for _, r := range rows {
		lines = append(lines, r.pair+"|"+strings.TrimPrefix(fmt.Sprintf("%.2f", r.strength), "0")+"\n")
	}
	for _, l := range lines {
		if _, err := w.WriteString(l); err != nil {
			return err
		}
	}
	return w.Flush()
}
