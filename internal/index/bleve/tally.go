package bleve

import (
	"math/bits"

	"github.com/RoaringBitmap/roaring/v2"
)

// tally counts, for each record of a part, how many of the added sets hold it.
// A count stands upright in the planes, its lowest bit in the first, so that 64
// records are counted at a time.
type tally struct {
	planes  [][]uint64
	scratch []uint64
}

func newTally(records int) *tally { return &tally{scratch: make([]uint64, (records+63)/64)} }

// add counts a set.
func (t *tally) add(b *roaring.Bitmap) {
	if b.IsEmpty() {
		return
	}
	clear(t.scratch)
	b.WriteDenseTo(t.scratch)
	for i, carry := range t.scratch {
		for n := 0; carry != 0; n++ {
			if n == len(t.planes) {
				t.planes = append(t.planes, make([]uint64, len(t.scratch)))
			}
			carry, t.planes[n][i] = carry&t.planes[n][i], carry^t.planes[n][i]
		}
	}
}

// atLeast returns the records that n sets hold, or more; n is above 0.
func (t *tally) atLeast(n int) *roaring.Bitmap {
	dense := make([]uint64, len(t.scratch))
	if bits.Len(uint(n)) <= len(t.planes) {
		for i := range dense {
			dense[i] = t.reach(i, n)
		}
	}
	return roaring.FromDense(dense, false)
}

// reach compares 64 counts with n, from the highest bit down.
func (t *tally) reach(i, n int) uint64 {
	more, same := uint64(0), ^uint64(0)
	for plane := len(t.planes) - 1; plane >= 0; plane-- {
		p := t.planes[plane][i]
		if n>>plane&1 == 1 {
			same &= p
		} else {
			more |= same & p
			same &^= p
		}
	}
	return more | same
}
