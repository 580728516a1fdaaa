package rank

import "tracuu/internal/vietnamese"

// word is a folded word of a text: 29 bits of a hash, and how it stands to the
// word before it. Two different words of a question and a text share a hash
// once in 500 million times, which costs a wrong place in a list, no more: what
// is shown and what is marked is read from the text.
type word uint32

const (
	joined       word = 1 << iota // no clause ends between it and the word before
	sameSentence                  // no sentence does
	whole                         // a number with its separators, after its parts
	flagBits     = 3
)

// key is the word without its flags.
func (w word) key() word { return w &^ (joined | sameSentence | whole) }

// keyOf hashes a folded word. It is never 0.
func keyOf(folded string) word {
	w := word(hash(folded) << flagBits)
	if w == 0 {
		return 1 << flagBits
	}
	return w
}

// spellingOf tells how a word is written beyond its folded form: 0 when it is
// written so. No two spellings of a Vietnamese syllable have the same.
func spellingOf(written, folded string) uint16 {
	if written == folded {
		return 0
	}
	var room [maxWord]byte
	exact := vietnamese.AppendExact(room[:0], written)
	if string(exact) == folded {
		return 0
	}
	h := hash(exact)
	return uint16(h>>16^h) | 1
}

// hash is FNV-1a of 32 bits (Fowler, Noll and Vo), without the allocation of
// hash/fnv.
func hash[S ~string | ~[]byte](s S) uint32 {
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * prime
	}
	return h
}
