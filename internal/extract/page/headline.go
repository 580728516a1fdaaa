package page

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tracuu/internal/vietnamese"
)

// How much each thing says for or against a line being the headline, in votes.
const (
	voteHeading  = 3  // selected by the fallback family, best selectors first
	voteSelf     = 3  // the page calls itself so
	votePart     = 2  // part of <title>
	voteLongest  = 1  // the longest part of it, site's names apart
	voteStamp    = 2  // a stamp stands below
	voteBelow    = 1  // a stamp stands above
	voteAddress  = 4  // the address is made of its words
	againstLink  = 2  // the line is a link
	againstSite  = 5  // names the site
	againstMenu  = 2  // an item of the menu
	againstAway  = 1  // not a line of the page
	againstShort = 1  // a word or two
	leastVotes   = -2 // of a headline; the site's name has fewer
)

const (
	// maxChoices bounds the headings that are considered as headline.
	maxChoices = 40
	// shortTitle is the number of words up to which a headline is doubtful.
	shortTitle = 2
	// addressWords is the number of words from which an address tells a headline.
	addressWords = 3
)

// titleParts divides a <title> into the page's headline and the site's name.
var titleParts = regexp.MustCompile(`\s+[|–—:»›-]+\s+|\s*[|»]\s*`)

// siteWords stand in names of sites and never in headlines alone.
var siteWords = regexp.MustCompile(`(?i)^(?:trang chủ|home|chi tiết(?: tin| bài viết| tin tức)?|tin tức chi tiết|nội dung(?: chi tiết| bài viết| tin)?|xem tin|đọc tin|` +
	`(?:chào mừng.*)?(?:(?:cổng|trang|website)(?: thông tin)?(?: điện tử)?(?: tổng hợp)?|website|portal)(?:[ -]+(?:của|ủy ban|ubnd|thành|tỉnh|huyện|thị|quận|xã|phường|sở|ban|cục|chi|phòng|bộ|hội|đảng)\s.*)?)$`)

// choice is a text that may be the headline.
type choice struct {
	text  string
	line  int // -1: not a line of the page
	votes int
}

// ballot collects votes by LineHash.
type ballot struct {
	lines   map[uint64]int
	choices map[uint64]*choice
	order   []*choice
}

func (b *ballot) vote(text string, votes int) {
	if !isTitle(text) {
		return
	}
	hash := LineHash(text)
	c := b.choices[hash]
	if c == nil {
		c = &choice{text: text, line: -1}
		if i, ok := b.lines[hash]; ok {
			c.line = i
		}
		b.choices[hash] = c
		b.order = append(b.order, c)
	}
	c.votes += votes
}

// headline chooses the headline of a page without a layout and tells its line,
// or -1. Headings, the page's description of itself, <title>, the address and
// the stamp below each have a vote; what names the site or its menu loses.
func (r *reader) headline(doc *html.Node, lines []line, siteTitle string, self description, skip func(*html.Node) bool) (string, int) {
	b := &ballot{lines: map[uint64]int{}, choices: map[uint64]*choice{}}
	for i, l := range slices.Backward(lines) {
		b.lines[LineHash(l.text)] = i
		if short, day := cutStamp(l.text); !day.IsZero() {
			b.lines[LineHash(short)] = i
		}
	}
	r.voteHeadings(b, doc, skip)
	voted := map[uint64]bool{}
	for _, t := range self.titles {
		for _, part := range withoutSite(t, self.siteName) {
			if h := LineHash(part); !voted[h] {
				voted[h] = true
				b.vote(part, voteSelf)
			}
		}
	}
	if siteTitle != "" && !r.repeated(siteTitle) {
		voteTitle(b, siteTitle, self.siteName)
	}
	voteStamps(b, lines)
	r.voteAddress(b, lines)
	for _, c := range b.order {
		if r.in.Registry.Fallback().Layouts[0].End.Match(c.text) {
			c.votes -= againstSite // the head of a list of others
		}
	}
	return r.elect(b, doc, lines, self)
}

// voteHeadings votes for what the fallback family's selectors find; each
// selector that comes later is worth less.
func (r *reader) voteHeadings(b *ballot, doc *html.Node, skip func(*html.Node) bool) {
	seen := map[*html.Node]bool{}
	for i, s := range r.in.Registry.Fallback().Layouts[0].Title.Select {
		for n := range s.All(doc) {
			if len(seen) == maxChoices {
				return
			}
			if seen[n] || within(n, skip) {
				continue
			}
			seen[n] = true
			b.vote(words(n), max(1, voteHeading-i))
		}
	}
}

// within tells whether an element lies in a part that is left out.
func within(n *html.Node, skip func(*html.Node) bool) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && skip(n) {
			return true
		}
	}
	return false
}

// withoutSite returns a title and, when the site's name stands at one of its
// ends, what is left without it.
func withoutSite(title, site string) []string {
	if site != "" {
		for _, part := range []string{strings.TrimPrefix(title, site), strings.TrimSuffix(title, site)} {
			if part = strings.Trim(part, " |–—:»›-"); part != "" && len(part) < len(title)-len(site) {
				return []string{part}
			}
		}
	}
	parts := titleParts.Split(title, -1)
	kept := slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" || siteWords.MatchString(p) })
	if len(kept) == 1 && len(parts) > 1 {
		return []string{title, kept[0]}
	}
	return []string{title}
}

// voteTitle votes for <title> and its parts. The longest part that does not
// name the site is most likely the headline.
func voteTitle(b *ballot, title, site string) {
	parts := slices.DeleteFunc(titleParts.Split(title, -1), func(p string) bool {
		return strings.TrimSpace(p) == "" || site != "" && LineHash(p) == LineHash(site)
	})
	best := ""
	for _, p := range parts {
		if len(p) > len(best) && !siteWords.MatchString(p) {
			best = p
		}
	}
	for _, p := range parts {
		b.vote(p, votePart)
	}
	b.vote(best, voteLongest)
	if len(parts) > 1 {
		b.vote(title, votePart-1) // a headline with a dash of its own
		// The dash of the headline and the one before the site's name.
		for cut := 1; cut < len(parts); cut++ {
			if i := strings.Index(title, parts[cut]); i > 0 {
				b.vote(strings.TrimRight(title[:i], " |–—:»›-"), votePart-1)
			}
		}
	}
}

// voteStamps votes for the lines above stamps, but for those of links: a list
// of news.
func voteStamps(b *ballot, lines []line) {
	for i, l := range lines {
		p, ok := readSectioned(l.text)
		if !ok || p.day.IsZero() {
			continue
		}
		if i+1 < len(lines) && lines[i+1].mayHead() {
			b.vote(lines[i+1].text, voteBelow)
		}
		for up := i - 1; up >= max(0, i-2); up-- {
			if _, stamp := readPosting(lines[up].text); stamp {
				continue
			}
			if lines[up].mayHead() {
				b.vote(lines[up].text, voteStamp)
			}
			break
		}
	}
}

// mayHead tells whether a line beside a stamp can be a headline: no link, no
// sentence, no point of a list, no label.
func (l line) mayHead() bool {
	last := l.text[len(l.text)-1]
	return !l.linkedWhole() && last != ':' && last != '.' && last != ';' && isTitle(l.text) &&
		!opensItem(l.text) && len(strings.Fields(l.text)) > shortTitle
}

func (l line) linkedWhole() bool { return l.linked > 0 && l.allLinked() }

// elect counts the votes for and against. Of equals the first line wins.
func (r *reader) elect(b *ballot, doc *html.Node, lines []line, self description) (string, int) {
	menu := map[uint64]bool{}
	best := &choice{line: -1, votes: leastVotes - 1}
	for _, c := range b.order {
		if r.repeated(c.text) {
			continue
		}
		if len(menu) == 0 {
			menu = menuItems(doc)
		}
		c.votes -= r.against(c, lines, self, menu)
		if c.votes > best.votes || c.votes == best.votes && c.line >= 0 && (best.line < 0 || c.line < best.line) {
			best = c
		}
	}
	if best.line >= 0 {
		return lines[best.line].text, best.line
	}
	return best.text, -1
}

func (r *reader) against(c *choice, lines []line, self description, menu map[uint64]bool) int {
	votes := 0
	if c.line < 0 {
		votes += againstAway
	} else if lines[c.line].linkedWhole() {
		votes += againstLink
	}
	if siteWords.MatchString(c.text) || self.siteName != "" && LineHash(self.siteName) == LineHash(c.text) {
		votes += againstSite
	}
	if menu[LineHash(c.text)] {
		votes += againstMenu
	}
	if len(strings.Fields(c.text)) <= shortTitle {
		votes += againstShort
	}
	return votes
}

// menuItems are the words of the page's short links: menus, sections.
func menuItems(doc *html.Node) map[uint64]bool {
	items := map[uint64]bool{0: true}
	for n := range doc.Descendants() {
		if isLink(n) && len(items) < maxLinks {
			if text := label(n); text != "" && len(strings.Fields(text)) <= 6 {
				items[LineHash(text)] = true
			}
		}
	}
	return items
}

// voteAddress votes for the texts whose words the address is made of.
func (r *reader) voteAddress(b *ballot, lines []line) {
	address := r.addressWords()
	if len(address) < addressWords {
		return
	}
	for _, c := range slices.Clone(b.order) {
		if saysAddress(c.text, address) {
			c.votes += voteAddress
		}
	}
	for _, l := range lines {
		if len(l.text) > 2*textLine || b.choices[LineHash(l.text)] != nil {
			continue
		}
		if _, stamp := readSectioned(l.text); !stamp && saysAddress(l.text, address) {
			b.vote(l.text, voteAddress)
		}
	}
}

// addressWords are the words of the last part of the address that has any.
func (r *reader) addressWords() []string {
	path := r.in.URL
	if r.base != nil && r.base.Host != "" {
		path = r.base.Path
	}
	best := []string{}
	for part := range strings.SplitSeq(path, "/") {
		words := strings.FieldsFunc(vietnamese.Fold(part), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') })
		words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains([]string{"html", "htm", "aspx", "php", "index"}, w) })
		if len(words) >= addressWords || len(best) == 0 {
			best = words
		}
	}
	return best
}

// saysAddress tells whether the address is made of a text's words: addresses
// are often cut short, and carry a number.
func saysAddress(text string, address []string) bool {
	words := strings.FieldsFunc(vietnamese.Fold(text), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') })
	said := 0
	for _, w := range address {
		if slices.Contains(words, w) {
			said++
		}
	}
	return cmp.Compare(said*10, len(address)*8) >= 0 && said*2 >= min(len(words), 2*len(address))
}
