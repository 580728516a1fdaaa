// Package similar finds texts that are copies of each other, whole or nearly:
// the announcement of one plan on five portals. A text is the set of its
// shingles of syllables; a MinHash sketch (Broder 1997) of fixed size estimates
// how much two sets share, and bands of it (locality-sensitive hashing) find
// the few texts that are worth comparing. It is pure.
package similar

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"

	"tracuu/internal/vietnamese"
)

const (
	// Slots is the size of a sketch: the standard error of an estimate is
	// sqrt(s(1-s)/Slots), 0.04 at 0.8.
	Slots = 96
	// rows of a band: two texts of similarity s share one of the bands with
	// probability 1-(1-s^rows)^(Slots/rows): 0.9998 at 0.8, 0.05 at 0.2.
	rows = 4
	// shingle is how many syllables follow each other in one: three are common
	// phrases of office language, more break at every typing error.
	shingle = 4
	// MinSyllables below which a text is too short to be told apart by its
	// shingles: "Thông báo lịch tiếp công dân" stands on every portal.
	MinSyllables = 40
	// Near is the share of shingles from which two texts are copies.
	Near = 0.8
)

// Sketch is the least hash of a text's shingles under each of Slots functions.
type Sketch [Slots]uint32

// Of makes the sketch of a text; ok is false when it is too short.
func Of(text string) (s Sketch, ok bool) {
	for i := range s {
		s[i] = ^uint32(0)
	}
	var window [shingle]uint64
	n := 0
	for word := range words(text) {
		copy(window[:], window[1:])
		window[shingle-1] = word
		if n++; n < shingle {
			continue
		}
		s.add(window)
	}
	return s, n >= MinSyllables
}

// add lets one shingle compete for every slot.
func (s *Sketch) add(window [shingle]uint64) {
	var h uint64
	for _, w := range window {
		h = mix(h*31 + w)
	}
	// Two independent halves make all functions (Kirsch and Mitzenmacher 2006).
	step := mix(h) | 1
	for i := range s {
		h += step
		if v := uint32(h >> 32); v < s[i] { //nolint:gosec // the upper half fits
			s[i] = v
		}
	}
}

// mix spreads the bits of a number (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// words gives the hashes of the folded syllables and numbers of a text.
func words(text string) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		h := fnv.New64a()
		for token := range vietnamese.Tokens(text) {
			if token.Kind == vietnamese.Compound { // its parts came before it
				continue
			}
			h.Reset()
			_, _ = h.Write([]byte(token.Text)) // a hash does not fail
			if !yield(h.Sum64()) {
				return
			}
		}
	}
}

// Similarity estimates the share of shingles that two texts have in common, 0
// to 1.
func (s *Sketch) Similarity(o *Sketch) float64 {
	same := 0
	for i := range s {
		if s[i] == o[i] {
			same++
		}
	}
	return float64(same) / Slots
}

// Bands are the keys under which a copy is looked for: copies share one at
// least, almost always. The place of a band is part of its key.
func (s *Sketch) Bands() []int64 {
	bands := make([]int64, 0, Slots/rows)
	for i := 0; i < Slots; i += rows {
		h := uint64(i)
		for _, v := range s[i : i+rows] {
			h = mix(h<<1 + uint64(v))
		}
		bands = append(bands, int64(h)) //nolint:gosec // a key: every value will do
	}
	return bands
}

// Bytes is the form in which a sketch is stored.
func (s *Sketch) Bytes() []byte {
	b := make([]byte, 0, 4*Slots)
	for _, v := range s {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// Parse reads what Bytes wrote; ok is false for anything else.
func Parse(b []byte) (s Sketch, ok bool) {
	if len(b) != 4*Slots {
		return s, false
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint32(b[4*i:])
	}
	return s, true
}

// Digest tells texts that are the same but for blanks, marks and accents.
func Digest(text string) string {
	sum := sha256.New()
	var b [8]byte
	for word := range words(text) {
		binary.BigEndian.PutUint64(b[:], word)
		sum.Write(b[:])
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}
