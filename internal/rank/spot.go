package rank

// spot is a place of an asked word in a clause.
type spot struct {
	at     int32 // counts the words of the clause
	term   int32
	joined bool // no clause ends between it and the word before
}

// spots appends the places of the question's words in a clause. A form stands
// for the words that it is a form of.
func (q *Question) spots(to []spot, f *Forward, c clause) []spot {
	at := int32(-1)
	for i := int(c.from); i < int(c.to); i++ {
		w := f.words[i]
		if w&whole == 0 {
			at++
		}
		e := q.table.at(w.key())
		if e.key == 0 {
			continue
		}
		if e.term != none {
			to = append(to, spot{at: at, term: int32(e.term), joined: w&joined != 0})
		}
		if e.ends == none {
			continue
		}
		for _, form := range q.ends[e.ends] {
			if !form.endsAt(f.words, i) {
				continue
			}
			for k, term := range form.terms {
				at++
				to = append(to, spot{at: at, term: term, joined: k > 0})
			}
		}
	}
	return to
}
