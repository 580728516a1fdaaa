package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
)

// Bounds for text that was broken into lines of a printed page.
const (
	wrapWidth = 130 // runes; no line of a wrapped text is longer
	fullLine  = 55  // runes; a line that long is broken off, not ended
	headLines = 40  // lines in which a document states what it is
	subject   = 8   // lines of a document's subject

	maxParagraph = 8000 // bytes of a paragraph that is put together
)

var (
	// itemStart begins a line of its own: lists, articles, clauses, headings.
	itemStart = regexp.MustCompile(`^(?:[-+•*–]|\(?\d{1,3}[.)]|\(?[a-zđ]\)|[IVX]+\.|Điều \d|Chương |Mục |Phần |Căn cứ |#|\|)`)
	// opensText begins the first paragraph below a subject.
	opensText = regexp.MustCompile(`^(?:Thực hiện |Triển khai |Để |Nhằm |Ngày |Trong |Theo |Xét |Kính gửi|Những năm |Thời gian |Phần thứ |Hội đồng |Ủy ban |UBND |HĐND |Chính phủ |Bộ |Ban )`)
	// documentType stands alone above the subject of an official document
	// (Nghị định 30/2020/NĐ-CP, annex I).
	documentType = regexp.MustCompile(`^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|NGHỊ ĐỊNH|THÔNG TƯ|LUẬT|PHÁP LỆNH|QUY CHẾ|QUY ĐỊNH|CÔNG ĐIỆN|KẾT LUẬN|GIẤY MỜI)$`)
)

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
// document: a line that is only the type, then the lines down to a rule, the
// issuer in capitals, or the first paragraph. A fragment has no title.
func documentTitle(lines []line) (string, []line) {
	for i := range min(headLines, len(lines)) {
		if !documentType.MatchString(lines[i].text) {
			continue
		}
		parts := []string{lines[i].text}
		end := i + 1
		for ; end < len(lines) && end-i <= subject && continuesSubject(lines[end].text); end++ {
			if end > i+1 && opensParagraph(lines[end-1].text, lines[end].text) {
				break
			}
			parts = append(parts, lines[end].text)
		}
		title := strings.Join(parts, " ")
		if len(parts) < 2 || !isTitle(title) {
			return "", lines
		}
		return title, slices.Concat(lines[:i], lines[end:])
	}
	return "", lines
}

// opensParagraph tells whether a line below a subject begins the text: it opens
// like one behind a line that is not full, or is too long for a subject.
func opensParagraph(before, s string) bool {
	ended := utf8.RuneCountInString(before) < fullLine && !strings.HasSuffix(before, " của") && !strings.HasSuffix(before, ",")
	return ended && opensText.MatchString(s) || utf8.RuneCountInString(s) > wrapWidth
}

// continuesSubject tells whether a line below the type still is its subject.
func continuesSubject(s string) bool {
	if strings.Trim(s, "_-–=* ") == "" || opensItem(s) {
		return false
	}
	return strings.ToUpper(s) != s // capitals: the issuer, or the next heading
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
