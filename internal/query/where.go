package query

import (
	"strings"

	"tracuu/internal/filter"
)

// where is the condition of a node, nil when it has none. Words restrict only
// where they are required: in alternatives, exclusions, and beside AND.
func (n *node) where(required bool) *filter.Expr {
	switch n.op {
	case leafWord, leafPhrase:
		if required {
			return leafExpr(n)
		}
		return nil
	case leafFilter:
		e := n.filter.expr()
		return &e
	case opNot:
		of := n.of[0].where(true)
		if of == nil {
			return nil
		}
		return &filter.Expr{Op: filter.Not, Of: []filter.Expr{*of}}
	case opOr:
		e := &filter.Expr{Op: filter.Or}
		for _, child := range n.of {
			if of := child.where(true); of != nil {
				e.Of = append(e.Of, *of)
			}
		}
		switch len(e.Of) {
		case 0:
			return nil
		case 1:
			return &e.Of[0]
		}
		return e
	case opAnd:
		return filter.All(each(n.of, true)...)
	}
	if !required {
		return filter.All(each(n.of, false)...)
	}
	return n.required()
}

func each(nodes []*node, required bool) []*filter.Expr {
	var all []*filter.Expr
	for _, child := range nodes {
		all = append(all, child.where(required))
	}
	return all
}

// required is a sequence in which the words must all stand.
func (n *node) required() *filter.Expr {
	var words []string
	var rest []*node
	for _, child := range n.of {
		if child.op == leafWord {
			words = append(words, child.text)
		} else {
			rest = append(rest, child)
		}
	}
	all := each(rest, true)
	if text := strings.Join(words, " "); strings.ContainsFunc(text, wordRune) {
		all = append([]*filter.Expr{{Op: filter.Words, Text: text}}, all...)
	}
	return filter.All(all...)
}

// leafExpr is the condition that a word or a phrase stands in a record. A word
// of several syllables (covid-19) is a phrase.
func leafExpr(n *node) *filter.Expr {
	switch len(scan(n.text)) {
	case 0:
		return nil
	case 1:
		return &filter.Expr{Op: filter.Words, Text: n.text}
	}
	return &filter.Expr{Op: filter.Phrase, Text: n.text}
}
