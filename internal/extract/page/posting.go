package page

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"tracuu/data"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// posting is what a line says that is nothing but a posting stamp: day, time,
// readers, author and the words around them.
type posting struct {
	day     model.Date // zero when the line names none
	named   bool       // a word says that the day is that of posting
	stated  bool       // so it does, or a time of day stands with it
	changed bool       // the day is that of the last change
	aside   bool       // tools and the like stand with it
	views   int
	author  string
}

// maxPosting bounds a stamp in bytes; longer lines are text.
const maxPosting = 200

// Days and times of stamps, in folded text.
var (
	stampDays = []*regexp.Regexp{
		regexp.MustCompile(`^(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>(?:19|20)\d{2})(?:\D|$)`),
		regexp.MustCompile(`^(?P<year>(?:19|20)\d{2})[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?:t|\D|$)`),
		regexp.MustCompile(`^(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>(?:19|20)\d{2})(?:\D|$)`),
		regexp.MustCompile(`^(?P<day>\d{1,2}),? thang (?P<month>\d{1,2}),?(?: nam)? (?P<year>(?:19|20)\d{2})(?:\D|$)`),
		regexp.MustCompile(`^thang (?P<month>\d{1,2}) (?P<day>\d{1,2}),? (?:nam )?(?P<year>(?:19|20)\d{2})(?:\D|$)`),
	}
	stampTime = regexp.MustCompile(`^\d{1,2} ?[:hg] ?\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:am|pm|sa|ch)\b)?(?:\+\d\d:?\d\d|z\b)?|^\d{1,2} ?(?:am|pm)\b`)
	dayOnly   = regexp.MustCompile(`^(\d{1,2}),? `)
	dayYear   = regexp.MustCompile(`^ (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})(?:\D|$)`)
	yearOnly  = regexp.MustCompile(`^,? (?:nam )?((?:19|20)\d{2})(?:\D|$)`)
	bareCount = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{3})+|^\d{1,9}`)
)

// stampWords are the words of data/rules/stamps.txt by their folded form.
var stampWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	rows, err := data.Table("stamps.txt", 2)
	if err != nil {
		return words // a test holds that the file loads
	}
	for _, row := range rows {
		for _, w := range data.List(row[1]) {
			words[vietnamese.Fold(w)] = row[0]
		}
	}
	return words
})

// maxStampWord is how many blank-separated parts a stamp's word has at most.
const maxStampWord = 5

// readPosting reads a line as a stamp; false when anything else stands in it.
func readPosting(text string) (posting, bool) {
	if len(text) > maxPosting || text == "" {
		return posting{}, false
	}
	f := vietnamese.FoldOffsets(text)
	p := stampReader{original: text, folded: f, text: f.Text}
	for p.skip(); p.at < len(p.text); p.skip() {
		if !p.step() {
			return posting{}, false
		}
	}
	return p.out, p.seen
}

// maxSection bounds the name of the section before a stamp, in bytes.
const maxSection = 80

// readSectioned reads a line as a stamp that may stand behind the name of the
// page's section: "Tin tức | 07/11/2022 08:00".
func readSectioned(text string) (posting, bool) {
	if p, ok := readPosting(text); ok || len(text) > maxPosting {
		return p, ok
	}
	for _, bar := range []string{cellBar, " - ", " – ", " » "} {
		i := strings.LastIndex(text, bar)
		if i <= 0 || i > maxSection || strings.ContainsAny(text[:i], "0123456789") {
			continue
		}
		if p, ok := readPosting(text[i+len(bar):]); ok && !p.day.IsZero() {
			return p, true
		}
	}
	return posting{}, false
}

// stampReader walks a line piece by piece.
type stampReader struct {
	original string
	folded   vietnamese.Folded
	text     string // folded
	at       int
	last     string // kind of the last word
	count    int    // a number that no word has claimed yet
	bare     int    // numbers that stand without a word
	seen     bool   // something of a stamp was read
	out      posting
}

// skip passes marks and blanks. A bar ends what a word announced.
func (p *stampReader) skip() {
	for _, r := range p.text[p.at:] {
		if !strings.ContainsRune(" ,:|-–—()[]./•·»>;*", r) {
			return
		}
		if r == '|' || r == ';' {
			p.last, p.count = "", 0
		}
		p.at += utf8.RuneLen(r)
	}
}

// step reads one piece; false when it is none of a stamp's.
func (p *stampReader) step() bool {
	if p.day() {
		return true
	}
	if m := stampTime.FindString(p.text[p.at:]); m != "" {
		p.at += len(m)
		p.seen, p.out.stated = true, true
		return true
	}
	if p.word() {
		return true
	}
	if m := bareCount.FindString(p.text[p.at:]); m != "" {
		p.at += len(m)
		return p.number(countOf(m))
	}
	return false
}

// day reads a day. The day of posting wins over that of the last change.
func (p *stampReader) day() bool {
	d, width := stampDay(p.text[p.at:])
	if width == 0 {
		return false
	}
	p.at += width
	p.seen = true
	changed := p.last == "changed"
	if p.out.day.IsZero() || p.out.changed && !changed {
		p.out.day, p.out.changed = d, changed
		p.out.named = p.last == "posted"
		p.out.stated = p.out.stated || p.out.named || changed
	}
	p.last = ""
	return true
}

// number takes a number for the readers: announced by a word, or followed by
// one, or the only number that stands alone.
func (p *stampReader) number(n int) bool {
	p.count = n
	if p.last == "views" {
		p.out.views, p.last = n, ""
		return true
	}
	p.bare++
	if p.out.views == 0 && !p.out.day.IsZero() {
		p.out.views = n
	}
	return p.bare <= 2
}

// word reads the longest word of the list that stands here.
func (p *stampReader) word() bool {
	end, ends := p.at, make([]int, 0, maxStampWord)
	for range maxStampWord {
		for end < len(p.text) && p.text[end] == ' ' {
			end++
		}
		for end < len(p.text) && !strings.ContainsRune(" ,:|)[];.", rune(p.text[end])) {
			end++
		}
		ends = append(ends, end)
	}
	for i := len(ends) - 1; i >= 0; i-- {
		kind, ok := stampWords()[p.text[p.at:ends[i]]]
		if !ok || strings.HasPrefix(kind, "month") {
			continue
		}
		p.at = ends[i]
		return p.meaning(kind)
	}
	return false
}

func (p *stampReader) meaning(kind string) bool {
	switch kind {
	case "author":
		p.seen = true
		p.out.author = p.name()
		return p.out.author != ""
	case "views":
		p.seen = true
		if p.count > 0 && p.last != "views" {
			p.out.views, p.count = p.count, 0
			return true
		}
	case "posted", "changed":
		p.seen = true
	case "aside", "lead":
		p.out.aside = p.out.aside || kind == "aside"
		return true
	case "other":
		return p.name() != ""
	}
	p.last = kind
	return true
}

// nameEnds are the words behind a name in a stamp.
var nameEnds = []string{" - ", " – ", " vao ", " ngay ", " luc ", " on "}

// name takes the words up to the next mark as a name.
func (p *stampReader) name() string {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == ':') {
		p.at++
	}
	end := p.at
	for end < len(p.text) && !strings.ContainsRune("|,;([", rune(p.text[end])) && !startsDigit(p.text[end:]) {
		if slices.ContainsFunc(nameEnds, func(e string) bool { return strings.HasPrefix(p.text[end:], e) }) {
			break
		}
		end++
	}
	from, to := p.folded.Original(p.at, end)
	p.at = end
	return strings.TrimSpace(p.original[from:to])
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// stampDay reads a day at the beginning of folded text and how long it is.
func stampDay(s string) (model.Date, int) {
	for _, re := range stampDays {
		m := re.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		g := map[string]string{}
		end := 0
		for i, name := range re.SubexpNames() {
			if name != "" {
				g[name] = s[m[2*i]:m[2*i+1]]
				end = max(end, m[2*i+1])
			}
		}
		if d, ok := dateOfGroups(g); ok {
			if strings.HasPrefix(s[end:], "t") && startsDigit(s[end+1:]) { // 2022-11-07T08:00
				end++
			}
			return d, end
		}
	}
	return namedMonth(s)
}

// namedMonth reads "7 tháng mười một, 2022" and "November 7, 2022".
func namedMonth(s string) (model.Date, int) {
	lead := dayOnly.FindStringSubmatch(s)
	rest := s
	if lead != nil {
		rest = s[len(lead[0]):]
	}
	month, width := monthName(rest)
	if month == 0 {
		return model.Date{}, 0
	}
	after := rest[width:]
	day, year, tail := "", "", ""
	if lead != nil {
		if m := yearOnly.FindStringSubmatch(after); m != nil {
			day, year = lead[1], m[1]
			tail = after[strings.Index(after, year)+len(year):]
		}
	} else if m := dayYear.FindStringSubmatchIndex(after); m != nil {
		day, year, tail = after[m[2]:m[3]], after[m[4]:m[5]], after[m[5]:]
	}
	d, ok := dateOfGroups(map[string]string{"day": day, "month": strconv.Itoa(month), "year": year})
	if !ok {
		return model.Date{}, 0
	}
	return d, len(s) - len(tail)
}

// monthName reads the longest name of a month.
func monthName(s string) (month, width int) {
	for w, kind := range stampWords() {
		if !strings.HasPrefix(kind, "month") || len(w) <= width || !strings.HasPrefix(s, w) {
			continue
		}
		if next := len(w); next < len(s) && (s[next] >= 'a' && s[next] <= 'z') {
			continue
		}
		var n int
		if _, err := fmt.Sscanf(kind, "month%d", &n); err == nil {
			month, width = n, len(w)
		}
	}
	return month, width
}
