package page

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// readHTML reads markup: by the layouts of the page's family, else as a whole.
func (r *reader) readHTML(text string) {
	doc := parse(text)
	siteTitle := ""
	if t := first(doc, atom.Title); t != nil {
		siteTitle = tidy(textOf(t))
	}
	r.owner(siteTitle)
	r.rebase(doc)
	whole := render(doc, hidden)
	r.page.Lines = lineHashes(siteTitle, whole)
	body := r.readBody(doc, whole, siteTitle)
	r.collect(doc, body)
	r.followPager(doc)
}

// readBody settles everything but the links and returns the lines of the body.
func (r *reader) readBody(doc *html.Node, whole []line, siteTitle string) []line {
	families := r.candidates(doc, whole)
	for _, f := range families {
		for i := range f.Layouts {
			l := &f.Layouts[i]
			var body []line
			var ok bool
			if l.ByLines() {
				body, ok = r.readStamped(f, l, r.visible(doc, f))
			} else {
				body, ok = r.readRegion(doc, f, l)
			}
			if ok {
				r.rules, r.page.Family = f, f.ID
				return body
			}
		}
	}
	r.page.Family = r.in.Registry.Fallback().ID
	return r.readWhole(doc, siteTitle, families)
}

// candidates lists the families whose layouts are tried: the one that the
// page's own markup or lines tell, then the portal's.
func (r *reader) candidates(doc *html.Node, whole []line) []*portal.Family {
	var out []*portal.Family
	if f := r.in.Registry.Recognise(doc); f != nil {
		out = append(out, f)
	} else if f := r.familyOfLines(whole); f != nil {
		out = append(out, f)
	}
	if !r.rules.Fallback && !slices.Contains(out, r.rules) {
		out = append(out, r.rules)
	}
	return out
}

func (r *reader) familyOfLines(lines []line) *portal.Family {
	for _, l := range slices.Backward(lines) { // markers stand at the end
		if f := r.in.Registry.RecogniseLine(l.text); f != nil {
			return f
		}
	}
	return nil
}

// visible renders the page without hidden parts and the family's chrome.
func (r *reader) visible(doc *html.Node, f *portal.Family) []line {
	return render(doc, func(n *html.Node) bool { return hidden(n) || f.Chrome.Matches(n) })
}

// readRegion reads a page whose layout tells where its parts are.
func (r *reader) readRegion(doc *html.Node, f *portal.Family, l *portal.Layout) ([]line, bool) {
	region := l.Region.First(doc)
	if region == nil {
		return nil, false
	}
	if l.Kind == model.KindOther {
		r.page.Kind = model.KindOther
		return nil, true
	}
	var taken []*html.Node
	take := func(field portal.Field) (string, map[string]string) {
		n, text, groups := find(doc, field)
		if n != nil {
			taken = append(taken, n)
		}
		return text, groups
	}
	title, groups := take(l.Title)
	if title = value(title, groups); !isTitle(title) {
		title, taken = "", nil
	}
	r.page.Published = dateOf(take(l.Published))
	r.page.Author = value(take(l.Author))
	r.page.Views = countOf(value(take(l.Views)))
	lines := render(region, func(n *html.Node) bool {
		return n != region && (hidden(n) || f.Chrome.Matches(n) || l.Drop.Matches(n) || slices.Contains(taken, n))
	})
	body := denoise(f, lines)
	if l.Kind == model.KindArticle {
		title, body = beneathSection(doc, r.headlined(title), body)
	}
	r.compose(title, body)
	for part := range l.Attachments.All(doc) {
		lines = append(lines, render(part, hidden)...)
	}
	r.attach(lines) // noise may lead to files: "Xem chi tiết tại đây"
	r.page.Kind = l.Kind
	if r.page.Text == "" && len(r.page.Attachments) == 0 {
		r.page.Kind = model.KindOther // an empty shell
	}
	return lines, true
}

// denoise drops the lines that a family knows as noise.
func denoise(f *portal.Family, lines []line) []line {
	noise := func(l line) bool { return f.Noise.Match(l.text) }
	first := slices.IndexFunc(lines, noise)
	if first < 0 {
		return lines // most texts have none
	}
	kept := slices.Clone(lines[:first])
	for _, l := range lines[first+1:] {
		if !noise(l) {
			kept = append(kept, l)
		}
	}
	return kept
}
