package page

import (
	"strings"

	"golang.org/x/net/html"

	"tracuu/internal/extract/official"
)

// sectionWords is the number of words from which a line in capitals is a
// headline, not the type of a document.
const sectionWords = 3

// beneathSection returns the headline and the body of a page that is titled by
// the menu's item for it ("Giới thiệu chung") while a headline of its own, a
// line in capitals, begins the body.
func beneathSection(doc *html.Node, title string, body []line) (string, []line) {
	if len(body) < 2 || title == "" || !isCapitals(body[0].text) || !isTitle(body[0].text) {
		return title, body
	}
	if LineHash(title) == LineHash(body[0].text) || !menuItems(doc)[LineHash(title)] {
		return title, body
	}
	return body[0].text, body[1:]
}

// isCapitals tells a heading set in capitals; numbered parts are none.
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s && len(strings.Fields(s)) >= sectionWords &&
		!opensItem(s) && !official.IsType(s)
}
