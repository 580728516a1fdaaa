package query

import (
	"regexp"
	"strconv"
	"strings"

	"tracuu/internal/filter"
)

// String is the normal form of a question, in Vietnamese: filters, exclusions,
// then the words and groups as they were typed. It is read as the text was; a
// question that is too large for its normal form is given back as it was typed.
func (q Query) String() string {
	if q.tree == nil {
		return q.Text
	}
	printed := q.tree.print()
	if q.full || clip(printed) != printed || q.tree.depth() > maxDepth || lex(printed, today{}).full {
		return q.text
	}
	return printed
}

// depth is how many groups stand in one another when a node is printed.
func (n *node) depth() int {
	deepest := 0
	for _, child := range n.of {
		deepest = max(deepest, child.depth())
	}
	if n.op >= opSeq {
		deepest++
	}
	return deepest
}

// print writes a node. Groups have parentheses but for the outermost.
func (n *node) print() string {
	switch n.op {
	case leafWord:
		return n.text
	case leafPhrase:
		return quote(n.text)
	case leafFilter:
		return n.filter.print()
	case opNot:
		return "-" + n.of[0].printExcluded()
	case opAnd:
		return n.printJoined("VÀ", "AND")
	case opOr:
		return n.printJoined("HOẶC", "|")
	}
	parts := make([]string, len(n.of))
	for i, child := range n.of {
		parts[i] = child.print()
		if child.op >= opSeq && child.op != opNot && len(n.of) > 1 {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, " ")
}

// printExcluded writes what a hyphen stands before. A word is quoted, so that
// the hyphen is never taken for one of a number.
func (n *node) printExcluded() string {
	switch n.op {
	case leafWord:
		return quote(n.text)
	case leafPhrase, leafFilter:
		return n.print()
	}
	return "(" + n.print() + ")"
}

// printJoined writes nodes with a word between them, or a sign where words in
// capitals beside it would make it one of a title.
func (n *node) printJoined(word, sign string) string {
	var b strings.Builder
	for i, child := range n.of {
		part := child.print()
		if child.standsInParentheses() {
			part = "(" + part + ")"
		}
		if i > 0 {
			joint := word
			if inCapitals(lastField(b.String())) || inCapitals(firstField(part)) {
				joint = sign
			}
			b.WriteString(" " + joint + " ")
		}
		b.WriteString(part)
	}
	return b.String()
}

// standsInParentheses tells a part of an alternative whose filters must not
// hold for the whole question, and what another operator joins.
func (n *node) standsInParentheses() bool {
	for n.op == opSeq && len(n.of) == 1 {
		n = n.of[0]
	}
	return n.op == opAnd || n.op == opOr || n.hasConditions() && n.hasWords()
}

func firstField(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func lastField(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func quote(s string) string { return `"` + s + `"` }

// print writes a filter.
func (c *condition) print() string {
	name := FieldName(c.field)
	parts := make([]string, len(c.values))
	for i, v := range c.values {
		parts[i] = v.print(c.field)
	}
	if len(c.values) == 1 && c.field == filter.Day {
		switch v := c.values[0]; {
		case v.to == 0:
			name, parts[0] = "từ", printDay(v.from)
		case v.from == 0:
			name, parts[0] = "đến", printDay(v.to)
		}
	}
	return name + ":" + strings.Join(parts, ",")
}

var needsNoQuotes = regexp.MustCompile(`^[\pL\pN]+$`)

func (v value) print(f filter.Field) string {
	switch {
	case f == filter.Year:
		return printPeriod(v, strconv.Itoa)
	case f == filter.Day:
		return printPeriod(v, printDay)
	case f == filter.Type:
		return v.text
	case f == filter.Portal && needsNoQuotes.MatchString(v.text), f != filter.Place && f != filter.Issuer && f != filter.Topic && needsNoQuotes.MatchString(v.name):
		return v.name
	}
	return quote(v.name)
}

func printPeriod(v value, one func(int) string) string {
	side := func(n int) string {
		if n == 0 {
			return ""
		}
		return one(n)
	}
	if v.from == v.to {
		return one(v.from)
	}
	return side(v.from) + ".." + side(v.to)
}

func printDay(n int) string { return dayOfNumber(n).Vietnamese() }
