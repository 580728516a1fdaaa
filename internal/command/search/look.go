package search

import (
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"
	"golang.org/x/term"

	"tracuu/internal/search"
)

// look is how results are shown: with colours and lines that fit on a terminal,
// plain everywhere else.
type look struct {
	width int // of a line; 0: plain
}

// widest is as far as an eye follows a line.
const widest = 100

// style is what a detail of a result is.
type style int

const (
	note    style = iota // why and from where
	name                 // the document
	passage              // the words that were found, with marks
)

type detail struct {
	text  string
	style style
}

// terminal returns how to show results on w, and what to write them to: the
// console of Windows needs a translator. NO_COLOR (no-color.org) asks for plain.
func (s *session) terminal() (look, io.Writer) {
	f, ok := s.stdout.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) || slices.ContainsFunc(s.environ, refusesColour) {
		return look{}, s.stdout
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 20 {
		width = widest
	}
	return look{min(width, widest)}, colorable.NewColorable(f)
}

func refusesColour(variable string) bool {
	value, no := strings.CutPrefix(variable, "NO_COLOR=")
	return no && value != "" || variable == "TERM=dumb"
}

// Escape sequences (ECMA-48, SGR).
const (
	bold  = "\x1b[1m"
	faint = "\x1b[2m"
	cyan  = "\x1b[36m"
	mark  = "\x1b[1;33m"
	reset = "\x1b[0m"
)

// Private letters stand around marks until a line is laid out. None can come from
// a text: plain drops them before.
const (
	markBegins = '\ue000'
	markEnds   = '\ue001'
)

// marked is a passage with its marks as letters.
func marked(p search.Passage) string {
	var b strings.Builder
	at := 0
	for _, m := range p.Marks {
		if m.Start < at || m.End > len(p.Text) || m.Start >= m.End {
			continue // overlapping marks are one
		}
		b.WriteString(unmarked(p.Text[at:m.Start]))
		b.WriteRune(markBegins)
		b.WriteString(unmarked(p.Text[m.Start:m.End]))
		b.WriteRune(markEnds)
		at = m.End
	}
	b.WriteString(unmarked(p.Text[at:]))
	return b.String()
}

// unmarked drops the letters that stand for marks.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if r == markBegins || r == markEnds {
			return -1
		}
		return r
	}, s)
}

// block lays out one result.
func (l look) block(title string, details []detail) string {
	if title = plain(unmarked(title)); title == "" {
		title = "(không có tiêu đề)"
	}
	var b strings.Builder
	if l.width == 0 {
		b.WriteString(title + "\n")
	} else {
		for line := range slices.Values(wrap(title, l.width)) {
			b.WriteString(bold + line + reset + "\n")
		}
	}
	for _, d := range details {
		b.WriteString(l.detail(d))
	}
	return b.String()
}

const indent = "    "

func (l look) detail(d detail) string {
	text := plain(d.text)
	if text == "" {
		return ""
	}
	if l.width == 0 {
		return indent + unmarked(text) + "\n"
	}
	if d.style != passage {
		text = unmarked(text)
	}
	colour := map[style]string{note: faint, name: cyan, passage: ""}[d.style]
	var b strings.Builder
	open := "" // a mark may go on over the end of a line
	for _, line := range wrap(text, l.width-len(indent)) {
		b.WriteString(indent + colour + open)
		for _, r := range line {
			switch r {
			case markBegins:
				open = mark
				b.WriteString(mark)
			case markEnds:
				open = ""
				b.WriteString(reset + colour)
			default:
				b.WriteRune(r)
			}
		}
		if colour+open != "" {
			b.WriteString(reset)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// wrap breaks text at blanks into lines of at most width letters; a word that is
// longer, as an address, keeps its line.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		size := utf8.RuneCountInString(unmarked(word))
		if used > 0 && used+1+size > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+size
	}
	return append(lines, line)
}
