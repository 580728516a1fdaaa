package query

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"tracuu/internal/vietnamese"
)

// maxRunes is how much of a text is read; a pasted sentence is shorter.
const maxRunes = 1000

// doubled are two signs typed for one quotation mark.
var doubled = strings.NewReplacer("''", `"`, "``", `"`, "’’", `"`, "‘‘", `"`)

// clean returns the part of a text that is read, as the store writes text:
// UTF-8, NFC, without invisible characters, full-width forms made narrow.
func clean(text string) string {
	text = strings.ToValidUTF8(clip(text), " ")
	text = doubled.Replace(vietnamese.Clean(width.Narrow.String(text)))
	return strings.TrimSpace(clip(text))
}

// clip cuts a text after maxRunes.
func clip(s string) string {
	if len(s) <= maxRunes {
		return s
	}
	at := 0
	for range maxRunes {
		if at >= len(s) {
			break
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}
