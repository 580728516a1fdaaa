package page

import (
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// readStamped reads a page by the shape of its lines: headline, stamp (day and
// views), body, author, end. Lists repeat stamps under headlines that are
// links; of several stamps the one with the most text below it counts.
func (r *reader) readStamped(f *portal.Family, l *portal.Layout, lines []line) ([]line, bool) {
	best, bestEnd, bestSize := -1, 0, 0
	for i := 1; i < len(lines); i++ {
		if !l.Stamp.Match(lines[i].text) || lines[i-1].allLinked() && lines[i-1].linked > 0 || !isTitle(lines[i-1].text) {
			continue
		}
		end, size := stampedEnd(l, lines, i+1)
		if size > bestSize {
			best, bestEnd, bestSize = i, end, size
		}
	}
	if best < 0 {
		return nil, false
	}
	groups, _ := l.Stamp.Groups(lines[best].text)
	day, ok := dateOfGroups(groups)
	if !ok {
		return nil, false
	}
	r.page.Published, r.page.Views = day, countOf(groups["views"])
	var body []line
	for _, one := range lines[best+1 : bestEnd] {
		if g, ok := l.Signed.Groups(one.text); ok {
			r.page.Author = value(one.text, g)
			continue
		}
		body = append(body, one)
	}
	r.page.Kind = l.Kind
	if r.page.Kind == "" {
		r.page.Kind = model.KindArticle
	}
	r.compose(lines[best-1].text, denoise(f, body))
	r.attach(body)
	return body, true
}

// stampedEnd returns where the body that begins at from ends, and its bytes.
func stampedEnd(l *portal.Layout, lines []line, from int) (end, size int) {
	for end = from; end < len(lines); end++ {
		text := lines[end].text
		if l.End.Match(text) {
			break
		}
		if l.Stamp.Match(text) { // the next headline is not body
			return max(from, end-1), size
		}
		size += len(text)
	}
	return end, size
}
