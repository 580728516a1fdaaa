package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/extract/official"
	"tracuu/internal/model"
)

// Bounds for text that was broken into lines of a printed page.
const (
	wrapWidth = 130 // runes; no line of a wrapped text is longer
	fullLine  = 55  // runes; a line that long is broken off, not ended
	headLines = 40  // lines in which a document states what it is

	maxParagraph = 8000 // bytes of a paragraph that is put together
)

// itemStart begins a line of its own: lists, articles, clauses, headings.
var itemStart = regexp.MustCompile(`^(?:[-+•*–]|\(?\d{1,3}[.)]|\(?[a-zđ]\)|[IVX]+\.|Điều \d|Chương |Mục |Phần |Căn cứ |#|\|)`)

// readPlain reads text without markup: an article whose family is told by a
// line, else the text of an official document.
func (r *reader) readPlain(text string) {
	lines := plainLines(text)
	r.owner("")
	r.page.Lines = lineHashes("", lines)
	if f := r.familyOfLines(lines); f != nil {
		for i := range f.Layouts {
			if !f.Layouts[i].ByLines() {
				continue
			}
			if _, ok := r.readStamped(f, &f.Layouts[i], lines); ok {
				r.page.Family = f.ID
				return
			}
		}
	}
	fallback := r.in.Registry.Fallback()
	r.page.Family = fallback.ID
	lines = denoise(fallback, lines)
	if r.readPlainArticle(lines) {
		return
	}
	r.page.Kind = model.KindDocument
	title, body := documentTitle(lines)
	r.compose(title, unwrap(body))
	if utf8.RuneCountInString(r.page.Text) < minBody {
		r.page.Kind = model.KindOther
	}
}

func plainLines(text string) []line {
	out := make([]line, 0, strings.Count(text, "\n")+1)
	for s := range strings.Lines(text) {
		if t := tidy(s); t != "" {
			out = append(out, line{text: t})
		}
	}
	return out
}

// documentTitle takes the type and the subject out of the head of an official
// document, whatever letters they are printed in. A fragment has no title.
func documentTitle(lines []line) (string, []line) {
	head := lines[:min(2*headLines, len(lines))]
	var text strings.Builder
	starts := make([]int, len(head))
	for i, l := range head {
		starts[i] = text.Len()
		text.WriteString(l.text)
		text.WriteByte('\n')
	}
	for _, p := range official.Head(text.String()) {
		if p.Kind != official.Title {
			continue
		}
		from, _ := slices.BinarySearch(starts, p.Start)
		to, _ := slices.BinarySearch(starts, p.End)
		title := official.OneLine(text.String()[p.Start:p.End])
		if !isTitle(title) || official.IsType(title) {
			break
		}
		return title, slices.Concat(lines[:from], lines[to:])
	}
	return "", lines
}

// unwrap joins the lines of a paragraph that was broken to fit a printed page,
// so that sentences are whole. Text with longer lines is left as it is.
func unwrap(lines []line) []line {
	for _, l := range lines {
		if len(l.text) > wrapWidth && utf8.RuneCountInString(l.text) > wrapWidth {
			return lines
		}
	}
	out := make([]line, 0, len(lines))
	var paragraph strings.Builder // of the last line in out, when it has parts
	end := func() {
		if paragraph.Len() > 0 {
			out[len(out)-1].text = paragraph.String()
			paragraph.Reset()
		}
	}
	for i, l := range lines {
		if i == 0 || paragraph.Len() >= maxParagraph || !brokenOff(lines[i-1].text, l.text) {
			end()
			out = append(out, l)
			continue
		}
		if paragraph.Len() == 0 {
			paragraph.WriteString(out[len(out)-1].text)
		}
		paragraph.WriteByte(' ')
		paragraph.WriteString(l.text)
	}
	end()
	return out
}

// opensItem tells whether a line begins one of its own. Nearly all lines that
// do not are told by their first two bytes, without the expression.
func opensItem(s string) bool {
	if s == "" {
		return false
	}
	switch c := s[0]; {
	case c >= 'a' && c <= 'z':
		return len(s) > 1 && s[1] == ')'
	case c >= '0' && c <= '9', c >= 0x80, strings.IndexByte("-+*(#|IVXCMP", c) >= 0:
		return itemStart.MatchString(s)
	}
	return false
}

// brokenOff tells whether next goes on with the paragraph of prev.
func brokenOff(prev, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(prev)
	if strings.ContainsRune(".;:!?_|", last) || opensItem(next) || strings.Contains(next, " | ") || strings.Contains(prev, " | ") {
		return false
	}
	begin, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(begin) {
		return true
	}
	return utf8.RuneCountInString(prev) >= fullLine && strings.ToUpper(prev) != prev && strings.ToUpper(next) != next
}
