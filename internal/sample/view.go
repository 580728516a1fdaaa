package sample

import (
	"fmt"
	"strconv"
	"time"
)

// view is what the templates see. Only the fields of the page's kind are set.
type view struct {
	Portal   *Portal
	Title    string // of the browser's window
	Headline string
	Latest   []card // for the "tin nổi bật" box

	Section  Section // lists and articles
	Articles []card  // lists
	Pages    []pageLink
	PageNo   int

	Article *Article // articles
	Blocks  []Block
	Stamp   string // as this article's page writes it
	Related []card
}

// card is an article seen from another page.
type card struct {
	Title, Href, Date string
	Lead              string // the first words of the text
}

type pageLink struct {
	No      int
	Href    string
	Current bool
}

// FirstOf returns the newest articles of a section, for the home page.
func (v view) FirstOf(section string, n int) []card {
	all := v.Portal.inSection(section)
	return v.Portal.cards(all[:min(n, len(all))])
}

// ListHref is the first page of a section.
func (v view) ListHref(section string) string { return v.Portal.listPath(section, 1) }

// FileHref is the address of an attachment.
func (v view) FileHref(file string) string { return v.Portal.FilePath + file }

// Digits are the figures of the hit counter, one by one as the real ones are.
func (v view) Digits() []string {
	var out []string
	for _, r := range strconv.Itoa(v.Portal.Visits) {
		out = append(out, string(r))
	}
	return out
}

func (p *Portal) articleView(i int) view {
	a := p.Articles[i]
	s, _ := p.section(a.Section)
	v := view{Headline: a.Title, Section: s, Article: a, Blocks: a.Blocks, Stamp: stampText(a)}
	for _, q := range a.Quirks {
		if q == QuirkInvisible {
			v.Blocks = spoilBlocks(a.Blocks)
		}
	}
	var related []*Article
	for _, o := range p.inSection(a.Section) {
		if o != a && len(related) < 5 {
			related = append(related, o)
		}
	}
	v.Related = p.cards(related)
	return v
}

func (p *Portal) cards(list []*Article) []card {
	var out []card
	for _, a := range list {
		c := card{Title: a.Title, Href: a.Path, Date: a.Posted.Vietnamese()}
		c.Lead = firstWords(a.Blocks[0].lines()[0], 160)
		out = append(out, c)
	}
	return out
}

// firstWords cuts at a blank near n runes and says so with an ellipsis.
func firstWords(s string, n int) string {
	count, blank := 0, 0
	for i, r := range s {
		if count++; count > n && blank > 0 {
			return s[:blank] + "…"
		}
		if r == ' ' {
			blank = i
		}
	}
	return s
}

// weekdays in the spelling of the SharePoint family's stamps.
var weekdays = [...]string{"chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"}

// stampText is the date of posting: the day, or with an hour the long form
// "thứ năm, 08 08 2019 08:51".
func stampText(a *Article) string {
	if a.Time == "" {
		return a.Posted.Vietnamese()
	}
	d := time.Date(a.Posted.Year, a.Posted.Month, a.Posted.Day, 0, 0, 0, 0, time.UTC)
	return fmt.Sprintf("%s, %s %s", weekdays[d.Weekday()], d.Format("02 01 2006"), a.Time)
}
