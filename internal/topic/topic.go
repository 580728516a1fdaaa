// Package topic tells which fields of administration a text is about, by the
// key phrases of data/rules/topics.txt. It would rather tell none than a wrong
// one: what stands in the title decides, and the body alone must insist.
package topic

import (
	"cmp"
	"slices"
	"strings"

	"tracuu/internal/vietnamese"
)

// Weights and bounds, chosen on titles of real portals.
const (
	phrasePoints = 3
	hintPoints   = 1
	titleFactor  = 4
	maxCounted   = 3 // times that one phrase of a body counts
	least        = 12
	leastShare   = 0.5 // of the best topic's score
	maxTopics    = 3
	maxTitle     = 1 << 10 // bytes that are read
	maxBody      = 2 << 10 // the lead tells what a text is about, its middle names everybody
	leastBody    = 4       // distinct phrases of a body that its title does not support
)

// Of returns the ids of at most three topics of a text, the surest first. Text
// is the body, and may begin with the title.
func Of(title, text string) []string {
	t, err := load()
	if err != nil {
		return nil
	}
	text = strings.TrimPrefix(text, title)
	scores := make([]score, len(t.topics))
	t.count(cut(title, maxTitle), scores, func(s *score, points, times int) {
		if times == 1 {
			s.title += titleFactor * points
		}
	})
	t.count(cut(text, maxBody), scores, func(s *score, points, times int) {
		if times <= maxCounted {
			s.body += points
		}
		if times == 1 && points == phrasePoints {
			s.distinct++
		}
	})
	return t.best(scores)
}

// score is what was counted for a topic.
type score struct{ title, body, distinct int }

func (s score) sum() int { return s.title + s.body }

// sure tells whether a topic may be told at all.
func (s score) sure() bool {
	if s.title == 0 {
		return s.distinct >= leastBody && s.body >= 2*least
	}
	return s.title+min(s.body, 2*least) >= least
}

// best returns the topics that are sure and not far behind the first.
func (t *table) best(scores []score) []string {
	order := make([]int, 0, len(scores))
	most, titled := 0, false
	for i, s := range scores {
		if !s.sure() {
			continue
		}
		order = append(order, i)
		titled = titled || s.title > 0
	}
	order = slices.DeleteFunc(order, func(i int) bool { return titled && scores[i].title == 0 })
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b].title, scores[a].title), cmp.Compare(scores[b].body, scores[a].body))
	})
	var ids []string
	for _, i := range order {
		most = max(most, scores[i].sum())
		if len(ids) < maxTopics && float64(scores[i].sum()) >= leastShare*float64(most) {
			ids = append(ids, t.topics[i].ID)
		}
	}
	return ids
}

// word is a syllable or number of a text.
type word struct{ folded, typed string }

// wordsOf lists the words of a text, and tells whether any has an accent.
func wordsOf(text string) (words []word, accented bool) {
	for tok := range vietnamese.Tokens(text) {
		if tok.Kind != vietnamese.Compound {
			w := word{tok.Text, text[tok.Start:tok.End]}
			words = append(words, w)
			accented = accented || len(w.typed) > len(w.folded)
		}
	}
	return words, accented
}

// count finds the phrases of a text, the longest at each place, and tells add
// of each, with its points and how many times it has been seen.
func (t *table) count(text string, scores []score, add func(s *score, points, times int)) {
	words, accented := wordsOf(text)
	seen := map[*phrase]int{}
	free := -1 // the word before, when it is part of no phrase
	for i := 0; i < len(words); {
		p := t.at(words[i:], accented)
		if p == nil {
			free = i
			i++
			continue
		}
		points := p.points
		if free == i-1 && free >= 0 && t.offices[vietnamese.Exact(words[free].typed)] {
			points = hintPoints
		}
		i += len(p.words)
		seen[p]++
		for _, topic := range p.topics {
			if topic != none {
				add(&scores[topic], points, seen[p])
			}
		}
	}
}

func (t *table) at(words []word, accented bool) *phrase {
	for _, p := range t.phrases[words[0].folded] {
		if p.stands(words, accented) {
			return p
		}
	}
	return nil
}

func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "")
}
