package rank

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/model"
)

// Text is what is read of a record to score it.
type Text struct {
	Title string
	Body  string // without the title; a first line that stands alone is the heading
	// Attached is where in the body the texts of attached files begin, 0 without any.
	Attached int
	// Implied is what the record is about without saying it, as the place that
	// its portal is of, and the year in which it was posted.
	Implied   string
	Kind      model.Kind
	Authority int // of the issuer, higher is more; only breaks ties
	Published model.Date
}

// maxHeading bounds a heading, in bytes.
const maxHeading = 300

// parts returns the heading and what comes after it. Without a heading of its
// own the title is the heading.
func (t Text) parts() (heading, body string) {
	body = strings.TrimLeft(t.Body, " \t\n\r")
	line, rest, more := strings.Cut(body, "\n")
	line = strings.TrimSpace(line)
	if more && line != "" && len(line) <= maxHeading && !strings.ContainsAny(line[len(line)-1:], ".;,") {
		return line, rest
	}
	return t.Title, body
}

// cutText bounds what is read of a text.
func cutText(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// lineStart is where the line of a word begins that stands at offset at, not
// before offset from: brackets and dashes belong to it.
func lineStart(text string, from, at int) int {
	from += strings.LastIndexByte(text[from:at], '\n') + 1
	return at - len(strings.TrimLeft(text[from:at], " \t\r"))
}
