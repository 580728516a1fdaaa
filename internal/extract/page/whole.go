package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"tracuu/internal/model"
	"tracuu/internal/portal"
)

const (
	// maxChoices bounds the headings that are considered as headline.
	maxChoices = 20
	// dateReach is how many lines from the headline a posted day may stand.
	dateReach = 4
)

// dateLine is a line that is nothing but the posted day, with words that
// announce it, a weekday, a time or views around it.
var dateLine = regexp.MustCompile(`(?i)^\(?(?:ngày đăng|đăng ngày|ngày đăng tin|ngày|cập nhật(?: lúc| ngày)?|thời gian|thứ \p{L}+|chủ nhật|[,:|\s-])*` +
	`(?:\d{1,2}[:hg]\d{2}(?::\d{2})?\s*(?:am|pm|sa|ch)?\s*[,|-]?\s*(?:ngày\s+)?)?` +
	`(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:19|20)\d{2}|\d{1,2} \d{1,2} (?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}|ngày \d{1,2} tháng \d{1,2} năm (?:19|20)\d{2})` +
	`[\s,|-]*(?:\d{1,2}[:hg]\d{2}(?::\d{2})?\s*(?:am|pm|sa|ch)?)?(?:\s*gmt\+7)?[\s,|-]*(?:(?:lượt xem|số lần xem|đã xem|xem)\s*:?\s*)?\d{0,9}(?:\s*(?:lượt xem|lượt))?\)?$`)

// titleParts divides a <title> into the page's headline and the site's name.
var titleParts = regexp.MustCompile(`\s+[|–—:»-]+\s+`)

// readWhole reads a page that no layout fits: all its lines less those that the
// site repeats, sparing day lines, from the headline on. What the families that
// the page may be of know as chrome is left out too.
func (r *reader) readWhole(doc *html.Node, siteTitle string, families []*portal.Family) []line {
	f := r.in.Registry.Fallback()
	families = append(families, f)
	concealed := mostlyHidden(doc)
	lines := render(doc, func(n *html.Node) bool {
		chrome := slices.ContainsFunc(families, func(f *portal.Family) bool { return f.Chrome.Matches(n) })
		return chrome || hidden(n) && n != concealed
	})
	for _, f := range families {
		lines = denoise(f, lines)
	}
	lines = r.unrepeated(lines)
	title, at := r.wholeTitle(doc, lines, siteTitle)
	body := lines[at+1:]
	r.page.Kind = wholeKind(body)
	// An address of a list is one, and so is a page of a known family that is
	// none of its articles and begins with links.
	if r.isListAddress() || len(families) > 1 && beginsWithLinks(body) {
		r.page.Kind = model.KindList
	}
	if r.page.Kind == model.KindArticle {
		r.page.Published, body = postedNear(lines, at)
		if n, text, groups := find(doc, f.Layouts[0].Published); n != nil && r.page.Published.IsZero() {
			r.page.Published = dateOf(text, groups)
		}
		body = trimLinks(body)
	}
	r.compose(title, body)
	r.attach(body)
	if r.page.Kind == model.KindArticle && len(r.page.Attachments) == 0 && utf8.RuneCountInString(r.page.Text) < minBody {
		r.page.Kind = model.KindOther
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
		if !r.in.Repeated(LineHash(l.text)) || dateLine.MatchString(l.text) {
			kept = append(kept, l)
		}
	}
	return kept
}

// wholeTitle chooses the headline and tells its line, or -1. In this order: a
// heading that the family names, the page's own description of itself, the
// part of <title> that is not the site's name.
func (r *reader) wholeTitle(doc *html.Node, lines []line, siteTitle string) (string, int) {
	var choices []string
	for n := range r.in.Registry.Fallback().Layouts[0].Title.Select.All(doc) {
		if choices = append(choices, words(n)); len(choices) == maxChoices {
			break
		}
	}
	if siteTitle != "" && !r.repeated(siteTitle) {
		parts := titleParts.Split(siteTitle, -1)
		choices = append(choices, longest(parts), siteTitle)
	}
	at := map[uint64]int{}
	for i, l := range slices.Backward(lines) {
		at[LineHash(l.text)] = i
	}
	for _, c := range choices {
		if i, ok := at[LineHash(c)]; ok && isTitle(c) && !r.repeated(c) {
			return lines[i].text, i
		}
	}
	for _, c := range choices {
		if isTitle(c) && !r.repeated(c) {
			return c, -1
		}
	}
	return "", -1
}

func (r *reader) repeated(text string) bool {
	return r.in.Repeated != nil && r.in.Repeated(LineHash(text))
}

func longest(parts []string) string {
	best := ""
	for _, p := range parts {
		if len(p) > len(best) {
			best = strings.TrimSpace(p)
		}
	}
	return best
}

// postedNear looks for the posted day around the headline and returns the
// lines below the headline without it. at is -1 when no line is the headline.
func postedNear(lines []line, at int) (model.Date, []line) {
	body := lines[at+1:]
	if at < 0 {
		return model.Date{}, body
	}
	for i := range min(dateReach, len(body)) {
		if dateLine.MatchString(body[i].text) {
			rest := slices.Concat(body[:i], body[i+1:])
			return dateOf(body[i].text, nil), rest
		}
	}
	for i := at - 1; i >= max(0, at-dateReach); i-- {
		if dateLine.MatchString(lines[i].text) {
			return dateOf(lines[i].text, nil), body
		}
	}
	return model.Date{}, body
}
