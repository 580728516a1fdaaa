// Package msdoc reads the text of Word 97-2003 files (MS-DOC): the piece table
// gives the characters in their order, the formatted disk pages their fonts,
// table rows and what was deleted.
package msdoc

import (
	"context"
	"errors"
	"fmt"

	"tracuu/internal/attachment/flow"
	"tracuu/internal/attachment/ole"
)

// Why a file cannot be read.
var (
	ErrEncrypted = errors.New("document is encrypted")
	ErrOld       = errors.New("document of Word 6 or 95")
	errDamaged   = errors.New("damaged Word document")
)

// Read returns the text of a document, pages apart by flow.PageBreak, until
// about limit bytes: the body, then notes and text boxes.
func Read(ctx context.Context, body []byte, limit int) (string, error) {
	file, err := ole.Open(body)
	if err != nil {
		return "", err
	}
	main, err := file.Stream("WordDocument")
	if err != nil {
		return "", err
	}
	f, err := readFIB(main)
	if err != nil {
		return "", err
	}
	name := "0Table"
	if f.secondTable {
		name = "1Table"
	}
	table, err := file.Stream(name)
	if err != nil {
		return "", err
	}
	d := &document{main: main, table: table, fib: f}
	pieces, err := d.pieces()
	if err != nil {
		return "", err
	}
	d.fonts = d.readFonts()
	d.styles = d.readStyles()
	d.characters = d.readRuns(f.chpx, 0)
	d.paragraphs = d.readRuns(f.papx, papxEntry)
	w := &writer{document: d, out: flow.New(limit)}
	if err := w.pieces(ctx, pieces); err != nil {
		return "", err
	}
	return w.out.Text(), nil
}

// document is an open file.
type document struct {
	main, table []byte // the streams
	fib         fib
	fonts       []string
	styles      []style
	characters  []run // by their place in main, ascending
	paragraphs  []run
}

// span is a place in the table stream.
type span struct{ at, length int }

// in cuts the span out of a stream; nil when it does not lie in it.
func (s span) in(b []byte) []byte {
	if s.length <= 0 || s.at < 0 || s.at > len(b) || s.length > len(b)-s.at {
		return nil
	}
	return b[s.at : s.at+s.length]
}

// fib is what is needed of the file information block (MS-DOC 2.5).
type fib struct {
	secondTable bool
	// Characters of the parts of the document in their order: body, footnotes,
	// headers, comments, endnotes, text boxes.
	body, footnotes, headers, comments, endnotes, boxes int

	styles, chpx, papx, fonts, clx span
}

const (
	wordMagic = 0xA5EC
	nFibOld   = 0xC1   // Word 97 and later say at least this
	leastFIB  = 0x1AA  // up to the place of the piece table
	encrypted = 0x0100 // flags
	table1    = 0x0200
)

func readFIB(main []byte) (fib, error) {
	if len(main) < leastFIB || u16(main, 0) != wordMagic {
		return fib{}, fmt.Errorf("%w: no file information block", errDamaged)
	}
	flags := u16(main, 0x0A)
	switch {
	case flags&encrypted != 0:
		return fib{}, ErrEncrypted
	case u16(main, 2) < nFibOld:
		return fib{}, ErrOld
	}
	count := func(at int) int { return max(0, int(int32(u32(main, at)))) }
	place := func(at int) span { return span{int(u32(main, at)), int(u32(main, at+4))} }
	return fib{
		secondTable: flags&table1 != 0,
		body:        count(0x4C), footnotes: count(0x50), headers: count(0x54),
		comments: count(0x5C), endnotes: count(0x60), boxes: count(0x64),
		styles: place(0xA2), chpx: place(0xFA), papx: place(0x102), fonts: place(0x112), clx: place(0x1A2),
	}, nil
}
