package query

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// Note tells that a part of a typed text was read as plain words, or left out,
// and why.
type Note struct {
	Part string `json:"part"` // as typed; empty when it is no single part
	Text string `json:"text"` // a sentence for people, in Vietnamese
}

// maxNotes bounds what is told of one text.
const maxNotes = 5

func (x *lexer) note(part, text string) {
	if len(x.notes) == maxNotes {
		return
	}
	if part != "" {
		text = fmt.Sprintf("“%s”: %s.", part, text)
	} else {
		text = "Lưu ý: " + text + "."
	}
	x.notes = append(x.notes, Note{Part: part, Text: text})
}

// noteValue tells that a filter has no value that it knows. Where a blank stands
// behind the colon, it is most likely a sentence.
func (x *lexer) noteValue(start, at, end int, tight bool) {
	part := x.text[start : at+1]
	switch {
	case tight:
		x.note(x.text[start:end], "giá trị không hiểu được, nên được tìm như từ thường")
	case x.skipBlanks(at+1) == len(x.text):
		x.note(part, "bộ lọc chưa có giá trị, nên được tìm như từ thường")
	}
}

// noteUnknown tells that no filter is called so, unless what stands there is no
// filter at all: an address, a number, a short form.
func (x *lexer) noteUnknown(i, at, end int) {
	name := vietnamese.Fold(x.text[i:at])
	next, _ := utf8.DecodeRuneInString(x.text[at+1:])
	if len(name) < 3 || isCode(name) || isPart(name) || fillers[name] != "" || !wordRune(next) || unicode.IsDigit(next) {
		return
	}
	x.note(x.text[i:end], "không có bộ lọc tên này, nên được tìm như từ thường")
}
