package filenumber

import (
	"regexp"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// headLines are looked through for the line of the number.
const headLines = 25

var (
	// lineStart begins the line of the number; its colon tells it from a cited
	// number at the beginning of a broken line. OCR reads ố as many things.
	lineStart = regexp.MustCompile(`^\W*(?:Luật |Pháp lệnh )?[Ss][ốóôồỏòõo6]\s*[:.;]\s*`)
	// bodyStart ends the head: below it numbers are cited.
	bodyStart = regexp.MustCompile(`^(?:Căn cứ|Thực hiện|Xét|Theo|Kính gửi|Điều \d|\(?[Bb]an hành kèm|Phụ lục)`)
	// symbolBehind is a symbol behind the slash of its number, with the year
	// that may stand before it.
	symbolBehind = regexp.MustCompile(`[/⁄]\s*((?:20\d\d|19\d\d)\s*/\s*)?(\p{Lu}[\p{L}&]*(?:\s*[-–]\s*\p{Lu}[\p{L}&]*)*)`)
	// symbolAlone is one whose slash was not read.
	symbolAlone = regexp.MustCompile(`(\p{Lu}{2,}\s*[-–]\s*\p{Lu}{2,}(?:\s*[-–]\s*\p{Lu}{2,})*)`)
	cleanDigits = regexp.MustCompile(`^(\d{1,5})\s*[/⁄]`)
	blanks      = strings.NewReplacer(" ", "", "–", "-")
)

// line is what stands behind "Số:" in the head of a document.
type line struct {
	rest   string
	digits string // in front of the slash, when nothing but digits stands there
	year   string
	symbol string
}

// numberLine finds the line; it is empty when there is none.
func numberLine(text string) line {
	n := 0
	for s := range strings.Lines(text) {
		s = strings.TrimSpace(s)
		if n++; n > headLines || bodyStart.MatchString(s) {
			break
		}
		start := lineStart.FindString(s)
		if start == "" {
			continue
		}
		l := line{rest: s[len(start):]}
		if m := cleanDigits.FindStringSubmatch(l.rest); m != nil {
			l.digits = m[1]
		}
		if m := symbolBehind.FindStringSubmatch(l.rest); m != nil {
			l.year, l.symbol = strings.Trim(blanks.Replace(m[1]), "/"), blanks.Replace(m[2])
		} else if m := symbolAlone.FindString(l.rest); m != "" {
			l.symbol = blanks.Replace(m)
		}
		return l
	}
	return line{}
}

// number reads the line of a text layer: the number at its beginning.
func (l line) number() (model.DocNumber, bool) {
	for _, m := range docnum.Find(l.rest) {
		if m.Start == 0 && m.Number.Canonical != "" {
			return m.Number, true
		}
	}
	if l.digits == "" || l.symbol == "" {
		return model.DocNumber{}, false
	}
	return parse(l.digits, l.year, l.symbol)
}

// Parse reads a number that stands alone, as 162/BTCD: where it is known to be
// one, its symbol need not be.
func Parse(s string) (model.DocNumber, bool) {
	no, symbol, ok := strings.Cut(s, "/")
	if !ok {
		return model.DocNumber{}, false
	}
	year := ""
	if y, rest, found := strings.Cut(symbol, "/"); found && years.MatchString(y) {
		year, symbol = y, rest
	}
	return parse(strings.TrimSpace(no), year, symbol)
}

// parse makes a number of its parts.
func parse(no, year, symbol string) (model.DocNumber, bool) {
	slashed := no + "/" + symbol
	if year != "" {
		slashed = no + "/" + year + "/" + symbol
	}
	if n, err := docnum.Parse(slashed); err == nil && n.Canonical != "" {
		return n, true
	}
	if trimmed(no) == "" || symbol == "" || year != "" {
		return model.DocNumber{}, false
	}
	return model.DocNumber{No: trimmed(no), Symbol: symbol, Canonical: docnum.Canonical(trimmed(no), 0, symbol)}, true
}

// complete adds the symbol of the line to a number that has none. It refuses a
// number of another type than the line states.
func (l line) complete(n model.DocNumber) (model.DocNumber, bool) {
	if l.symbol == "" {
		return n, true
	}
	whole, ok := parse(n.No, l.year, l.symbol)
	if !ok {
		return n, true
	}
	const letter = "CV" // letters carry no type in their symbol
	if n.Type != "" && n.Type != letter && whole.Type != "" && whole.Type != letter && whole.Type != n.Type {
		return n, false
	}
	if n.Symbol != "" {
		return n, true
	}
	return whole, true
}
