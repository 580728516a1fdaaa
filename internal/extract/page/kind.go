package page

import (
	"slices"
	"strings"

	"tracuu/internal/model"
)

// What tells the kind of a page of no known family.
const (
	// minBody is the least text, in runes, that makes a page of an unknown
	// family an article; error pages stay below.
	minBody = 100
	// listLines and listShare tell a list: so many lines of nothing but links,
	// in per cent of all bytes.
	listLines, listShare = 5, 60
	// listDays tells a list too: so many days on lines of their own.
	listDays = 3
	// proseLine and proseLines tell an article among many links: so many
	// lines without links, of so many bytes.
	proseLine, proseLines = 200, 3
	// headReach is how many lines count as a page's head.
	headReach = 4
)

// wholeKind tells a list: by days under headlines that are links, or by links
// that outweigh all other text.
func wholeKind(body []line) model.Kind {
	linked, all, n, prose, days := 0, 0, 0, 0, 0
	top := len(body)
	for i, l := range body {
		all += len(l.text)
		linked += min(l.linked, len(l.text))
		switch {
		case l.linked > 0 && l.allLinked():
			n++
			top = min(top, i)
		case l.linked == 0 && isDayLine(l.text):
			days++
		case l.linked == 0 && len(l.text) >= proseLine:
			prose++
		}
	}
	if days >= listDays && n >= listDays && top < headReach {
		return model.KindList
	}
	if prose < proseLines && n >= listLines && linked*100 >= all*listShare {
		return model.KindList
	}
	return model.KindArticle
}

func (r *reader) isListAddress() bool {
	return r.base != nil && r.base.Host != "" && r.rules.Lists.Match(r.base.RequestURI())
}

func beginsWithLinks(body []line) bool {
	return slices.ContainsFunc(body[:min(headReach, len(body))], func(l line) bool { return l.linked > 0 && l.allLinked() })
}

// trimLinks drops the runs of links below an article (other news), but for
// those that lead to its files.
func trimLinks(body []line) []line {
	end := len(body)
	for end > 0 {
		l := body[end-1]
		if l.linked == 0 || !l.allLinked() || leadsToFile(l) {
			break
		}
		end--
	}
	if len(body)-end < 3 { // a source or two is part of the article
		return body
	}
	return body[:end]
}

func leadsToFile(l line) bool {
	for _, n := range l.links {
		href := strings.ToLower(target(n))
		for ext := range attachmentTypes {
			if strings.Contains(href, ext) {
				return true
			}
		}
	}
	return false
}
