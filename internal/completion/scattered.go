package completion

import "strings"

// Scattered returns at most limit names that have all typed words, in any order
// and with others between them. It looks through the names of the rarest of
// the words.
func (t *Table) Scattered(typed Typed, limit int) []Match {
	if len(typed.words) < 2 || len(typed.words) > maxStarts {
		return nil
	}
	rarest, least := Typed{}, -1
	for i, w := range typed.words {
		one := Typed{Key: w.folded + " ", words: []word{w}, ended: true}
		if i == len(typed.words)-1 && !typed.ended {
			one.Key, one.ended = w.folded, false
		}
		// A word at the end of a key has no blank behind it; names are rarely
		// asked for by that word alone.
		if n := t.places(one.Key); n > 0 && (least < 0 || n < least) {
			rarest, least = one, n
		}
	}
	if least < 0 {
		return nil
	}
	rarest.accented = false
	found := t.Complete(rarest, limit, func(e Entry) bool { return typed.allIn(e.Key) })
	for i := range found {
		found[i].Whole = false
	}
	return found
}

// places is how many places go on from a key.
func (t *Table) places(key string) int {
	t.reading.RLock()
	defer t.reading.RUnlock()
	n := 0
	for _, s := range t.segments {
		from, to := s.within([]byte(key))
		n += to - from
	}
	return n
}

// allIn tells whether every typed word stands in a key.
func (t Typed) allIn(key string) bool {
	padded := " " + key + " "
	for i, w := range t.words {
		sought := " " + w.folded
		if i < len(t.words)-1 || t.ended {
			sought += " "
		}
		if !strings.Contains(padded, sought) {
			return false
		}
	}
	return true
}
