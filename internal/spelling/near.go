package spelling

import (
	"cmp"
	"slices"

	"tracuu/internal/vietnamese"
)

// Bounds of the look for near words.
const (
	longWord = 7       // letters from which two slips are forgiven
	maxNear  = 64      // words
	maxSeen  = 100_000 // words that are compared with a long one
)

// Near is a word that may have been meant.
type Near struct {
	Word     string // folded
	Distance int    // slips: a letter too many, missing, wrong, or two exchanged
}

// Near lists the words that may be meant by a folded word: those that were
// learned and the syllables that can be, one slip away, and of long words the
// learned ones two slips away. The nearest and most frequent come first.
func (v *Vocabulary) Near(word string) []Near {
	if len(word) < 2 || len(word) > maxLetters || !letters(word) {
		return nil
	}
	v.mu.RLock()
	defer v.mu.RUnlock()
	var out []Near
	seen := map[string]bool{word: true}
	add := func(w string, distance int) {
		if !seen[w] {
			seen[w] = true
			out = append(out, Near{w, distance})
		}
	}
	slips(word, func(w []byte) {
		if v.words[string(w)] != nil || len(w) > 1 && vietnamese.IsSyllable(string(w)) {
			add(string(w), 1)
		}
	})
	if len(word) >= longWord {
		v.twoAway(word, add)
	}
	slices.SortStableFunc(out, func(a, b Near) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(v.seen(b.Word), v.seen(a.Word)), cmp.Compare(a.Word, b.Word))
	})
	return out[:min(len(out), maxNear)]
}

func (v *Vocabulary) seen(word string) int {
	if k := v.words[word]; k != nil {
		return k.count
	}
	return 0
}

func (v *Vocabulary) twoAway(word string, add func(string, int)) {
	left := maxSeen
	for n := max(len(word)-2, 1); n <= min(len(word)+2, maxLetters); n++ {
		known := v.byLength[n][:min(left, len(v.byLength[n]))]
		left -= len(known)
		for _, w := range known {
			if letters(w) && Distance(word, w) == 2 {
				add(w, 2)
			}
		}
	}
}

func letters(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// slips calls yield with every word that one slip makes of a word.
func slips(word string, yield func([]byte)) {
	buffer := make([]byte, 0, len(word)+1)
	for i := range len(word) + 1 {
		head, tail := word[:i], word[i:]
		if tail != "" {
			yield(append(append(buffer, head...), tail[1:]...))
		}
		if len(tail) > 1 && tail[0] != tail[1] {
			yield(append(append(append(buffer, head...), tail[1], tail[0]), tail[2:]...))
		}
		for c := byte('a'); c <= 'z'; c++ {
			yield(append(append(append(buffer, head...), c), tail...))
			if tail != "" && tail[0] != c {
				yield(append(append(append(buffer, head...), c), tail[1:]...))
			}
		}
	}
}

// Distance is the number of slips between two words of ASCII letters; two
// letters that changed places are one.
func Distance(a, b string) int {
	if len(a) > maxLetters || len(b) > maxLetters {
		return max(len(a), len(b))
	}
	var rows [3][maxLetters + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
