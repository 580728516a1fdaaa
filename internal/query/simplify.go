package query

import "slices"

// simplify takes out empty nodes and sequences in sequences, and puts what has
// no order into one.
func simplify(n *node) *node {
	if n.op < opSeq {
		return n
	}
	var of []*node
	for _, child := range n.of {
		child = simplify(child)
		switch {
		case child.empty():
		case child.op == n.op && n.op != opNot && (!child.grouped || !child.hasConditions()):
			of = append(of, child.of...)
		default:
			of = append(of, child)
		}
	}
	n.of = of
	if n.op == opSeq {
		slices.SortStableFunc(n.of, func(a, b *node) int { return a.rank() - b.rank() })
	}
	if len(of) == 1 && (n.op == opOr || n.op == opAnd) {
		return of[0]
	}
	return n
}

// rank orders a sequence: filters, exclusions, then words and groups as typed.
func (n *node) rank() int {
	switch n.op {
	case leafFilter:
		return 0
	case opNot:
		return 1
	}
	return 2
}

// hasConditions tells a sequence with filters or exclusions, which parentheses
// keep from holding for the whole question.
func (n *node) hasConditions() bool {
	return n.op == opSeq && slices.ContainsFunc(n.of, func(child *node) bool { return child.op == leafFilter || child.op == opNot })
}

// hoist makes the filters and exclusions that stand beside words in an
// alternative hold for the whole question: "rác thải OR nước thải loại:KH".
// An alternative of filters alone keeps them.
func hoist(root *node) *node {
	if len(root.of) != 1 || root.of[0].op != opOr {
		return root
	}
	var out []*node
	for _, branch := range root.of[0].of {
		if branch.hasWords() {
			out = append(out, branch.takeConditions()...)
		}
	}
	root.of = append(out, root.of...)
	return root
}

// hasWords tells that a node has positive words.
func (n *node) hasWords() bool {
	switch n.op {
	case leafWord, leafPhrase:
		return true
	case leafFilter, opNot:
		return false
	}
	for _, child := range n.of {
		if child.hasWords() {
			return true
		}
	}
	return false
}

// takeConditions removes and returns the filters and exclusions of a sequence,
// or of sequences joined by AND.
func (n *node) takeConditions() []*node {
	var out, kept []*node
	for _, child := range n.of {
		switch {
		case n.op == opSeq && (child.op == leafFilter || child.op == opNot):
			out = append(out, child)
			continue
		case n.op == opAnd:
			out = append(out, child.takeConditions()...)
		}
		kept = append(kept, child)
	}
	n.of = kept
	return out
}
