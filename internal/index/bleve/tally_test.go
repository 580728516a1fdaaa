package bleve

import (
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"pgregory.net/rapid"
)

func TestTally(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.IntRange(1, 300).Draw(r, "records")
		counts := make([]int, size)
		tally := newTally(size)
		sets := rapid.SliceOfN(rapid.SliceOf(rapid.Uint32Range(0, uint32(size-1))), 0, 20).Draw(r, "sets")
		for _, members := range sets {
			b := roaring.BitmapOf(members...)
			tally.add(b)
			for _, m := range b.ToArray() {
				counts[m]++
			}
		}
		for n := 1; n <= len(sets)+1; n++ {
			got := tally.atLeast(n)
			for i, c := range counts {
				if got.Contains(uint32(i)) != (c >= n) {
					r.Fatalf("record %d is in %d sets; at least %d: %v", i, c, n, got.Contains(uint32(i)))
				}
			}
		}
	})
}
