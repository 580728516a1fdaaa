package query

import "strings"

// node is a part of a question: a leaf, or nodes joined by op.
type node struct {
	op         nodeOp
	of         []*node
	text       string // of a word or a phrase
	start, end int    // in the typed text; of leaves and exclusions
	filter     *condition
	grouped    bool // parentheses hold a sequence together
}

// nodeOp tells what joins the nodes of a node.
type nodeOp uint8

const (
	leafWord nodeOp = iota
	leafPhrase
	leafFilter
	opSeq // side by side: words are looked for, filters must hold
	opAnd // AND: what stands on both sides must be there
	opOr
	opNot
)

// parser builds the tree of a text from its items. What has no place in the
// grammar is left out, or read as a word.
type parser struct {
	items []item
	at    int
	note  func(part, text string)
}

func parse(x *lexer) *node {
	p := parser{items: x.items, note: x.note}
	root := &node{op: opSeq}
	for p.at < len(p.items) {
		root.of = append(root.of, p.alternatives())
		if p.peek(outItem) {
			p.at++ // its group was one too many
		}
	}
	return simplify(hoist(simplify(root)))
}

func (p *parser) peek(kind itemKind) bool { return p.at < len(p.items) && p.items[p.at].kind == kind }

// alternatives = conjunction { OR conjunction }.
func (p *parser) alternatives() *node {
	return p.joined(orItem, opOr, func() *node {
		return p.joined(andItem, opAnd, p.sequence)
	})
}

// joined reads parts with an operator between them. An operator that lacks a
// side is a word.
func (p *parser) joined(kind itemKind, op nodeOp, part func() *node) *node {
	n := &node{op: op, of: []*node{part()}}
	for p.peek(kind) {
		sign := p.items[p.at]
		p.at++
		next := part()
		if last := n.of[len(n.of)-1]; last.empty() || next.empty() {
			last.of = append(append(last.of, p.dangling(sign)...), next)
			continue
		}
		n.of = append(n.of, next)
	}
	if len(n.of) == 1 {
		return n.of[0]
	}
	return n
}

func (n *node) empty() bool { return n.op >= opSeq && len(n.of) == 0 }

// dangling is an operator without something to join, as a word.
func (p *parser) dangling(sign item) []*node {
	if sign.text[0] == '|' || sign.text == "-" {
		return nil
	}
	p.note(sign.text, "thiếu từ ở một bên, nên không được hiểu là phép nối")
	return []*node{{text: strings.ToLower(sign.text), start: sign.start, end: sign.end}}
}

// sequence = { [NOT] (word | phrase | filter | "(" alternatives ")") }.
func (p *parser) sequence() *node {
	n := &node{op: opSeq}
	for p.at < len(p.items) {
		it := p.items[p.at]
		if it.kind == orItem || it.kind == andItem || it.kind == outItem {
			return n
		}
		p.at++
		if it.kind != notItem {
			n.of = append(n.of, p.single(it))
			continue
		}
		if !p.canBeExcluded() {
			n.of = append(n.of, p.dangling(it)...)
			continue
		}
		p.at++
		not := &node{op: opNot, start: it.start, of: []*node{p.single(p.items[p.at-1])}}
		not.end = p.items[p.at-1].end
		n.of = append(n.of, not)
	}
	return n
}

// canBeExcluded tells whether something that can be left out comes next.
func (p *parser) canBeExcluded() bool {
	if p.at == len(p.items) {
		return false
	}
	next := p.items[p.at]
	return next.kind == inItem || next.kind <= filterItem && (next.kind != wordItem || strings.ContainsFunc(next.text, wordRune))
}

// single reads a leaf or the group that an item opens.
func (p *parser) single(it item) *node {
	switch it.kind {
	case phraseItem:
		return &node{op: leafPhrase, text: it.text, start: it.start, end: it.end}
	case filterItem:
		return &node{op: leafFilter, filter: it.filter, text: it.text, start: it.start, end: it.end}
	case inItem:
		n := p.alternatives()
		n.grouped = true
		if p.peek(outItem) {
			p.at++
		}
		return n
	}
	return &node{text: it.text, start: it.start, end: it.end}
}
