package official

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// line is a line that is not empty: its span without blanks at the ends, and
// the beginning of its folded text.
type line struct {
	model.Span
	text   string
	folded string
}

// foldedHead is how many bytes of a line are folded: marks of parts stand first.
const foldedHead = 96

func linesOf(text string) []line {
	var all []line
	at := 0
	for raw := range strings.Lines(text) {
		start := at
		at += len(raw)
		trimmed := strings.TrimSpace(raw)
		if trimmed == "" {
			continue
		}
		start += strings.Index(raw, trimmed)
		head := strings.ToValidUTF8(trimmed[:min(len(trimmed), foldedHead)], "")
		all = append(all, line{Span: model.Span{Start: start, End: start + len(trimmed)}, text: trimmed, folded: vietnamese.Fold(head)})
	}
	return all
}

// capitals tells a line without small letters that has at least two words.
func (l line) capitals() bool {
	return strings.ToUpper(l.text) == l.text && strings.ToLower(l.text) != l.text
}

// isBasis tells the first line of a legal basis. One in small letters goes on
// with a subject: "… của Chính phủ / thực hiện Nghị quyết số 66-NQ/TW".
func (l line) isBasis() bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	return basis.MatchString(l.folded) && !unicode.IsLower(first)
}

// running tells heads of printed pages and rules: no part of the document.
func (l line) running() bool {
	return strings.Trim(l.text, "_-–—=* .0123456789") == "" || strings.HasPrefix(l.folded, "cong bao/") || strings.HasPrefix(l.folded, "van ban quy pham phap luat")
}

// Marks of parts, on folded lines.
var (
	motto      = regexp.MustCompile(`^(?:cong hoa xa hoi chu nghia viet nam|dang cong san viet nam|doc lap\s*-\s*tu do\s*-\s*hanh phuc)`)
	numberLine = regexp.MustCompile(`^(?:luat |phap lenh |nghi quyet )?so\s*:?\s*[\d.…]*[^ ]*\d*\s?[-/]`)
	placeDate  = regexp.MustCompile(`\p{Lu}[\p{L}. -]{1,40}, ?ngày\s+[\d.… ]{1,12}\s*tháng\s+[\d.… ]{1,12}\s*năm\s+(?:\d{4}|[\d.…]+)`)
	subjectOf  = regexp.MustCompile(`^(?:v/v|ve viec|trich yeu)\b`)
	basis      = regexp.MustCompile(`^(?:can cu|xet |theo de nghi|sau khi co y kien|thuc hien [^.;]*\bso \d)`)
	opening    = regexp.MustCompile(`^(?:Thực hiện |Triển khai |Để |Nhằm |Ngày |Trong |Theo |Xét |Kính gửi|Những năm |Thời gian |Phần thứ |Hội đồng |Ủy ban |UBND |HĐND |Chính phủ |Bộ |Ban )`) // of a first paragraph
	recipients = regexp.MustCompile(`^noi nhan\b`)
	annex      = regexp.MustCompile(`^(?:phu luc|phu bieu)(?: so)?(?: ([ivxlc]+|\d+[a-z]?|[a-z]))?\b`)
	attached   = regexp.MustCompile(`^\((?:ban hanh )?kem theo\b`)
	proxy      = regexp.MustCompile(`^(?:tm|kt|tl|tuq|q)\s?\.|^[tk]/[mtl]\b`)
	personName = regexp.MustCompile(`^(?:\p{Lu}[\p{Ll}\p{M}]+(?:'?\p{L}+)?)(?: \p{Lu}[\p{L}'’]*){1,5}$`)
)

// anchors are the marks of the body's parts with the kind of each, tried in order.
var anchors = []struct {
	kind Kind
	mark *regexp.Regexp
}{
	{Division, regexp.MustCompile(`^phan (?:thu )?([a-z]+|[ivx]+|\d+)\b[.:]?`)},
	{Chapter, regexp.MustCompile(`^chuong ([ivxlc]+|\d+)\b`)},
	{Section, regexp.MustCompile(`^muc ([ivxlc]+|\d+)\b`)},
	{Article, regexp.MustCompile(`^dieu (\d+[a-z]?)\s?[.:]`)},
	{Section, regexp.MustCompile(`^([ivx]+)\s?[.)/-] ?\D`)},
	{Clause, regexp.MustCompile(`^(\d{1,3})\s?[.)] ?\D`)},
	{Point, regexp.MustCompile(`^([a-z]{1,2})\) ?`)},
}
