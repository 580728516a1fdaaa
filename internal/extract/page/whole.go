package page

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/net/html"

	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// readWhole reads a page that no layout fits: all its lines less those that the
// site repeats, sparing day lines, from the headline on. What the families that
// the page may be of know as chrome is left out too.
func (r *reader) readWhole(doc *html.Node, siteTitle string, families []*portal.Family) []line {
	f := r.in.Registry.Fallback()
	families = append(families, f)
	concealed := mostlyHidden(doc)
	skip := func(n *html.Node) bool {
		chrome := slices.ContainsFunc(families, func(f *portal.Family) bool { return f.Chrome.Matches(n) })
		return chrome || hidden(n) && n != concealed
	}
	lines := render(doc, skip)
	for _, f := range families {
		lines = denoise(f, lines)
	}
	end := f.Layouts[0].End
	lines = r.unrepeated(lines, end)
	self := describe(doc)
	title, at := r.headline(doc, lines, siteTitle, self, skip)
	body := lines[at+1:]
	r.page.Kind = wholeKind(body)
	stamped := stampedAround(lines, at)
	if article := untilEnd(end, body, stamped); r.page.Kind == model.KindList && stamped &&
		len(article) < len(body) && wholeKind(article) == model.KindArticle {
		r.page.Kind = model.KindArticle // a short one above a long list of others
	}
	// An address of a list is one, and so is a page of a known family that is
	// none of its articles and begins with links.
	if r.isListAddress() || len(families) > 1 && beginsWithLinks(body) {
		r.page.Kind = model.KindList
	}
	if r.page.Kind == model.KindArticle {
		body = r.posted(doc, lines, at, self)
		title, body = beneathSection(doc, r.headlined(title), r.stampsAtEnd(trimLinks(untilEnd(end, body, stamped))))
	}
	body = r.unrepeated(body, portal.Pattern{})
	r.compose(title, body)
	r.attach(body)
	if r.page.Kind == model.KindArticle && !stamped && len(r.page.Attachments) == 0 && utf8.RuneCountInString(r.page.Text) < minBody {
		r.page.Kind = model.KindOther
	}
	return body
}

// untilEnd cuts a body before the line that begins what follows an article:
// other news, comments. A body that would be left without text is whole, unless
// the page says when the article was posted and has no text below either.
func untilEnd(end portal.Pattern, body []line, stamped bool) []line {
	size := 0
	for i, l := range body {
		if end.Match(l.text) && (size >= minBody || (size > 0 || stamped) && !anyProse(body[i+1:])) {
			return body[:i]
		}
		size += len(l.text)
	}
	return body
}

// anyProse tells whether a paragraph without links stands among lines: what is
// above them is then no article that has ended.
func anyProse(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.linked == 0 && len(l.text) >= proseLine })
}

// stampedAround tells a headline with a day of posting right above or below.
func stampedAround(lines []line, at int) bool {
	if at < 0 {
		return false
	}
	return slices.ContainsFunc(lines[max(0, at-1):min(len(lines), at+headReach)], func(l line) bool {
		p, ok := readSectioned(l.text)
		return ok && l.linked == 0 && !p.day.IsZero()
	})
}

// unrepeated drops the lines that the site repeats, but for those that tell the
// end of an article.
func (r *reader) unrepeated(lines []line, end portal.Pattern) []line {
	if r.in.Repeated == nil {
		return lines
	}
	var kept []line
	for _, l := range lines {
		if !r.repeated(l.text) || isDayLine(l.text) || end.Match(l.text) {
			kept = append(kept, l)
		}
	}
	return kept
}

func (r *reader) repeated(text string) bool {
	return r.in.Repeated != nil && r.in.Repeated(LineHash(text))
}

// isDayLine tells a line that is nothing but a day and what stands around it.
func isDayLine(text string) bool {
	p, ok := readPosting(text)
	return ok && !p.day.IsZero()
}
