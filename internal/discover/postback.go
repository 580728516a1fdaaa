package discover

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"tracuu/internal/portal"
)

// calls are the two ways in which ASP.NET writes a link that sends the form:
// __doPostBack('target','argument') and
// WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("target", "argument", …)).
var calls = regexp.MustCompile(`(?:__doPostBack\(|WebForm_PostBackOptions\()\s*(?:'([^']*)'|"([^"]*)")\s*,\s*(?:'([^']*)'|"([^"]*)")`)

// event is what a click in a pager tells the server.
type event struct {
	target, argument string // of __doPostBack
	name, value      string // of a button, instead
}

// postback makes the request of the page at an index: the form on the page, as
// a browser would send it after a click on the pager. nil: there is no such
// page, or no form.
func postback(p portal.Pages, doc *html.Node, base *url.URL, index int) *Request {
	number := p.First + index*p.Step
	link, e := chosen(p, doc, strconv.Itoa(number))
	if link == nil {
		return nil
	}
	form := enclosing(link, "form")
	if form == nil { // broken markup closes forms early; a page of ASP.NET has one
		form = formWithState(doc)
	}
	if form == nil {
		return nil
	}
	action, err := base.Parse(strings.TrimSpace(attr(form, "action")))
	if err != nil || action.Scheme != "http" && action.Scheme != "https" {
		return nil
	}
	action.Fragment, action.RawFragment = "", ""
	fields := successful(form)
	if e.name != "" {
		fields = append(fields, field{e.name, e.value})
	} else {
		fields = set(set(fields, "__EVENTTARGET", e.target), "__EVENTARGUMENT", e.argument)
	}
	return &Request{URL: action.String(), Form: encode(fields)}
}

// chosen picks the pager's link to a page: by the number it shows, by the
// number in its argument (Page$3), else by its words. Words are last, since
// "…" at both ends of a block says the same.
func chosen(p portal.Pages, doc *html.Node, number string) (*html.Node, event) {
	var byArgument, byWords *html.Node
	for n := range p.Postback.All(doc) {
		e, ok := eventOf(n)
		if !ok {
			continue
		}
		says := caption(n)
		switch {
		case says == number:
			return n, e
		case byArgument == nil && strings.EqualFold(e.argument, "Page$"+number):
			byArgument = n
		case p.Words.Match(says):
			byWords = n // the last one: a pager may stand above the list too
		}
	}
	for _, n := range []*html.Node{byArgument, byWords} {
		if n != nil {
			e, _ := eventOf(n)
			return n, e
		}
	}
	return nil, event{}
}

func eventOf(n *html.Node) (event, bool) {
	if hasAttr(n, "disabled") {
		return event{}, false
	}
	for _, key := range []string{"href", "onclick"} {
		if m := calls.FindStringSubmatch(attr(n, key)); m != nil {
			return event{target: m[1] + m[2], argument: m[3] + m[4]}, true
		}
	}
	kind := strings.ToLower(attr(n, "type"))
	if name := attr(n, "name"); name != "" && (n.Data == "input" && kind == "submit" || n.Data == "button" && kind != "button") {
		return event{name: name, value: attr(n, "value")}, true
	}
	return event{}, false
}

// caption is what a link or button of a pager says.
func caption(n *html.Node) string {
	if n.Data == "input" {
		return strings.TrimSpace(attr(n, "value"))
	}
	if says := text(n); says != "" {
		return says
	}
	return strings.TrimSpace(attr(n, "title"))
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
