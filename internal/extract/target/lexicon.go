package target

import (
	"slices"
	"strings"
)

// lexicon finds the longest known phrase at a place, in time that does not grow
// with the number of phrases that begin otherwise. Blanks of a phrase match
// exactly one blank of the text, a line break included.
type lexicon struct {
	byFirst [256][]entry
}

type entry struct {
	phrase string
	kind   string
}

func (l *lexicon) add(kind string, phrases []string) {
	for _, p := range phrases {
		p = lower(p)
		l.byFirst[p[0]] = append(l.byFirst[p[0]], entry{phrase: p, kind: kind})
	}
}

// seal orders the phrases; none may be added afterwards.
func (l *lexicon) seal() {
	for _, bucket := range l.byFirst {
		slices.SortStableFunc(bucket, func(a, b entry) int { return len(b.phrase) - len(a.phrase) })
	}
}

// at reads the longest phrase that begins at i and ends a word there.
func (l *lexicon) at(s string, i int) (kind string, end int) {
	for _, e := range l.byFirst[s[i]] {
		if p := e.phrase; len(p) > 2 && (i+2 >= len(s) || p[1] != s[i+1] || p[2] != s[i+2] && p[2] != ' ') {
			continue // most end here
		}
		if end, ok := phraseAt(s, i, e.phrase); ok {
			return e.kind, end
		}
	}
	return "", i
}

// phraseAt tells whether the phrase stands at i, as whole words.
func phraseAt(s string, i int, phrase string) (int, bool) {
	end := i + len(phrase)
	if end > len(s) {
		return 0, false
	}
	if s[i:end] != phrase && !sameButBreaks(s[i:end], phrase) {
		return 0, false
	}
	if letter(phrase[len(phrase)-1]) && !wordEnd(s, end) {
		return 0, false
	}
	return end, true
}

func sameButBreaks(s, phrase string) bool {
	for i := range len(phrase) {
		if s[i] != phrase[i] && (phrase[i] != ' ' || s[i] != '\n') {
			return false
		}
	}
	return true
}

// phrases is a list of phrases to look for in a few words of text.
type phrases []string

// in tells whether one of the phrases stands in s as whole words.
func (p phrases) in(s string) bool { return p.index(s) >= 0 }

// index is the first offset of one of the phrases, -1 when none stands in s.
func (p phrases) index(s string) int {
	best := -1
	for _, x := range p {
		for from := 0; ; {
			i := strings.Index(s[from:], x)
			if i < 0 {
				break
			}
			i += from
			if _, ok := phraseAt(s, i, x); ok && wordStart(s, i) {
				if best < 0 || i < best {
					best = i
				}
				break
			}
			from = i + 1
		}
	}
	return best
}

// starts gives the length of the phrase that s begins with, 0 when none.
func (p phrases) starts(s string) int {
	longest := 0
	for _, x := range p {
		if s != "" && len(x) > longest && s[0] == x[0] {
			if end, ok := phraseAt(s, 0, x); ok {
				longest = end
			}
		}
	}
	return longest
}

// ends gives the length of the phrase that s ends with, 0 when none.
func (p phrases) ends(s string) int {
	longest := 0
	for _, x := range p {
		at := len(s) - len(x)
		if len(x) > longest && at >= 0 && sameButBreaks(s[at:], x) && (!letter(x[0]) || wordStart(s, at)) {
			longest = len(x)
		}
	}
	return longest
}
