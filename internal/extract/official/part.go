package official

import (
	"strings"

	"tracuu/internal/model"
)

// Kind names a part of a document.
type Kind string

// The parts, in the order in which a document has them.
const (
	Heading    Kind = "heading" // Cộng hòa xã hội chủ nghĩa Việt Nam; Đảng Cộng sản Việt Nam
	Issuer     Kind = "issuer"
	Number     Kind = "number"
	PlaceDate  Kind = "place_date"
	Title      Kind = "title" // type and subject (trích yếu)
	Basis      Kind = "basis" // Căn cứ …; Xét …; Theo đề nghị …
	Division   Kind = "part"  // Phần
	Chapter    Kind = "chapter"
	Section    Kind = "section" // Mục, or a Roman number in plans and reports
	Article    Kind = "article"
	Clause     Kind = "clause"
	Point      Kind = "point"
	Recipients Kind = "recipients"
	Signer     Kind = "signer" // authority, position and name
	Annex      Kind = "annex"
)

// Part is a part of a document. The span of an anchor goes from its heading
// to the next anchor of its level or above; Line is the end of its first line.
type Part struct {
	Kind  Kind
	Label string // "Điều 5", "Chương II", "2", "a"; empty for what has no number
	model.Span
	Line int
}

// level orders the anchors: a lower one ends with the next one of its level or above.
func (k Kind) level() int {
	switch k {
	case Annex:
		return 1
	case Division:
		return 2
	case Chapter:
		return 3
	case Section:
		return 4
	case Article:
		return 5
	case Clause:
		return 6
	case Point:
		return 7
	}
	return 0
}

// OneLine joins the lines of a title, "QUYẾT ĐỊNH" and its subject, without the
// mark of a note behind the type.
func OneLine(title string) string {
	first, rest, _ := strings.Cut(title, "\n")
	if IsType(first) {
		first = strings.TrimRight(first, footnote)
	}
	return strings.Join(strings.Fields(first+" "+rest), " ")
}
