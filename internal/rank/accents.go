package rank

// accents returns the share of the words typed with accents that stand in
// heading, title and best clause with just these accents, by weight.
func (r *reader) accents(f *Forward, best int) float64 {
	q := r.q
	if len(q.spelling) == 0 {
		return 0
	}
	all, found := 0.0, 0.0
	for t := range q.spelling {
		all += q.idf[t]
	}
	clear(r.met)
	look := func(c clause) {
		for i := c.from; i < c.to; i++ {
			e := q.table.at(f.words[i].key())
			if e.key == 0 || e.term == none || r.met[e.term] {
				continue
			}
			t := int32(e.term)
			if typed, ok := q.spelling[t]; ok && typed == f.spellings[i] {
				r.met[t] = true
				found += q.idf[t]
			}
		}
	}
	for _, c := range f.clauses[f.implied:f.title] {
		look(c)
	}
	if best >= 0 {
		look(f.clauses[best])
	}
	return ratio(found, all)
}
