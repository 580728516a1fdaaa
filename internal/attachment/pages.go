package attachment

import (
	"errors"
	"strings"
	"unicode/utf8"

	"tracuu/internal/attachment/flow"
	"tracuu/internal/vietnamese"
)

// errFull ends a reader whose output has reached its limit; it is no failure.
var errFull = errors.New("text limit reached")

// pages collects the text of a file page by page, up to a limit.
type pages struct {
	text    strings.Builder
	starts  []int
	scanned []int
	notes   []string // on what could not be read
	limit   int
	full    bool
}

func newPages(limit int) *pages { return &pages{limit: limit} }

// add appends a page. It gives errFull when the limit is reached; the page is
// then cut there.
func (p *pages) add(text string) error {
	text = tidy(vietnamese.Clean(vietnamese.Modern(text)))
	if p.text.Len() > 0 && text != "" {
		p.text.WriteString("\n\n")
	}
	p.starts = append(p.starts, p.text.Len())
	if room := p.limit - p.text.Len(); len(text) > room {
		room = max(room, 0)
		for room > 0 && !utf8.RuneStart(text[room]) {
			room--
		}
		text, p.full = text[:room], true
	}
	p.text.WriteString(text)
	if p.full {
		return errFull
	}
	return nil
}

// addBroken appends a text whose pages stand apart by flow.PageBreak; empty
// pages are left out.
func (p *pages) addBroken(text string) error {
	for page := range strings.SplitSeq(text, flow.PageBreak) {
		if strings.TrimSpace(page) == "" {
			continue
		}
		if err := p.add(page); err != nil {
			return unlessFull(err)
		}
	}
	return nil
}

// tidy drops blanks at line ends, and all empty lines but one between others.
func tidy(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	empty := 0
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(line, " \t")
		if strings.TrimLeft(line, " ") == "" {
			empty++
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n"[:1+min(empty, 1)])
		}
		b.WriteString(line)
		empty = 0
	}
	return b.String()
}

// addScan counts a page without a text layer.
func (p *pages) addScan() {
	p.starts = append(p.starts, p.text.Len())
	p.scanned = append(p.scanned, len(p.starts))
}
