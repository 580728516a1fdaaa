package evaluate

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tracuu/internal/vietnamese"
)

// Mixed is a text as hurried people and odd keyboards write it: half of its
// syllables without diacritics, the tones of oa, oe and uy on the other vowel,
// all decomposed (NFD). The same text is always mixed in the same way.
func Mixed(text string) string {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(text))                  // never fails
	chance := rand.New(rand.NewPCG(sum.Sum64(), 0)) //nolint:gosec // to be repeated, not to be secret
	var b strings.Builder
	last := 0
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Syllable {
			continue
		}
		b.WriteString(norm.NFD.String(text[last:t.Start]))
		syllable := text[t.Start:t.End]
		if last = t.End; chance.IntN(2) == 0 {
			b.WriteString(vietnamese.Fold(syllable))
		} else {
			b.WriteString(moveTone(syllable))
		}
	}
	b.WriteString(norm.NFD.String(text[last:]))
	return b.String()
}

// moveTone puts the tone of a syllable that ends in oa, oe or uy on its other
// vowel (hòa, hoà), and decomposes it. That of quý has nowhere else to go.
func moveTone(syllable string) string {
	rs := []rune(norm.NFD.String(syllable))
	n := len(rs)
	if n < 3 || n > 3 && strings.ContainsRune("qQ", rs[n-4]) {
		return string(rs)
	}
	const tones = "\u0300\u0301\u0303\u0309\u0323"
	open := func(first, second rune) bool {
		switch strings.ToLower(string([]rune{first, second})) {
		case "oa", "oe", "uy":
			return true
		}
		return false
	}
	a, b, c := rs[n-3], rs[n-2], rs[n-1]
	switch {
	case strings.ContainsRune(tones, c) && open(a, b), strings.ContainsRune(tones, b) && open(a, c):
		rs[n-2], rs[n-1] = c, b
	}
	return string(rs)
}
