package page

import (
	"regexp"

	"tracuu/internal/model"
)

// plainHead is how many lines the headline of a text without markup may be away
// from its beginning; menus stand before it.
const plainHead = 12

// motto and number line tell the head of an official document, whose place and
// date line is no stamp.
var documentHead = regexp.MustCompile(`(?i)^(?:cộng hòa xã hội|cộng hoà xã hội|đảng cộng sản việt nam|độc lập - tự do|số\s?:)`)

// readPlainArticle reads a text whose headline has a stamp below: an article
// that was saved as text.
func (r *reader) readPlainArticle(lines []line) bool {
	for i := range min(plainHead, len(lines)) {
		if documentHead.MatchString(lines[i].text) || len(lines[i].text) > maxTitle {
			return false
		}
		if i == 0 {
			continue
		}
		p, ok := readPosting(lines[i].text)
		if !ok || p.day.IsZero() || !p.stated && p.views == 0 && !startsDigit(lines[i].text) && lines[i].text[0] != '(' {
			continue
		}
		if _, stamp := readPosting(lines[i-1].text); stamp || !isTitle(lines[i-1].text) || opensItem(lines[i-1].text) {
			return false
		}
		r.page.Kind = model.KindArticle
		body := r.stampsBelow(lines[i:])
		f := r.in.Registry.Fallback()
		r.compose(lines[i-1].text, r.stampsAtEnd(untilEnd(f.Layouts[0].End, body, true)))
		return true
	}
	return false
}
