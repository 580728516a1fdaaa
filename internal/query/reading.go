package query

import (
	"slices"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// reading is the search for a number in a line, and what it found.
type reading struct {
	text   string // as typed
	off    []ChipKind
	line   line
	tokens []token
	places []place
	whole  *Number // with all chips on
}

func (r *reading) isOff(k ChipKind) bool { return slices.Contains(r.off, k) }

// number reads the number of a line and what remains of its words.
func (r *reading) number(tree *node) (*Number, string) {
	conditions := documentConditions(tree)
	n := r.read(conditions)
	if n == nil {
		return nil, r.line.text
	}
	r.places = placesIn(r.line.text, r.tokens)
	whole := *n
	r.whole = &whole
	if r.isOff(ChipNumber) {
		return nil, r.line.text
	}
	typed := n.Type != "" || n.Symbol != ""
	maybeYear := n.Symbol == "" && n.Year == 0 && len(n.No) == 4 && isYear(token{text: n.No, digits: isDigits(n.No)})
	r.switchOff(n)
	n.Words = r.words()
	for _, p := range r.places {
		if p.unit != "" && !r.isOff(ChipPlace) {
			n.Places = append(n.Places, p.unit)
		}
	}
	n.join(conditions)
	switch {
	case !typed, maybeYear, n.Type == "" && n.Symbol == "":
		return n, r.line.text // a bare number may be just a number
	case len(words(r.tokens)) == 0 && len(r.off) == 0:
		return n, ""
	}
	return n, rest(r.line.text, r.tokens)
}

// read reads the number that was typed, all of it.
func (r *reading) read(conditions []*condition) *Number {
	tokens, date := takeDate(scan(r.line.text))
	r.tokens = tokens
	tells := func(fields ...filter.Field) bool {
		return slices.ContainsFunc(conditions, func(c *condition) bool { return slices.Contains(fields, c.field) })
	}
	at, ok := chooseNumber(tokens, told{kind: tells(filter.Type), year: tells(filter.Year, filter.Day)})
	if !ok {
		return nil
	}
	n := readNumber(tokens, at)
	if n.Date = date; date.Year == 0 {
		n.Date, n.Day, n.Month = model.Date{}, date.Day, date.Month
	}
	if n.Year == 0 {
		n.Year = date.Year
	}
	if n.Year == 0 {
		n.Year = takeYear(tokens)
	}
	return &n
}

// switchOff takes out of a number what chips that are off stand for, and gives
// their words back.
func (r *reading) switchOff(n *Number) {
	code := docnum.FoldSymbol(n.Type)
	if r.isOff(ChipType) {
		n.Type, n.Symbol = "", strings.TrimPrefix(n.Symbol, code)
	}
	if r.isOff(ChipSymbol) {
		n.Symbol = ""
	}
	if r.isOff(ChipYear) {
		n.Year, n.Inside, n.Date, n.Day, n.Month = 0, false, model.Date{}, 0, 0
	}
	for i, t := range r.tokens {
		if t.used && r.isOff(t.role) {
			r.tokens[i].used = false
		}
	}
}

// words are the syllables beside the number, less the places that are off. A
// body is called as documents have it: "hội đồng nhân dân" is HĐND.
func (r *reading) words() []string {
	tokens := slices.Clone(r.tokens)
	for i, t := range tokens {
		tokens[i].used = t.used || r.isOff(t.role)
	}
	var out []string
	at := 0
	for _, p := range r.places {
		out = append(out, words(tokens[at:p.from])...)
		if at = p.to; r.isOff(ChipPlace) && p.sure {
			continue
		}
		if p.body != "" {
			out = append(out, strings.Split(p.body, "-")...)
		}
		out = append(out, words(tokens[p.from+p.bodySize:p.to])...)
	}
	return append(out, words(tokens[at:])...)
}

// documentConditions are the filters that must hold for the whole question.
func documentConditions(n *node) []*condition {
	if n.op == leafFilter {
		return []*condition{n.filter}
	}
	var all []*condition
	if n.op == opSeq || n.op == opAnd {
		for _, child := range n.of {
			all = append(all, documentConditions(child)...)
		}
	}
	return all
}

// join adds what filters say to a number.
func (n *Number) join(conditions []*condition) {
	for _, c := range conditions {
		if len(c.values) != 1 {
			continue
		}
		v := c.values[0]
		switch {
		case c.field == filter.Type && n.Type == "":
			n.Type = v.text
		case c.field == filter.Year && v.from == v.to && n.Year == 0:
			n.Year = v.from
		case c.field == filter.Day && v.from == v.to && n.Date.IsZero():
			n.Date = dayOfNumber(v.from)
			if n.Year == 0 {
				n.Year = n.Date.Year
			}
		case c.field == filter.Place || c.field == filter.Issuer:
			n.Words = append(n.Words, strings.Split(vietnamese.Slug(v.text), "-")...)
			n.Places = append(n.Places, unitIn(v.text))
		}
	}
}
