package rank

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Text is what is read of a record to score it.
type Text struct {
	Title string
	Body  string // without the title; a first line that stands alone is the heading
	// Implied is what the record is about without saying it, as the place that
	// its portal is of, and the year in which it was posted.
	Implied   string
	Kind      model.Kind
	Authority int // of the issuer, higher is more; only breaks ties
	Published model.Date
}

// maxHeading bounds a heading, in bytes.
const maxHeading = 300

// parts returns the heading and what comes after it. Without a heading of its
// own the title is the heading.
func (t Text) parts() (heading, body string) {
	body = strings.TrimLeft(t.Body, " \t\n\r")
	line, rest, more := strings.Cut(body, "\n")
	line = strings.TrimSpace(line)
	if more && line != "" && len(line) <= maxHeading && !strings.ContainsAny(line[len(line)-1:], ".;,") {
		return line, rest
	}
	return t.Title, body
}

// spot is a place of an asked word.
type spot struct {
	at         int32 // counts the words of the text
	word       int32
	start, end int32 // bytes
	joined     bool  // no clause ends between it and the word before
}

// clause is a line of a text: a paragraph or an item.
type clause struct {
	start, end int // bytes
	from, to   int // its spots
	words      int
}

// page is a text as a question sees it. It is used again and again.
type page struct {
	spots   []spot
	clauses []clause
	words   int32
}

func (p *page) reset() { p.spots, p.clauses, p.words = p.spots[:0], p.clauses[:0], 0 }

// scan adds the clauses of a text. Offsets are those of the text.
func (p *page) scan(q *Question, text string) {
	last := -1 // end of the word before
	var before recent
	cur := -1 // number of the open clause
	for t := range vietnamese.Tokens(text) {
		n, asked := q.find(t.Text)
		if t.Kind == vietnamese.Compound { // its parts came before it
			if c := &p.clauses[cur]; asked {
				p.spots = append(p.spots, spot{at: p.words - 1, word: n, start: int32(t.Start), end: int32(t.End)})
				c.to = len(p.spots)
			}
			continue
		}
		joined := last >= 0
		if last < 0 || t.Start > last+1 || t.Start > last && text[last] != ' ' {
			if gap := text[max(last, 0):t.Start]; strings.IndexByte(gap, '\n') >= 0 {
				joined, cur = false, -1
			} else if strings.ContainsAny(gap, clauseEnds) {
				joined = false
			}
		}
		if cur < 0 {
			cur = len(p.clauses)
			p.clauses = append(p.clauses, clause{start: lineStart(text, max(last, 0), t.Start), from: len(p.spots), to: len(p.spots)})
			p.words += far
			joined = false
		}
		c := &p.clauses[cur]
		c.end = t.End
		last = t.End
		if asked {
			p.add(c, t, n, joined)
		} else {
			p.words++
		}
		c.words++
		if len(q.ends) == 0 {
			continue
		}
		before.add(t.Text, joined)
		for _, f := range q.endedBy(t.Text) {
			if before.end(f.phrase) {
				for i, w := range f.words {
					p.add(c, t, w, i > 0)
				}
			}
		}
	}
}

// far keeps the words of two clauses from being near each other.
const far = 16

func (p *page) add(c *clause, t vietnamese.Token, word int32, joined bool) {
	p.spots = append(p.spots, spot{at: p.words, word: word, start: int32(t.Start), end: int32(t.End), joined: joined})
	p.words++
	c.to = len(p.spots)
}

// cutText bounds what is read of a text.
func cutText(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// lineStart is where the line of a word begins that stands at offset at, not
// before offset from: brackets and dashes belong to it.
func lineStart(text string, from, at int) int {
	from += strings.LastIndexByte(text[from:at], '\n') + 1
	return at - len(strings.TrimLeft(text[from:at], " \t\r"))
}
