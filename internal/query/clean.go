package query

import (
	"html"
	"net/url"
	"regexp"
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
	for range maxRunes { // what was encoded twice is decoded twice
		before := text
		text = html.UnescapeString(percent.ReplaceAllStringFunc(text, unescape))
		text = doubled.Replace(vietnamese.Clean(width.Narrow.String(text)))
		if text == before {
			break
		}
	}
	return strings.TrimSpace(clip(text))
}

// percent is how addresses write what is no ASCII letter or digit.
var percent = regexp.MustCompile(`(?:%[0-9A-Fa-f]{2})+`)

// unescape decodes such bytes where they are text.
func unescape(escaped string) string {
	if plain, err := url.PathUnescape(escaped); err == nil && utf8.ValidString(plain) {
		return plain
	}
	return escaped
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
