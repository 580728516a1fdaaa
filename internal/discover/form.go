package discover

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

type field struct{ name, value string }

// maxForm bounds the body of a POST: view states of hundreds of kilobytes are
// common, megabytes are not.
const maxForm = 4 << 20

// enclosing returns the nearest element of a name around n, or nil.
func enclosing(n *html.Node, name string) *html.Node {
	for up := range n.Ancestors() {
		if up.Type == html.ElementNode && up.Data == name {
			return up
		}
	}
	return nil
}

// formWithState returns the form that holds the page's view state, or nil.
func formWithState(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "input" && attr(n, "name") == "__VIEWSTATE" {
			return enclosing(n, "form")
		}
	}
	return nil
}

// successful lists the fields that a browser would send with a form, in the
// order of the page (HTML, "constructing the entry list"), without buttons and
// files.
func successful(form *html.Node) []field {
	var all []field
	for n := range form.Descendants() {
		name := attr(n, "name")
		if n.Type != html.ElementNode || name == "" || hasAttr(n, "disabled") {
			continue
		}
		switch n.Data {
		case "input":
			if value, sent := inputValue(n); sent {
				all = append(all, field{name, value})
			}
		case "textarea":
			all = append(all, field{name, rawText(n)})
		case "select":
			for _, value := range selected(n) {
				all = append(all, field{name, value})
			}
		}
	}
	return all
}

func inputValue(n *html.Node) (value string, sent bool) {
	switch strings.ToLower(attr(n, "type")) {
	case "submit", "image", "button", "reset", "file":
		return "", false
	case "checkbox", "radio":
		if !hasAttr(n, "value") {
			return "on", hasAttr(n, "checked")
		}
		return attr(n, "value"), hasAttr(n, "checked")
	}
	return attr(n, "value"), true
}

// selected lists the values of the chosen options; a single choice that names
// none has its first.
func selected(n *html.Node) []string {
	var chosen []string
	var first *html.Node
	for o := range n.Descendants() {
		if o.Type != html.ElementNode || o.Data != "option" || hasAttr(o, "disabled") {
			continue
		}
		if first == nil {
			first = o
		}
		if hasAttr(o, "selected") {
			chosen = append(chosen, optionValue(o))
		}
	}
	if len(chosen) == 0 && first != nil && !hasAttr(n, "multiple") {
		chosen = append(chosen, optionValue(first))
	}
	return chosen
}

func optionValue(o *html.Node) string {
	if hasAttr(o, "value") {
		return attr(o, "value")
	}
	return text(o)
}

func rawText(n *html.Node) string {
	var b strings.Builder
	for in := range n.Descendants() {
		if in.Type == html.TextNode {
			b.WriteString(in.Data)
		}
	}
	return b.String()
}

// set gives a field a value, adding it when the form has none.
func set(fields []field, name, value string) []field {
	at := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
	if at < 0 {
		return append(fields, field{name, value})
	}
	fields[at].value = value
	return fields
}

// encode writes application/x-www-form-urlencoded in the order of the fields;
// "" when it would be longer than maxForm.
func encode(fields []field) string {
	var b strings.Builder
	for i, f := range fields {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(url.QueryEscape(f.name) + "=" + url.QueryEscape(f.value))
		if b.Len() > maxForm {
			return ""
		}
	}
	return b.String()
}
