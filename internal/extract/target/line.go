package target

import (
	"strings"

	"tracuu/internal/model"
)

// line is a sentence with its place among the lines of the text. Offsets are
// those of the text.
type line struct {
	model.Span
	body    int  // behind marker and bold signs
	rank    int  // of the marker: the smaller the higher; 0 without a marker
	first   bool // begins a line of the text
	last    bool // ends one
	heading bool
	lead    int // end of "Mục tiêu cụ thể:" before more text; body when there is none
}

// The ranks of markers. Unmarked headings have rankTitle or rankCapitals.
const (
	rankPart     = 10 // Phần I, Chương II; # is 10 a sign
	rankRoman    = 20
	rankCapitals = 25
	rankArabic   = 30
	rankTitle    = 65
	rankLetter   = 60
	rankDash     = 70
	rankPlus     = 80
)

// lines reads the sentences of a text as lines, without the heads and numbers
// of printed pages.
func (s *scan) lines() []line {
	out := make([]line, 0, len(s.Sentences))
	mark := -1 // start of a marker that was cut off as a sentence: "## 2."
	for _, sp := range s.Sentences {
		if mark >= 0 && !strings.Contains(s.low[mark:sp.Start], "\n") {
			sp.Start = mark
		}
		mark = -1
		sp.Start = behindPageNumber(s.low[:sp.End], sp.Start)
		l := line{Span: sp}
		l.first = sp.Start == 0 || strings.Contains(s.low[s.endOfLast(out):sp.Start], "\n") || len(out) == 0
		if l.first && pageHead(s.low[sp.Start:sp.End]) {
			continue
		}
		l.rank, l.body = marker(s.low[:sp.End], sp.Start)
		if l.first && l.rank > 0 && l.body >= sp.End {
			mark = sp.Start
			continue
		}
		if !l.first && l.rank < rankArabic {
			l.rank, l.body = 0, sp.Start
		}
		if n := len(out); n > 0 {
			out[n-1].last = l.first
		}
		out = append(out, l)
	}
	if n := len(out); n > 0 {
		out[n-1].last = true
	}
	for i := range out {
		s.readHeading(out, i)
	}
	return out
}

func (s *scan) endOfLast(lines []line) int {
	if len(lines) == 0 {
		return 0
	}
	return lines[len(lines)-1].End
}

// pageHead tells the running head, the number and the stamp of a printed page.
func pageHead(s string) bool {
	if strings.HasPrefix(s, "công báo/số") || strings.HasPrefix(s, "ký bởi") {
		return true
	}
	return len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}

// behindPageNumber steps over a page number that stands on a line of its own at
// the start of a sentence.
func behindPageNumber(s string, i int) int {
	end := i
	for end < len(s) && digit(s[end]) && end-i < 4 {
		end++
	}
	rest := strings.TrimLeft(s[end:], " ")
	if end == i || !strings.HasPrefix(rest, "\n") {
		return i
	}
	return afterBlanks(s, end)
}

// readHeading decides whether a line is a heading or a label, and where the
// lead of a paragraph ends.
func (s *scan) readHeading(lines []line, i int) {
	const longest = 240 // bytes of a heading
	l := &lines[i]
	l.lead = l.body
	text := strings.TrimRight(s.low[l.body:l.End], " *_")
	if !l.first || text == "" {
		return
	}
	if cut := strings.IndexByte(text[:min(len(text), longest/2)], ':'); cut >= 0 && strings.Trim(text[cut+1:], " *") != "" {
		l.lead = l.body + cut + 1
	}
	if !l.last || len(text) > longest {
		return
	}
	deeper := i+1 < len(lines) && lines[i+1].rank > max(l.rank, rankTitle)
	switch end := text[len(text)-1]; {
	case end == ':':
		l.heading = true
	case end == '.' || end == ';' || end == ',' || l.lead > l.body:
	case l.rank >= rankDash:
		l.heading = deeper && lines[i+1].rank > l.rank
	case l.rank > 0:
		l.heading = len(s.values(l.body, l.End)) == 0
	default:
		l.heading = len(text) <= longest/2 && (deeper || len(s.values(l.body, l.End)) == 0)
	}
	if l.heading && l.rank == 0 {
		l.rank = s.titleRank(*l)
	}
}

func (s *scan) titleRank(l line) int {
	if text := s.Text[l.body:l.End]; strings.ToUpper(text) == text {
		return rankCapitals
	}
	return rankTitle
}

// marker reads what numbers a line or makes it an item, and where its words
// begin: "# ", "II. ", "1. ", "2.1. ", "a) ", "- ", "+ ", "**".
func marker(s string, i int) (rank, body int) {
	i = bold(s, i)
	if n := run(s, i, '#'); n > 0 {
		_, body := marker(s, afterBlanks(s, i+n))
		return rankPart * n, body
	}
	for _, p := range []string{"phần ", "chương "} {
		if strings.HasPrefix(s[i:], p) {
			return rankPart, i
		}
	}
	if strings.HasPrefix(s[i:], "điều ") && i+6 < len(s) && digit(s[i+len("điều ")]) {
		end := i + len("điều ")
		for end < len(s) && (digit(s[end]) || s[end] == '.') {
			end++
		}
		return rankArabic, afterBlanks(s, end)
	}
	if strings.HasPrefix(s[i:], "* ") { // stands for either level of items
		return rankDash, afterBlanks(s, i+1)
	}
	for sign, rank := range signs {
		if strings.HasPrefix(s[i:], sign) {
			return rank, bold(s, afterBlanks(s, i+len(sign)))
		}
	}
	if rank, end := ordinal(s, i); rank > 0 {
		return rank, bold(s, afterBlanks(s, end))
	}
	return 0, i
}

// signs are the marks of items.
var signs = map[string]int{
	"-": rankDash, "–": rankDash, "—": rankDash, "+": rankPlus, "•": rankPlus, "●": rankPlus, "▪": rankPlus, "·": rankPlus,
}

// ordinal reads "ii.", "1.", "2.1.", "a)", "(1)", "1)".
func ordinal(s string, i int) (rank, end int) {
	open := 0
	if i < len(s) && s[i] == '(' {
		open = 1
	}
	end = i + open
	for end < len(s) && (digit(s[end]) || s[end] == '.' && end+1 < len(s) && digit(s[end+1])) && end-i < 12 {
		end++
	}
	if end > i+open {
		if end >= len(s) || strings.IndexByte(".)/", s[end]) < 0 || end+1 < len(s) && !blank(s[end+1]) && !letter(s[end+1]) && s[end+1] != '*' {
			return 0, i
		}
		if open > 0 || s[end] == ')' {
			return rankLetter, end + 1
		}
		return rankArabic + 10*min(strings.Count(s[i:end], "."), 2), end + 1
	}
	for end < len(s) && letter(s[end]) && end-i < 8 {
		end++
	}
	word := s[i+open : end]
	switch {
	case word == "" || end >= len(s) || open > 0 && s[end] != ')':
		return 0, i
	case strings.Trim(word, "ivx") == "" && open == 0 && strings.IndexByte(".-", s[end]) >= 0:
		return rankRoman, end + 1
	case (len(word) == 1 || word == "đ") && (s[end] == ')' || s[end] == '.'):
		return rankLetter, end + 1
	}
	return 0, i
}

func bold(s string, i int) int {
	if n := run(s, i, '*'); n >= 2 {
		return afterBlanks(s, i+n)
	}
	return i
}

func run(s string, i int, c byte) int {
	n := 0
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	return n
}
