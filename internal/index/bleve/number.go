package bleve

import (
	"slices"
	"strings"

	"tracuu/internal/vietnamese"
)

// A compact key is a document number folded, without separators and leading
// zeros: 613/KH-UBND is "613khubnd". It finds the number however its parts are
// typed apart or glued together.

// maxKeyParts is how many syllables and numbers a compact key joins:
// 12/2020/TTLT-BTC-BNV has five.
const maxKeyParts = 6

// compactKey returns the key of a canonical number, empty when it has no
// letters.
func compactKey(canonical string) string {
	var key strings.Builder
	letters := false
	for t := range vietnamese.Tokens(canonical) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		letters = letters || t.Kind == vietnamese.Syllable
		part := t.Text
		if key.Len() == 0 {
			part = strings.TrimLeft(part, "0")
		}
		key.WriteString(part)
	}
	if !letters || key.Len() > maxTerm {
		return ""
	}
	return key.String()
}

// gluedKey is what may be a key in a text, and the words that it is made of.
type gluedKey struct {
	key string
	of  []string
}

// compactKeys returns what may be a key in a text: runs of parts that begin
// with a number and have letters, shorter ones first, at most limit.
func compactKeys(text string, limit int) []gluedKey {
	var parts []vietnamese.Token
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound && len(t.Text) <= maxTerm {
			parts = append(parts, t)
		}
		if len(parts) == maxWords {
			break
		}
	}
	var keys []gluedKey
	for i, first := range parts {
		if first.Kind != vietnamese.Number {
			continue
		}
		key, of, letters := strings.TrimLeft(first.Text, "0"), []string{first.Text}, false
		for _, next := range parts[i+1 : min(i+maxKeyParts, len(parts))] {
			key += next.Text
			of = append(of, next.Text)
			letters = letters || next.Kind == vietnamese.Syllable
			if letters && len(keys) < limit {
				keys = append(keys, gluedKey{key, slices.Clone(of)})
			}
		}
	}
	return keys
}
