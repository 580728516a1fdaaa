package sample

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Quirk is a fault that real portals have, put on one page on purpose.
type Quirk string

// The faults that a page may have.
const (
	QuirkNFD       Quirk = "nfd"       // the whole page in decomposed form
	QuirkInvisible Quirk = "invisible" // U+200B, no-break spaces, soft hyphens in the text
	QuirkGzip      Quirk = "gzip"      // the body is gzip bytes, and no header says so
)

// numberSign finds the sign of a document number: 67/KH-UBND.
var numberSign = regexp.MustCompile(`(\d)/(\p{Lu}+)-(\p{Lu}+)`)

// spoil puts invisible characters where word processors leave them: inside
// document numbers and in place of some of the blanks.
func spoil(s string) string {
	s = numberSign.ReplaceAllString(s, "$1/\u200b$2-\u00ad$3")
	var b strings.Builder
	blanks := 0
	for _, r := range s {
		if r == ' ' {
			blanks++
			switch {
			case blanks%7 == 0:
				r = '\u00a0'
			case blanks%11 == 0:
				b.WriteRune('\u200b')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// spoilBlocks returns blocks whose words are spoiled; addresses stay.
func spoilBlocks(blocks []Block) []Block {
	line := func(l Line) Line {
		out := make(Line, len(l))
		for i, in := range l {
			in.Text = spoil(in.Text)
			out[i] = in
		}
		if l == nil {
			return nil
		}
		return out
	}
	lines := func(list []Line) []Line {
		var out []Line
		for _, l := range list {
			out = append(out, line(l))
		}
		return out
	}
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		out[i] = Block{Paragraph: line(b.Paragraph), Heading: line(b.Heading), Items: lines(b.Items)}
		for _, row := range b.Rows {
			out[i].Rows = append(out[i].Rows, lines(row))
		}
	}
	return out
}

// encode applies the faults that concern the bytes of the whole page.
func encode(page []byte, quirks []Quirk) ([]byte, error) {
	for _, q := range quirks {
		switch q {
		case QuirkNFD:
			page = norm.NFD.Bytes(page)
		case QuirkGzip:
			var b bytes.Buffer
			w := gzip.NewWriter(&b)
			if _, err := w.Write(page); err != nil {
				return nil, fmt.Errorf("compress page: %w", err)
			}
			if err := w.Close(); err != nil {
				return nil, fmt.Errorf("compress page: %w", err)
			}
			page = b.Bytes()
		case QuirkInvisible: // done to the blocks, before they become HTML
		default:
			return nil, fmt.Errorf("quirk %q is not known", q)
		}
	}
	return page, nil
}
