package attachment

import (
	"encoding/xml"
	"strings"

	"tracuu/internal/attachment/flow"
	"tracuu/internal/vietnamese"
)

// Namespaces of WordprocessingML: the one in use, and the strict one.
const (
	nsWord          = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsWordStrict    = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	nsCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

func isWord(name xml.Name) bool { return name.Space == nsWord || name.Space == nsWordStrict }

// docxText makes text of the elements of WordprocessingML (ECMA-376 part 1,
// section 17) as they come.
type docxText struct {
	body  strings.Builder
	limit int
	depth int

	skip   int         // depth of an element that is left out, 0: none
	inText bool        // inside w:t
	fonts  wordFonts   // of the styles
	look   runLook     // of the open run
	paras  [][]byte    // open paragraphs: text boxes nest them
	tables []docxTable // open tables
	chosen []bool      // open mc:AlternateContent: has its choice been read?
}

// docxTable is a table that is being read.
type docxTable struct {
	cells [][]string // of the open row: paragraphs by cell
}

func (d *docxText) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		d.depth++
		if d.skip == 0 {
			d.start(t)
		}
	case xml.EndElement:
		if d.skip == 0 {
			d.end(t.Name)
		}
		if d.skip == d.depth {
			d.skip = 0
		}
		d.depth = max(d.depth-1, 0)
	case xml.CharData:
		if d.skip == 0 && d.inText {
			d.letters(string(t))
		}
	}
}

// letters writes text in the font of the open run.
func (d *docxText) letters(s string) {
	d.write(vietnamese.EncodingOfFont(d.look.font(d.fonts)).Decode(s))
}

// write appends to the open paragraph.
func (d *docxText) write(s string) {
	if n := len(d.paras); n > 0 && len(d.paras[n-1]) <= d.limit {
		d.paras[n-1] = append(d.paras[n-1], s...)
	}
}

func (d *docxText) start(t xml.StartElement) {
	switch name := t.Name.Local; {
	case t.Name.Space == nsCompatibility:
		d.alternate(name)
	case !isWord(t.Name): // drawings and formulas have a p, t and r of their own
	case d.look.inProperties(name, t):
	case name == "p":
		d.look = runLook{}
		d.paras = append(d.paras, nil)
	case name == "r":
		d.look.run()
	case name == "t":
		d.inText = true
	case name == "tab":
		d.write("\t")
	case name == "br" && wordValue(t, "type") == "page" && len(d.tables) == 0:
		d.write(flow.PageBreak)
	case name == "br", name == "cr":
		d.write("\n")
	case name == "noBreakHyphen":
		d.write("-")
	case name == "softHyphen":
		d.letters("\u00ad") // a letter in TCVN3
	case name == "moveFrom", name == "del", name == "sectPr":
		d.skip = d.depth // no longer text
	case name == "tbl":
		d.tables = append(d.tables, docxTable{})
	case name == "tr" && len(d.tables) > 0:
		d.tables[len(d.tables)-1].cells = nil
	case name == "tc" && len(d.tables) > 0:
		table := &d.tables[len(d.tables)-1]
		table.cells = append(table.cells, nil)
	}
}

// alternate takes the first of the forms in which the same thing is kept.
func (d *docxText) alternate(name string) {
	switch n := len(d.chosen); {
	case name == "AlternateContent":
		d.chosen = append(d.chosen, false)
	case (name == "Choice" || name == "Fallback") && n > 0:
		if d.chosen[n-1] {
			d.skip = d.depth
		}
		d.chosen[n-1] = true
	}
}

func (d *docxText) end(name xml.Name) {
	if name.Space == nsCompatibility && name.Local == "AlternateContent" && len(d.chosen) > 0 {
		d.chosen = d.chosen[:len(d.chosen)-1]
	}
	if !isWord(name) || d.look.endProperties(name.Local) {
		return
	}
	switch name.Local {
	case "t":
		d.inText = false
	case "p":
		if n := len(d.paras); n > 0 {
			text := d.paras[n-1]
			d.paras = d.paras[:n-1]
			d.paragraph(string(text))
		}
	case "tr":
		d.row()
	case "tbl":
		if n := len(d.tables); n > 0 {
			d.tables = d.tables[:n-1]
		}
	}
}

// paragraph puts a paragraph into the open cell, or the body.
func (d *docxText) paragraph(text string) {
	if n := len(d.tables); n > 0 {
		if cells := d.tables[n-1].cells; len(cells) > 0 {
			cells[len(cells)-1] = append(cells[len(cells)-1], text)
			return
		}
	}
	d.body.WriteString(text + "\n")
}

// row ends a row. A row of a nested table belongs to the cell around it.
func (d *docxText) row() {
	n := len(d.tables)
	if n == 0 {
		return
	}
	cells := d.tables[n-1].cells
	d.tables[n-1].cells = nil
	outer := d.tables
	d.tables = d.tables[:n-1]
	d.paragraph(flow.Row(cells))
	d.tables = outer
}
