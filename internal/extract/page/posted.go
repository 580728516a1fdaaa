package page

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

const (
	// postedBelow and postedAbove are how many lines below and above the
	// headline a stamp may stand.
	postedBelow = 6
	postedAbove = 3
	// textLine is the length in bytes from which a line is text of the article:
	// behind it no stamp of the headline stands.
	textLine = 120
)

// posted settles day, readers and author of an article whose headline is line
// at, and returns the body without the stamps. In this order: the stamp below
// the headline, the one above, what the page says of itself, the only line of
// the page that names its day the day of posting.
func (r *reader) posted(doc *html.Node, lines []line, at int, self description) []line {
	body := slices.Clone(lines[at+1:])
	if at >= 0 {
		body = r.stampsBelow(body)
		if r.page.Published.IsZero() {
			r.stampAbove(lines[:at])
		}
	}
	if r.page.Published.IsZero() {
		r.page.Published = self.published
	}
	f := r.in.Registry.Fallback().Layouts[0]
	if n, text, groups := find(doc, f.Published); n != nil && r.page.Published.IsZero() {
		r.page.Published = dateOf(text, groups)
	}
	if r.page.Published.IsZero() {
		r.page.Published = onlyNamed(lines)
	}
	return body
}

// stampsAtEnd takes author and readers from the last lines of a body.
func (r *reader) stampsAtEnd(body []line) []line {
	for range postedAbove {
		if len(body) == 0 {
			break
		}
		p, ok := readPosting(body[len(body)-1].text)
		if !ok && !p.aside {
			break
		}
		r.take(p)
		body = body[:len(body)-1]
	}
	return body
}

// stampsBelow takes the stamps out of the head of a body. A day of posting
// wins over one of change, which may be the only one.
func (r *reader) stampsBelow(body []line) []line {
	changed := model.Date{}
	var kept []line
	for i, l := range body {
		p, ok := readSectioned(l.text)
		if i >= postedBelow || !ok && len(l.text) >= textLine {
			kept = append(kept, body[i:]...)
			break
		}
		if !ok && !p.aside {
			kept = append(kept, l)
			continue
		}
		if p.changed {
			changed = p.day
		} else if r.page.Published.IsZero() {
			r.page.Published = p.day
		}
		r.take(p)
	}
	if r.page.Published.IsZero() {
		r.page.Published = changed
	}
	return kept
}

// take keeps readers and author, the first ones that are told.
func (r *reader) take(p posting) {
	if r.page.Views == 0 {
		r.page.Views = p.views
	}
	if r.page.Author == "" {
		r.page.Author = p.author
	}
}

// stampAbove looks at the last lines before the headline. The banner's day of
// today stands farther up.
func (r *reader) stampAbove(above []line) {
	for i := len(above) - 1; i >= max(0, len(above)-postedAbove); i-- {
		if p, ok := readSectioned(above[i].text); ok && !p.day.IsZero() {
			r.page.Published = p.day
			r.take(p)
			return
		}
	}
}

// onlyNamed returns the day that the page's lines name as the day of posting,
// when they name one only: lists of other news name several.
func onlyNamed(lines []line) model.Date {
	var found model.Date
	for _, l := range lines {
		p, ok := readPosting(l.text)
		if !ok || !p.named || p.day == found {
			continue
		}
		if !found.IsZero() {
			return model.Date{}
		}
		found = p.day
	}
	return found
}

// headlined takes the day of posting from behind a headline when no other is known.
func (r *reader) headlined(title string) string {
	if !r.page.Published.IsZero() || anniversary.MatchString(vietnamese.Fold(title)) {
		return title
	}
	short, day := cutStamp(title)
	r.page.Published = day
	return short
}

// anniversary tells headlines whose day in brackets is that of an event.
var anniversary = regexp.MustCompile(`\b(?:ky niem|thanh lap|ngay|tu|den)\b[^()]*\(`)

// cutStamp parts a headline from the day in brackets behind it.
func cutStamp(title string) (string, model.Date) {
	open := strings.LastIndexByte(title, '(')
	if open <= 0 || !strings.HasSuffix(title, ")") {
		return title, model.Date{}
	}
	p, ok := readPosting(title[open:])
	if !ok || p.day.IsZero() {
		return title, model.Date{}
	}
	return strings.TrimSpace(title[:open]), p.day
}
