package index

import "context"

// Rarity is implemented by engines that know how many records hold a term.
// Terms are folded: a syllable or number ("nuoc", "52/kh-ubnd"), or a pair of
// neighbours within a clause ("nuoc sach").
type Rarity interface {
	// Frequencies returns the number of records in the index, and of those
	// that hold each term, in the order of the terms. An engine may count titles
	// and texts apart and give the larger count.
	Frequencies(ctx context.Context, terms []string) (records uint64, with []uint64, err error)
}
