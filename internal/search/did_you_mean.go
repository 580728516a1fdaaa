package search

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode"

	"tracuu/internal/spelling"
	"tracuu/internal/vietnamese"
)

// Bounds of the look for what was meant.
const (
	maxQuestioned = 24 // words of a question that are looked at
	maxMended     = 3  // words that are changed
	hardlyAny     = 10_000
	muchMore      = 50 // times as many records must have what is proposed
)

// asked is a word of a question.
type asked struct {
	folded     string
	start, end int
	with       uint64 // records that hold it
	mended     bool
}

// didYouMean proposes the question with the words that were likely meant where
// a word stands nowhere in the index, or hardly anywhere and never beside its
// neighbours; empty when there is nothing to propose. Only syllables are
// changed: digits, numbers of documents and filters stay as they were typed.
func (s *Service) didYouMean(ctx context.Context, text string) (string, error) {
	words := questioned(text)
	if len(words) == 0 {
		return "", nil
	}
	records, pairs, err := s.weighWords(ctx, words)
	if err != nil {
		return "", err
	}
	changed := 0
	for i := range words {
		alone := words[i].with*hardlyAny <= records && pairs[i] == 0 && pairs[i+1] == 0 && len(words) > 1
		if words[i].with > 0 && !alone || changed == maxMended {
			continue
		}
		if changed == 0 {
			if err := s.names.ready(ctx); err != nil {
				return "", err
			}
		}
		word, err := s.meant(ctx, words, i)
		if err != nil {
			return "", err
		}
		if word != "" {
			words[i].folded, words[i].mended = word, true
			changed++
		}
	}
	if changed == 0 {
		return "", nil
	}
	return s.names.respell(text, words), nil
}

// filterText is a filter with its value, as loại:KH or nơi:"Càng Long".
var filterText = regexp.MustCompile(`[^\s:"]+:\s?("[^"]*"?|\S*)`)

// questioned lists the words that may be mistyped: those of letters only that
// are no part of a number with a symbol, nor of a filter.
func questioned(text string) []asked {
	filters := filterText.FindAllStringIndex(text, -1)
	var words []asked
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound { // its parts stand before it
			for len(words) > 0 && words[len(words)-1].start >= t.Start {
				words = words[:len(words)-1]
			}
			continue
		}
		inside := false
		for _, f := range filters {
			inside = inside || f[0] <= t.Start && t.Start < f[1]
		}
		if t.Kind == vietnamese.Syllable && !inside && len(words) < maxQuestioned {
			words = append(words, asked{folded: t.Text, start: t.Start, end: t.End})
		}
	}
	return words
}

// weighWords tells how many records hold the words, and each pair: pairs[i] is
// of words i-1 and i.
func (s *Service) weighWords(ctx context.Context, words []asked) (records uint64, pairs []uint64, err error) {
	terms := make([]string, 0, 2*len(words))
	for _, w := range words {
		terms = append(terms, w.folded)
	}
	for i := 1; i < len(words); i++ {
		terms = append(terms, words[i-1].folded+" "+words[i].folded)
	}
	records, with, err := s.index.Frequencies(ctx, terms)
	if err != nil {
		return 0, nil, fmt.Errorf("weigh the words of a question: %w", err)
	}
	for i := range words {
		words[i].with = with[i]
	}
	pairs = append(make([]uint64, 1, len(words)+1), with[len(words):]...)
	return records, append(pairs, 0), nil
}

// meant finds the word that was likely meant by words[i]; empty when none is
// likely, and when it is two words typed together, which are found as such.
func (s *Service) meant(ctx context.Context, words []asked, i int) (string, error) {
	near := s.names.words.Near(words[i].folded)
	if len(near) == 0 {
		return "", nil
	}
	before, after := neighbour(words, i-1), neighbour(words, i+1)
	var terms []string
	for _, n := range near {
		terms = append(terms, n.Word, before+" "+n.Word, n.Word+" "+after)
	}
	glued := len(terms)
	for cut := 2; cut < len(words[i].folded)-1; cut++ {
		terms = append(terms, words[i].folded[:cut]+" "+words[i].folded[cut:])
	}
	_, with, err := s.index.Frequencies(ctx, terms)
	if err != nil {
		return "", fmt.Errorf("weigh what may be meant by %q: %w", words[i].folded, err)
	}
	for _, n := range with[glued:] {
		if n > words[i].with {
			return "", nil
		}
	}
	best, most := "", 0.0
	for k, n := range near {
		score := likely(n, words[i], with[3*k:3*k+3], before != "" || after != "")
		if score > most {
			best, most = n.Word, score
		}
	}
	return best, nil
}

// neighbour is the word at i when the index knows it, or it was mended.
func neighbour(words []asked, i int) string {
	if i < 0 || i >= len(words) || words[i].with == 0 && !words[i].mended {
		return ""
	}
	return words[i].folded
}

// likely weighs a near word: how often it stands in the index, and, which says
// more, beside the neighbours of the typed one; 0 when it is not likely meant.
func likely(n spelling.Near, typed asked, with []uint64, hasNeighbour bool) float64 {
	alone, beside := float64(with[0]), float64(with[1]+with[2])
	if with[0] == 0 || with[0] < muchMore*typed.with || hasNeighbour && beside == 0 {
		return 0
	}
	score := 1 + math.Log1p(alone) + 2*math.Log1p(float64(with[1])) + 2*math.Log1p(float64(with[2])) - 3*float64(n.Distance-1)
	if n.Word[0] != typed.folded[0] { // the first letter is seldom missed
		score -= 2
	}
	return max(score, 0.1)
}

// respell writes the question with the mended words. They get the accents that
// they have in the collection; words typed without any get theirs when all of
// them are known.
func (n *names) respell(text string, words []asked) string {
	plain := vietnamese.Fold(text) == strings.ToLower(text)
	spelled := make([]string, len(words))
	allSure := true // a word alone has the accents that it has most often
	for i, w := range words {
		var sure bool
		spelled[i], sure = n.words.Spelled(plainNeighbour(words, i-1), w.folded, plainNeighbour(words, i+1))
		allSure = allSure && (sure || len(words) == 1)
	}
	var b strings.Builder
	last := 0
	for i, w := range words {
		typed := text[w.start:w.end]
		word := typed
		switch {
		case plain && !allSure && w.mended:
			word = w.folded
		case w.mended, plain && allSure:
			word = spelled[i]
		}
		b.WriteString(text[last:w.start])
		b.WriteString(likeTyped(word, typed))
		last = w.end
	}
	return b.String() + text[last:]
}

func plainNeighbour(words []asked, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].folded
}

// likeTyped gives a word the capitals of the typed one.
func likeTyped(word, typed string) string {
	first := []rune(typed)[0]
	switch {
	case typed == strings.ToUpper(typed) && len(typed) > 1 && typed != strings.ToLower(typed):
		return strings.ToUpper(word)
	case unicode.IsUpper(first):
		runes := []rune(word)
		runes[0] = unicode.ToUpper(runes[0])
		return string(runes)
	}
	return word
}
