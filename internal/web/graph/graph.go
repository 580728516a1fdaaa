// Package graph lays out the relations of one document as a drawing narrow
// enough for a telephone: a spine with the document on it, above it what the
// document rests on or changes, below it what rests on or changes it. The words
// between tell the direction; arrows only repeat it. It knows no HTML.
package graph

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// Node is a thing that is drawn.
type Node struct {
	Label string // its name
	Under string // a second line: day and issuer
	Href  string // where it leads; empty: nowhere
}

// Group is the nodes that stand in one relation to the centre.
type Group struct {
	Word     string // the relation, as the centre sees it: "thực hiện", "được thay thế bởi"
	Incoming bool   // the nodes do it to the centre
	Nodes    []Node
}

// Box is a node with its place. Its text is cut to fit; Full is whole, and begins
// with the relation.
type Box struct {
	Node
	Full                                    string
	X, Y, Width, Height, TextX, NameY, NotY int
	Edge, Head                              string // paths of the line to the spine and of its arrow
}

// Word is the name of a relation with its place.
type Word struct {
	Text string
	X, Y int
}

// Drawing is a graph in units of its view box.
type Drawing struct {
	Width, Height int
	Spine         string // a path
	Centre        Box
	Words         []Word
	Boxes         []Box
	Left          int // nodes that found no room
}

// Measures of the drawing.
const (
	width    = 356
	spine    = 12 // from the left
	boxLeft  = 40
	rowGap   = 6
	wordRow  = 24
	oneLine  = 28
	twoLines = 42
	letter   = 7.1 // mean width of a letter of a name
	small    = 6.2 // of the second line
	padding  = 8
)

// Draw lays out at most most nodes around a centre.
func Draw(centre Node, groups []Group, most int) Drawing {
	d := Drawing{Width: width}
	groups = slices.Clone(groups)
	slices.SortStableFunc(groups, func(a, b Group) int { return side(a) - side(b) })
	y := 2
	below := false
	for _, g := range groups {
		if g.Incoming && !below {
			y, below = d.center(centre, y), true
		}
		y = d.group(g, y, most)
	}
	if !below {
		y = d.center(centre, y)
	}
	d.Height = y
	d.Spine = d.path()
	return d
}

func side(g Group) int {
	if g.Incoming {
		return 1
	}
	return 0
}

// center puts the document itself on the spine and returns what is below it.
func (d *Drawing) center(n Node, y int) int {
	d.Centre = box(n, 0, y)
	return y + d.Centre.Height + rowGap
}

// group adds a relation with its nodes.
func (d *Drawing) group(g Group, y, most int) int {
	room := most - len(d.Boxes)
	shown := g.Nodes[:max(0, min(len(g.Nodes), room))]
	d.Left += len(g.Nodes) - len(shown)
	if len(shown) == 0 {
		return y
	}
	d.Words = append(d.Words, Word{g.Word, boxLeft, y + wordRow - 8})
	y += wordRow
	for _, n := range shown {
		b := box(n, boxLeft, y)
		b.Full = g.Word + ": " + b.Full
		middle := y + b.Height/2
		b.Edge = fmt.Sprintf("M%d %dH%d", spine, middle, boxLeft)
		b.Head = head(boxLeft-1, middle, -1)
		if g.Incoming {
			b.Head = head(spine+1, middle, 1)
		}
		d.Boxes = append(d.Boxes, b)
		y += b.Height + rowGap
	}
	return y
}

// head is an arrow whose tip is at a point; its body lies towards back.
func head(x, y, back int) string {
	return fmt.Sprintf("M%d %dl%d -4v8z", x, y, 8*back)
}

// box places a node, with its text cut to the room.
func box(n Node, x, y int) Box {
	b := Box{Node: n, Full: n.Label, X: x, Y: y, Width: width - x - 1, Height: oneLine, TextX: x + padding, NameY: y + 19}
	if n.Under != "" {
		b.Height, b.NotY, b.Full = twoLines, y+34, n.Label+" · "+n.Under
	}
	room := float64(b.Width - 2*padding)
	b.Label, b.Under = cut(n.Label, int(room/letter)), cut(n.Under, int(room/small))
	return b
}

// cut shortens a text to a number of letters.
func cut(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// path is the spine, from the first to the last thing on it.
func (d *Drawing) path() string {
	top, bottom := d.Centre.Y+d.Centre.Height/2, d.Centre.Y+d.Centre.Height/2
	for _, b := range d.Boxes {
		top, bottom = min(top, b.Y+b.Height/2), max(bottom, b.Y+b.Height/2)
	}
	return fmt.Sprintf("M%d %dV%d", spine, top, bottom)
}
