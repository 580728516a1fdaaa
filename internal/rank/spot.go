package rank

// spot is a place of an asked word in a clause.
type spot struct {
	at     int32 // counts the words of the clause
	term   int32
	joined bool // no clause ends between it and the word before
}

// find sets the spots to the places of the question's words in a clause. A form stands
// for the words that it is a form of. A word typed with accents is another word
// when it has others in the text.
func (r *reader) find(f *Forward, c clause) {
	q, to := r.q, r.spots[:0]
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
		switch {
		case e.term == none:
		case differs(e.spelling, f, i):
			r.other[e.term] = true
		default:
			to = append(to, spot{at: at, term: int32(e.term), joined: w&joined != 0})
		}
		if e.ends == none {
			continue
		}
		for _, form := range q.ends[e.ends] {
			if !form.endsAt(f, i) {
				continue
			}
			for k, term := range form.terms {
				at++
				to = append(to, spot{at: at, term: term, joined: k > 0})
			}
		}
	}
	r.spots = to
}
