package odf

import (
	"encoding/xml"
	"strconv"
	"strings"

	"tracuu/internal/attachment/flow"
)

const (
	maxBlanks  = 100 // that one element stands for
	maxColumns = 256
)

// reader makes text of the elements as they come.
type reader struct {
	styles styleSheet
	out    *flow.Builder
	depth  int
	skip   int      // depth of an element that is left out; 0: none
	inside int      // open paragraphs: text boxes nest them
	looks  []string // fonts of the open paragraphs and spans
	repeat int      // columns that the open cell stands for
	empty  bool     // nothing has stood in the open cell
}

func (r *reader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		r.depth++
		if r.skip == 0 {
			r.start(t)
		}
	case xml.EndElement:
		switch r.skip {
		case 0:
			r.end(t.Name.Local)
		case r.depth:
			r.skip = 0
		}
		r.depth--
	case xml.CharData:
		if r.skip == 0 && r.inside > 0 {
			r.write(blanks(string(t)))
		}
	}
}

// blanks makes one blank of white space, as ODF says; more are elements.
func blanks(s string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s)
}

func (r *reader) write(s string) {
	font := ""
	for i := len(r.looks) - 1; i >= 0 && font == ""; i-- {
		font = r.looks[i]
	}
	if font == "" {
		font = r.styles.font("")
	}
	r.empty = false
	r.out.Write(font, s)
}

func (r *reader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "tracked-changes", "annotation", "forms", "title", "desc", "automatic-styles", "font-face-decls":
		r.skip = r.depth
	case "p", "h":
		r.inside++
		r.looks = append(r.looks, r.styles.font(attribute(t, "style-name")))
	case "span":
		r.looks = append(r.looks, r.styles.font(attribute(t, "style-name")))
	case "s":
		r.write(strings.Repeat(" ", count(attribute(t, "c"), maxBlanks)))
	case "tab":
		r.write("\t")
	case "line-break":
		r.write("\n")
	case "soft-page-break":
		if r.inside == 0 {
			r.out.BreakPage()
		}
	case "table":
		r.out.OpenTable()
	case "table-cell", "covered-table-cell":
		r.repeat, r.empty = count(attribute(t, "number-columns-repeated"), maxColumns), true
	}
}

func (r *reader) end(name string) {
	switch name {
	case "p", "h":
		if r.inside > 0 {
			r.inside--
			r.popLook()
			r.out.EndParagraph(r.out.InTable())
		}
	case "span":
		r.popLook()
	case "table-cell", "covered-table-cell":
		r.cell()
	case "table-row":
		r.out.EndRow()
	case "table":
		r.out.CloseTable()
	}
}

// cell ends a cell. Only empty ones are repeated: what stands in several
// columns is written once.
func (r *reader) cell() {
	r.out.EndCell()
	for range r.repeat - 1 {
		if r.empty {
			r.out.EndCell()
		}
	}
	r.repeat = 1
}

func (r *reader) popLook() {
	if n := len(r.looks); n > 0 {
		r.looks = r.looks[:n-1]
	}
}

// count reads a number of repetitions, at least 1.
func count(s string, most int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1
	}
	return min(max(n, 1), most)
}
