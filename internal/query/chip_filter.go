package query

import (
	"slices"
	"strings"
)

// filterChips are those of filters and exclusions.
func (r *reading) filterChips(root *node) []placedChip {
	var chips []placedChip
	add := func(n *node, label, value string, joined bool) {
		left := r.text[:n.start] + " " + r.text[n.end:]
		if joined { // an operator would be left without its side
			left = root.without(n).print()
		}
		without := parameters(strings.Join(strings.Fields(left), " "), r.off)
		chips = append(chips, placedChip{Chip{Kind: ChipFilter, Label: label, Value: value, Without: without}, n.start})
	}
	var walk func(n *node, negated, joined bool)
	walk = func(n *node, negated, joined bool) {
		switch {
		case n.op == leafFilter:
			label, value := FieldName(n.filter.field)+": "+n.filter.name(), n.filter.print()
			if negated {
				label, value = "trừ "+label, "-"+value
			}
			add(n, label, value, joined)
			return
		case n.op == opNot && n.of[0].op == leafFilter:
			label := "trừ " + FieldName(n.of[0].filter.field) + ": " + n.of[0].filter.name()
			add(n, label, n.print(), joined)
			return
		case n.op == opNot && !n.hasFilters():
			add(n, "không có: "+strings.Trim(n.of[0].print(), `"`), n.print(), joined)
			return
		case n.op == opNot:
			negated = !negated
		case n.op == opOr, n.op == opAnd:
			joined = true
		}
		for _, child := range n.of {
			walk(child, negated, joined)
		}
	}
	walk(root, false, false)
	return chips
}

// hasFilters tells that a node has filters.
func (n *node) hasFilters() bool {
	return n.op == leafFilter || slices.ContainsFunc(n.of, (*node).hasFilters)
}

// without is a copy of a node that lacks another.
func (n *node) without(gone *node) *node {
	kept := *n
	kept.of = nil
	for _, child := range n.of {
		if child != gone {
			kept.of = append(kept.of, child.without(gone))
		}
	}
	return simplify(&kept)
}
