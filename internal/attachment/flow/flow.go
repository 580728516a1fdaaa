// Package flow puts the text of a word processor's document together: runs in
// their fonts become paragraphs, cells become rows, page breaks stay.
package flow

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// PageBreak stands between pages in the text of a Builder.
const PageBreak = "\f"

// Builder collects a document. Its text never grows far beyond its limit.
type Builder struct {
	limit  int
	text   strings.Builder
	para   strings.Builder
	run    strings.Builder // text in one font, not decoded yet
	font   vietnamese.FontEncoding
	tables []table // open ones; DOC and RTF never open any and use the first
}

type table struct {
	cells [][]string // finished cells of the open row: paragraphs
	cell  []string   // paragraphs of the open cell
}

// New returns a builder for about limit bytes of text.
func New(limit int) *Builder { return &Builder{limit: limit, tables: make([]table, 1)} }

// Full tells that the limit is reached: more is of no use.
func (b *Builder) Full() bool {
	return b.text.Len() > b.limit || b.para.Len()+b.run.Len() > b.limit
}

// Write appends text that is set in a font; the name may be empty.
func (b *Builder) Write(font, s string) {
	if e := vietnamese.EncodingOfFont(font); e != b.font {
		b.endRun()
		b.font = e
	}
	if !b.Full() {
		b.run.WriteString(s)
	}
}

// endRun decodes the open run. Letters of one font are decoded together: in
// VNI a letter may take two characters.
func (b *Builder) endRun() {
	b.para.WriteString(b.font.Decode(b.run.String()))
	b.run.Reset()
}

func (b *Builder) paragraph() string {
	b.endRun()
	p := b.para.String()
	b.para.Reset()
	return p
}

// EndParagraph ends a paragraph of the open cell or of the body.
func (b *Builder) EndParagraph(inCell bool) {
	p := b.paragraph()
	if t := b.top(); inCell {
		t.cell = append(t.cell, p)
		return
	}
	b.EndRow() // a row that was not ended
	b.line(p)
}

// EndCell ends a cell, and the paragraph that stands open in it.
func (b *Builder) EndCell() {
	t := b.top()
	if p := b.paragraph(); p != "" || len(t.cell) == 0 {
		t.cell = append(t.cell, p)
	}
	t.cells = append(t.cells, t.cell)
	t.cell = nil
}

// EndRow ends a row.
func (b *Builder) EndRow() {
	t := b.top()
	cells := t.cells
	if len(t.cell) > 0 {
		cells = append(cells, t.cell)
	}
	*t = table{}
	if len(cells) > 0 {
		b.line(Row(cells))
	}
}

// OpenTable begins a table; inside a cell it is a table of its own.
func (b *Builder) OpenTable() { b.tables = append(b.tables, table{}) }

// CloseTable ends it.
func (b *Builder) CloseTable() {
	if len(b.tables) > 1 {
		b.EndRow()
		b.tables = b.tables[:len(b.tables)-1]
	}
}

// InTable tells whether a table is open.
func (b *Builder) InTable() bool { return len(b.tables) > 1 }

// BreakPage begins a new page. Inside a table it is left out.
func (b *Builder) BreakPage() {
	if t := b.top(); len(b.tables) == 1 && len(t.cells) == 0 && len(t.cell) == 0 {
		if p := b.paragraph(); p != "" {
			b.line(p)
		}
		b.text.WriteString(PageBreak)
	}
}

// Text ends what is open and returns all.
func (b *Builder) Text() string {
	for b.InTable() {
		b.CloseTable()
	}
	if p := b.paragraph(); p != "" {
		b.EndRow()
		b.line(p)
	}
	b.EndRow()
	return b.text.String()
}

func (b *Builder) top() *table { return &b.tables[len(b.tables)-1] }

// line puts a finished line into the cell around the open table, or the text.
func (b *Builder) line(s string) {
	if n := len(b.tables); n > 2 {
		around := &b.tables[n-2]
		around.cell = append(around.cell, s)
		return
	}
	if !b.Full() {
		b.text.WriteString(s)
		b.text.WriteByte('\n')
	}
}
