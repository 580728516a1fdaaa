package page

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// maxTitle bounds a headline in runes; longer text is body that lost its
// markup. Headlines that name two documents in full reach 400.
const maxTitle = 600

var (
	// dayMonthYear reads 30/07/2019, 30-7-2019, 30.07.2019 and 08 08 2019.
	dayMonthYear = regexp.MustCompile(`\b(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|\s+)(?P<year>(?:19|20)\d{2})\b`)
	isoDate      = regexp.MustCompile(`\b(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?:\b|T)`)
	longDate     = regexp.MustCompile(`(?i)\bngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>(?:19|20)\d{2})\b`)
)

// find returns the first part that a field selects, its text and the groups of
// its pattern; nil when there is none.
func find(doc *html.Node, f portal.Field) (*html.Node, string, map[string]string) {
	for n := range f.Select.All(doc) {
		text := words(n)
		if text == "" {
			continue
		}
		if f.Pattern.Empty() {
			return n, text, nil
		}
		if g, ok := f.Pattern.Groups(text); ok {
			return n, text, g
		}
	}
	return nil, "", nil
}

// words is the text of an element on one line, or what stands for it: the
// content of a meta element, the datetime of a time element.
func words(n *html.Node) string {
	for _, key := range []string{"content", "datetime"} {
		if v := attr(n, key); v != "" {
			return tidy(v)
		}
	}
	var parts []string
	for _, l := range render(n, hidden) {
		parts = append(parts, l.text)
	}
	return strings.Join(parts, " ")
}

// isTitle tells whether text can be a headline.
func isTitle(text string) bool {
	return text != "" && utf8.RuneCountInString(text) <= maxTitle
}

// value is what a pattern took, else all of the text.
func value(text string, groups map[string]string) string {
	if v, ok := groups["value"]; ok {
		return strings.TrimSpace(v)
	}
	return text
}

// dateOf reads a day from the groups of a pattern or from free text.
func dateOf(text string, groups map[string]string) model.Date {
	if d, ok := dateOfGroups(groups); ok {
		return d
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil { // with a zone: the day in Viet Nam
		return model.DateOf(t.In(model.Vietnam()))
	}
	if p, ok := readPosting(text); ok && !p.day.IsZero() {
		return p.day
	}
	for _, re := range []*regexp.Regexp{isoDate, dayMonthYear, longDate} {
		m := re.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		g := map[string]string{}
		for i, name := range re.SubexpNames() {
			g[name] = m[i]
		}
		if d, ok := dateOfGroups(g); ok {
			return d
		}
	}
	return model.Date{}
}

func dateOfGroups(g map[string]string) (model.Date, bool) {
	year, errY := strconv.Atoi(g["year"])
	month, errM := strconv.Atoi(g["month"])
	day, errD := strconv.Atoi(g["day"])
	if errY != nil || errM != nil || errD != nil {
		return model.Date{}, false
	}
	return model.NewDate(year, month, day)
}

// countOf reads a number of views such as 1.204; 0 when there is none.
func countOf(text string) int {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
	n, err := strconv.Atoi(digits)
	if err != nil || n > 1<<31 {
		return 0
	}
	return n
}
