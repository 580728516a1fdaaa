package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bulk is the share of a page's text, in per cent, above which a hidden element
// is taken for mis-nested markup and read.
const bulk = 50

// hidden tells whether an element's own attributes keep it from readers.
// Hidden lists carry other articles' numbers and dates.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			if hidesStyle(a.Val) {
				return true
			}
		}
	}
	return false
}

func hidesStyle(style string) bool {
	if !strings.Contains(strings.ToLower(style), "none") && !strings.Contains(strings.ToLower(style), "hidden") {
		return false
	}
	return slices.ContainsFunc(strings.Split(strings.ToLower(style), ";"), func(rule string) bool {
		key, value, _ := strings.Cut(rule, ":")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		return key == "display" && strings.HasPrefix(value, "none") ||
			key == "visibility" && strings.HasPrefix(value, "hidden")
	})
}

// mostlyHidden returns a hidden element that holds most of the page's text,
// or nil. An unclosed toolbar of a web archive swallows the page like that.
func mostlyHidden(doc *html.Node) *html.Node {
	body := first(doc, atom.Body)
	if body == nil {
		return nil
	}
	all := textSize(body)
	var found *html.Node
	walk(body, func(n *html.Node) bool {
		if n.Type != html.ElementNode || !hidden(n) {
			return found == nil
		}
		if found == nil && textSize(n)*100 > all*bulk {
			found = n
		}
		return false // what lies inside is smaller
	}, func(*html.Node) {})
	return found
}

func textSize(root *html.Node) int {
	size := 0
	walk(root, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			size += len(strings.TrimSpace(n.Data))
		}
		return !unread[n.DataAtom] || n.Type != html.ElementNode
	}, func(*html.Node) {})
	return size
}
