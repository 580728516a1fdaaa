package retrieval

import (
	"context"
	"fmt"
	"strings"

	"tracuu/internal/rank"
	"tracuu/internal/vietnamese"
)

// Bounds of the look at words typed together.
const (
	leastGlued = 5 // letters
	mostGlued  = 16
	maxGlued   = 4 // words of a question
	// gluedFactor is how many times as often a split must stand in the records
	// as the word itself, which addresses of sites hold glued.
	gluedFactor = 4
)

// parted is a way to part a glued word: all its neighbours must be known.
type parted struct {
	words []string
	pairs []int // terms to ask the engine for
}

// unglue parts words that were typed together, "krongno", where the records
// know the parts side by side and hardly the whole. It returns the question to
// ask instead, the same when there is nothing to part. Terms are weighed.
func (s *Searcher) unglue(ctx context.Context, q *rank.Question, text string) (*rank.Question, error) {
	records, with, err := s.weigh(ctx, q)
	if err != nil {
		return nil, err
	}
	terms := q.Terms()
	changed := text
	parts := 0
	for i, word := range terms {
		if parts == maxGlued || !gluable(word) || with[i]*50 > records {
			continue
		}
		split, err := s.split(ctx, word, with[i])
		if err != nil {
			return nil, err
		}
		if split != "" {
			changed = replaceWord(changed, word, split)
			parts++
		}
	}
	if parts == 0 {
		return q, nil
	}
	q = s.ranker.Ask(changed)
	_, _, err = s.weigh(ctx, q)
	return q, err
}

func (s *Searcher) weigh(ctx context.Context, q *rank.Question) (uint64, []uint64, error) {
	records, with, err := s.engine.Frequencies(ctx, q.Terms())
	if err != nil {
		return 0, nil, fmt.Errorf("weigh the words: %w", err)
	}
	q.Weigh(records, with)
	return records, with, nil
}

// split returns the most frequent way to part a word into two or three, empty
// when none is known well enough.
func (s *Searcher) split(ctx context.Context, word string, with uint64) (string, error) {
	var ways []parted
	var pairs []string
	for i := 1; i < len(word); i++ {
		pairs = append(pairs, word[:i]+" "+word[i:])
		ways = append(ways, parted{[]string{word[:i], word[i:]}, []int{len(pairs) - 1}})
		for j := i + 1; j < len(word); j++ {
			pairs = append(pairs, word[:i]+" "+word[i:j], word[i:j]+" "+word[j:])
			ways = append(ways, parted{[]string{word[:i], word[i:j], word[j:]}, []int{len(pairs) - 2, len(pairs) - 1}})
		}
	}
	_, known, err := s.engine.Frequencies(ctx, pairs)
	if err != nil {
		return "", fmt.Errorf("part %q: %w", word, err)
	}
	best, most := "", with*gluedFactor
	for _, w := range ways {
		n := known[w.pairs[0]]
		for _, p := range w.pairs {
			n = min(n, known[p])
		}
		if n > most {
			best, most = strings.Join(w.words, " "), n
		}
	}
	return best, nil
}

// gluable tells whether a term is a single word of as many letters as two
// syllables have.
func gluable(term string) bool {
	if len(term) < leastGlued || len(term) > mostGlued {
		return false
	}
	for _, r := range term {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

// replaceWord writes other for each place of a folded word in a text.
func replaceWord(text, word, other string) string {
	var b strings.Builder
	last := 0
	for t := range vietnamese.Tokens(text) {
		if t.Text == word && t.Kind == vietnamese.Syllable {
			b.WriteString(text[last:t.Start])
			b.WriteString(other)
			last = t.End
		}
	}
	return b.String() + text[last:]
}
