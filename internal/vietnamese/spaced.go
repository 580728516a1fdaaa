package vietnamese

import "strings"

// Spaced is a text as its folded syllables and numbers with a blank around each,
// " huyen cang long ": of two, one is contained in the other when its words stand
// there side by side. It is empty when there is no word.
func Spaced(s string) string {
	var b strings.Builder
	for t := range Tokens(s) {
		if t.Kind != Compound {
			b.WriteByte(' ')
			b.WriteString(t.Text)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return b.String() + " "
}
