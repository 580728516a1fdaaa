package rank

// table finds the words of a question, and the last words of its forms, by
// their keys: nearly every word of a text is told to be none of them at the
// first look. Slots are open-addressed; they are never half full.
type table [4 * (maxTerms + maxForms) / 2]entry

// entry is what a question has of a word.
type entry struct {
	key      word   // 0: the slot is empty
	term     int16  // none when only a form ends with the word
	ends     int16  // index of the forms that end with it, none without
	spelling uint16 // 0 when it was typed without accents
}

// at returns the entry of a key, or the empty one where it would stand.
func (t *table) at(key word) *entry {
	for i := uint32(key>>flagBits) % uint32(len(t)); ; i = (i + 1) % uint32(len(t)) {
		if e := &t[i]; e.key == key || e.key == 0 {
			return e
		}
	}
}

// put returns the entry of a key, made when there was none.
func (t *table) put(key word) *entry {
	e := t.at(key)
	if e.key == 0 {
		*e = entry{key: key, term: none, ends: none}
	}
	return e
}

// without returns the table without the accents of some words, and whether
// there are any.
func (t table) without(slips []bool) (table, bool) {
	changed := false
	for i := range t {
		if e := &t[i]; e.key != 0 && e.term != none && e.spelling != 0 && slips[e.term] {
			e.spelling = 0
			changed = true
		}
	}
	return t, changed
}
