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
	lines = r.unrepeated(lines)
	self := describe(doc)
	title, at := r.headline(doc, lines, siteTitle, self, skip)
	body := lines[at+1:]
	r.page.Kind = wholeKind(body)
	// An address of a list is one, and so is a page of a known family that is
	// none of its articles and begins with links.
	if r.isListAddress() || len(families) > 1 && beginsWithLinks(body) {
		r.page.Kind = model.KindList
	}
	if r.page.Kind == model.KindArticle {
		body = r.posted(doc, lines, at, self)
		title, body = beneathSection(doc, r.headlined(title), r.stampsAtEnd(trimLinks(untilEnd(f.Layouts[0].End, body))))
	}
	r.compose(title, body)
	r.attach(body)
	if r.page.Kind == model.KindArticle && len(r.page.Attachments) == 0 && utf8.RuneCountInString(r.page.Text) < minBody {
		r.page.Kind = model.KindOther
	}
	return body
}

// untilEnd cuts a body before the line that begins what follows an article:
// other news, comments. A body that would be left without text is whole.
func untilEnd(end portal.Pattern, body []line) []line {
	size := 0
	for i, l := range body {
		if size >= minBody && end.Match(l.text) {
			return body[:i]
		}
		size += len(l.text)
	}
	return body
}

// unrepeated drops the lines that the site repeats.
func (r *reader) unrepeated(lines []line) []line {
	if r.in.Repeated == nil {
		return lines
	}
	var kept []line
	for _, l := range lines {
		if !r.repeated(l.text) || isDayLine(l.text) {
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
