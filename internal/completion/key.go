package completion

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// Bounds of a key. What is beyond them cannot be completed.
const (
	maxKey    = 320 // bytes
	maxStarts = 24  // words that may begin a match
)

// Key is how a text is compared: its syllables and numbers, folded, with one
// blank between them.
func Key(text string) string {
	var b strings.Builder
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		if b.Len()+len(t.Text) >= maxKey {
			break
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

// starts calls at for the offset of each word of a key that may begin a match.
func starts(key string, at func(offset int)) {
	n := 0
	for i := range len(key) {
		if (i == 0 || key[i-1] == ' ') && n < maxStarts {
			at(i)
			n++
		}
	}
}
