package crawler

import (
	"html"
	"regexp"
	"strings"

	"tracuu/internal/model"
)

// citation is the plain reading of a source line of the legal code, which has
// one form: TYPE "số" NUMBER [TITLE "ngày" DAY "của" ISSUER] ", có hiệu lực thi
// hành kể từ ngày" DAY. It is what the extractor is measured against, so it
// knows nothing of the extractor's grammar: it splits at those fixed words.
type citation struct {
	typ       string
	number    string // as printed, without blanks and leading zeros
	issued    model.Date
	issuer    string
	effective model.Date
}

// citedTypes are the names that stand before "số" in source lines, the longer
// before those that end like them.
var citedTypes = []struct{ name, code string }{
	{"thông tư liên tịch", "TTLT"},
	{"nghị quyết liên tịch", "NQLT"},
	{"thông tư", "TT"},
	{"nghị định", "NĐ"},
	{"luật", "L"},
	{"quyết định", "QĐ"},
	{"pháp lệnh", "PL"},
	{"nghị quyết", "NQ"},
	{"chỉ thị", "CT"},
	{"sắc lệnh", "SL"},
}

var (
	tag          = regexp.MustCompile(`<[^>]*>`)
	numberMark   = regexp.MustCompile(`^([^\d]*\d*[^\d]*?\pL)\s+[Ss]ố\s*:?\s*(?:TT )?(\d.*)`)
	printedForm  = regexp.MustCompile(`^\d+\s?[a-z]?(?:\s*/\s*\d{4})?(?:(?:\s*[-/]\s*|\.)[\pL\d&]+(?:\([\pL\d]+\))?)*`)
	spacedForm   = regexp.MustCompile(`^(\d+) ([\pL]+/[\pL]+)`)
	issueClause  = regexp.MustCompile(`ngày (\d{1,2})/(\d{1,2})/(\d{4}) của (.{1,300}?), có hiệu lực`)
	effectClause = regexp.MustCompile(`có hiệu lực thi hành kể từ ngày (\d{1,2})/(\d{1,2})/(\d{4})`)
)

// plainLine takes the markup out of a source line, and its line breaks.
func plainLine(source string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(source, ""))), " ")
}

// readCitation reads a line that cites a numbered document. Three lines leave
// "số" out before their own number; they are not counted, because the next "số"
// in them is of another document.
func readCitation(line string) (citation, bool) {
	at := numberMark.FindStringSubmatchIndex(line)
	if at == nil {
		return citation{}, false
	}
	head, rest := strings.ToLower(line[:at[3]]), line[at[4]:]
	var c citation
	for _, t := range citedTypes {
		if strings.HasSuffix(head, t.name) {
			c.typ = t.code
			break
		}
	}
	c.number = printedNumber(rest)
	own, _, _ := strings.Cut(rest, "\n")
	effect := effectClause.FindStringSubmatchIndex(own)
	if effect == nil {
		return c, true
	}
	c.effective = isoDay(own, effect)
	if issued := lastClause(own[:effect[0]+len("có hiệu lực")]); issued != nil {
		c.issued, c.issuer = isoDay(own, issued), strings.TrimRight(own[issued[8]:issued[9]], " .")
	}
	return c, true
}

// lastClause finds the last "ngày D của ISSUER" before the effect.
func lastClause(head string) []int {
	at := strings.LastIndex(head, " của ")
	for ; at >= 0; at = strings.LastIndex(head[:at], " của ") {
		start := strings.LastIndex(head[:at], "ngày ")
		if start < 0 {
			return nil
		}
		if m := issueClause.FindStringSubmatchIndex(head[start:]); m != nil && m[0] == 0 {
			for i := range m {
				m[i] += start
			}
			return m
		}
	}
	return nil
}

func printedNumber(rest string) string {
	if m := spacedForm.FindStringSubmatch(rest); m != nil {
		rest = m[1] + "-" + m[2] // 60 TC/TCT: the dash was left out
	}
	printed := strings.Join(strings.Fields(printedForm.FindString(rest)), "")
	printed = strings.ReplaceAll(printed, ".", "-") // NQ.HĐTP
	return strings.TrimLeft(printed, "0")
}

// isoDay reads the day, month and year in the groups 1 to 3 of a match.
func isoDay(s string, m []int) model.Date {
	number := func(group int) int {
		n := 0
		for _, d := range s[m[2*group]:m[2*group+1]] {
			n = n*10 + int(d-'0')
		}
		return n
	}
	d, _ := model.NewDate(number(3), number(2), number(1))
	return d
}
