package completion

import "bytes"

// Scattered returns at most limit names that have all typed words, in any order
// and with others between them. It looks through the names of the rarest of
// the words.
func (t *Table) Scattered(typed Typed, limit int) []Match {
	if len(typed.words) < 2 || len(typed.words) > maxStarts {
		return nil
	}
	rarest, least := Typed{}, -1
	for _, w := range typed.words {
		if n := t.places(w.folded); n > 0 && (least < 0 || n < least) {
			rarest, least = Typed{Key: w.folded, words: []word{w}}, n
		}
	}
	if least < 0 {
		return nil
	}
	found := t.complete(rarest, limit, typed.allIn, nil)
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
func (t Typed) allIn(key []byte) bool {
	for i, w := range t.words {
		if !stands(key, w.folded, i < len(t.words)-1 || t.ended) {
			return false
		}
	}
	return true
}

// stands tells whether a word, or one that begins so, stands in a key.
func stands(key []byte, word string, whole bool) bool {
	for from := 0; ; {
		at := bytes.Index(key[from:], []byte(word))
		if at < 0 {
			return false
		}
		at += from
		from = at + len(word)
		if (at == 0 || key[at-1] == ' ') && (!whole || from == len(key) || key[from] == ' ') {
			return true
		}
	}
}
