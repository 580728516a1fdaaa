package page

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how deep elements may be nested before their tags are dropped;
// the parser itself gives up at 512.
const maxDepth = 256

// parse builds the tree of a page. A page whose elements are nested too deep
// for the parser is read again without the tags beyond maxDepth: no text and
// no link is lost.
func parse(text string) *html.Node {
	doc, err := html.Parse(strings.NewReader(text))
	if err == nil {
		return doc
	}
	doc, err = html.Parse(strings.NewReader(flatten(text)))
	if err == nil {
		return doc
	}
	// What even the flat page cannot give as a tree is read as one paragraph.
	doc = &html.Node{Type: html.DocumentNode}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	body.AppendChild(&html.Node{Type: html.TextNode, Data: strip(text)})
	doc.AppendChild(body)
	return doc
}

// flatten drops the tags of elements below maxDepth. A dropped element leaves
// a line break, so that its words stay apart.
func flatten(text string) string {
	var b strings.Builder
	depth := 0
	for tok := range tokens(text) {
		switch tok.Type {
		case html.StartTagToken:
			if void[tok.DataAtom] {
				b.WriteString(tok.String())
				continue
			}
			depth++
			// Links may be nested to any depth and still must be seen; they
			// are closed at once.
			switch {
			case depth <= maxDepth:
				b.WriteString(tok.String())
			case tok.DataAtom == atom.A:
				b.WriteString(tok.String() + "</a>")
			default:
				b.WriteString("<br>")
			}
		case html.EndTagToken:
			if depth <= maxDepth {
				b.WriteString(tok.String())
			}
			depth = max(0, depth-1)
		default:
			b.WriteString(tok.String())
		}
	}
	return b.String()
}

// strip returns the text of a page without any tag.
func strip(text string) string {
	var b strings.Builder
	for tok := range tokens(text) {
		if tok.Type == html.TextToken {
			b.WriteString(tok.Data)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// tokens walks the tokens of a page.
func tokens(text string) func(yield func(html.Token) bool) {
	return func(yield func(html.Token) bool) {
		z := html.NewTokenizer(strings.NewReader(text))
		for {
			if z.Next() == html.ErrorToken {
				if !errors.Is(z.Err(), io.EOF) {
					yield(html.Token{Type: html.TextToken, Data: string(z.Raw())})
				}
				return
			}
			if !yield(z.Token()) {
				return
			}
		}
	}
}
