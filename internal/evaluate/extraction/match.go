package extraction

// A clause read counts for a labelled one when they share half of the shorter
// one's words; an agreeing value weighs as a quarter more.
const (
	enoughOverlap = 0.5
	valueBonus    = 0.25
)

// pair says that a labelled clause was found: indexes into both lists.
type pair struct{ label, read int }

// pairUp gives each labelled clause, in order, the best clause that is left.
func pairUp(labels, read []Clause) []pair {
	words := make([]map[string]bool, len(read))
	for i, r := range read {
		words[i] = wordSet(r.Quote)
	}
	var pairs []pair
	used := make([]bool, len(read))
	for l, label := range labels {
		best, at := 0.0, -1
		own := wordSet(label.Quote)
		for i, r := range read {
			if used[i] {
				continue
			}
			score := overlap(own, words[i])
			if sameValue(label, r) {
				score += valueBonus
			}
			if score > best {
				best, at = score, i
			}
		}
		if at >= 0 && best >= enoughOverlap {
			used[at] = true
			pairs = append(pairs, pair{l, at})
		}
	}
	return pairs
}

// clauses sees assignments as clauses without a value.
func clauses(all []Assignment) []Clause {
	out := make([]Clause, len(all))
	for i, a := range all {
		out[i] = Clause{Quote: a.Quote}
	}
	return out
}
