package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// line is one line of text as a reader sees it.
type line struct {
	text   string
	linked int          // bytes of it that are words of links, before cleaning
	links  []*html.Node // elements that lead elsewhere
	first  *html.Node   // the element in which the line begins
}

// allLinked tells whether the line is nothing but links.
func (l line) allLinked() bool { return l.linked*10 >= len(l.text)*8 }

// render returns the lines under root, in reading order, without the parts
// that skip tells to leave out. It keeps no depth on the stack of calls.
func render(root *html.Node, skip func(*html.Node) bool) []line {
	r := renderer{skip: skip}
	walk(root, r.enter, r.leave)
	r.flush()
	if len(r.pending) > 0 && len(r.out) > 0 {
		last := &r.out[len(r.out)-1]
		last.links = append(last.links, r.pending...)
	}
	return r.out
}

// walk visits root and all under it. Children are visited when enter says so;
// leave is then called after them.
func walk(root *html.Node, enter func(*html.Node) bool, leave func(*html.Node)) {
	n := root
	for {
		if enter(n) {
			if n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
			leave(n)
		}
		for {
			if n == root {
				return
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
			leave(n)
		}
	}
}

type renderer struct {
	skip    func(*html.Node) bool
	out     []line
	cur     strings.Builder
	first   *html.Node
	linked  int
	anchors int          // depth inside links
	pre     int          // depth inside preformatted text
	border  bool         // an inline element began or ended since the last text
	pending []*html.Node // links seen since the last line
	rows    []row
}

func (r *renderer) enter(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		r.text(n)
		return false
	case html.ElementNode:
	case html.DocumentNode:
		return true
	default:
		return false
	}
	if isLink(n) {
		r.pending = append(r.pending, n)
	}
	if unread[n.DataAtom] || strings.HasPrefix(n.Data, "ie:") || r.skip(n) {
		if blocks[n.DataAtom] {
			r.flush()
		}
		return false
	}
	r.open(n)
	return true
}

func (r *renderer) open(n *html.Node) {
	r.edge(n)
	switch n.DataAtom {
	case atom.A:
		r.anchors++
	case atom.Pre:
		r.pre++
	case atom.Table:
		for i := range r.rows {
			r.rows[i].nested = true
		}
	case atom.Tr:
		r.rows = append(r.rows, row{start: len(r.out)})
	case atom.Td, atom.Th:
		if len(r.rows) > 0 {
			top := &r.rows[len(r.rows)-1]
			top.cells = append(top.cells, len(r.out))
		}
	}
}

// edge notes that an element begins or ends. Raised and lowered text stays
// with its word: m², CO₂.
func (r *renderer) edge(n *html.Node) {
	switch {
	case blocks[n.DataAtom]:
		r.flush()
	case n.DataAtom != atom.Sup && n.DataAtom != atom.Sub:
		r.border = true
	}
}

func (r *renderer) leave(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	r.edge(n)
	switch n.DataAtom {
	case atom.A:
		r.anchors--
	case atom.Pre:
		r.pre--
	case atom.Tr:
		r.closeRow()
	}
}

// text adds a text node, blanks collapsed.
func (r *renderer) text(n *html.Node) {
	s := n.Data
	if r.pre > 0 {
		for i, part := range strings.Split(s, "\n") {
			if i > 0 {
				r.flush()
			}
			r.words(part, n)
		}
		return
	}
	r.words(s, n)
}

func (r *renderer) words(s string, n *html.Node) {
	if s == "" {
		return
	}
	if r.cur.Len() == 0 {
		r.first = n.Parent
	} else if r.border && glued(r.cur.String(), s) {
		r.cur.WriteByte(' ')
	}
	r.border = false
	r.cur.WriteString(s)
	if r.anchors > 0 {
		r.linked += len(strings.TrimSpace(s))
	}
}

// flush ends the current line.
func (r *renderer) flush() {
	if r.cur.Len() == 0 {
		return
	}
	text := tidy(r.cur.String())
	if text != "" {
		r.out = append(r.out, line{text: text, linked: r.linked, links: r.pending, first: r.first})
		r.pending = nil
	}
	r.cur.Reset()
	r.linked, r.border = 0, false
}
