// Package query reads what people type: a document number in any spelling,
// with or without diacritics, and words. It does no I/O and never fails:
// what is not understood stays words.
package query

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tracuu/internal/filter"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Query is typed text as it was understood.
type Query struct {
	Number  *Number  // nil when no document number was recognised
	Text    string   // what remains for full text; all of it when the number may be just a number
	Phrases []string // what stood in quotation marks
	// Where is what restricts the full text: filters, alternatives and
	// exclusions; nil when nothing does. Its positive words stand in Text too.
	Where *filter.Expr
	Chips []Chip // what was understood, in the order of typing
}

// ChipKind says what a chip stands for.
type ChipKind string

// The kinds of chip. Those of the number can be switched off one by one.
const (
	ChipType   ChipKind = "type"
	ChipNumber ChipKind = "number"
	ChipSymbol ChipKind = "symbol"
	ChipYear   ChipKind = "year" // or the day
	ChipPlace  ChipKind = "place"
	ChipFilter ChipKind = "filter"
)

// Chip is one thing that was understood of the typed text, for people to see
// and to switch off: Without is the text to ask then, Off the kinds.
type Chip struct {
	Kind  ChipKind `json:"kind"`
	Label string   `json:"label"` // Vietnamese: "loại: Kế hoạch"
	Value string   `json:"value"` // KH
	Off   bool     `json:"off"`   // it is switched off, and was read as words
	// Without is the same question with this chip the other way round, as the
	// parameters q and off.
	Without string `json:"without"`
}

// Number is a document number as typed. Only No is always there.
type Number struct {
	Type   string // code: KH
	No     string // without leading zeros
	Year   int    // of the number, a date, or typed beside
	Inside bool   // the year stood in the number: 15/2020/NĐ-CP
	Symbol string // folded letters and digits: khubnd; may be only a part of it
	Date   model.Date
	Words  []string // the other syllables, folded: place, issuer, topic
}

// maxRunes is how much of a text is read; a pasted sentence is shorter.
const maxRunes = 1000

// Parse reads a typed text.
func Parse(text string) Query {
	text = vietnamese.Clean(clip(strings.ToValidUTF8(text, " ")))
	q := Query{Text: strings.Join(strings.Fields(text), " "), Phrases: phrases(text)}
	tokens := scan(text)
	tokens, date := takeDate(tokens)
	at, ok := chooseNumber(tokens)
	if !ok {
		return q
	}
	n := readNumber(tokens, at)
	n.Date = date
	if n.Year == 0 {
		n.Year = date.Year
	}
	if n.Year == 0 {
		n.Year = takeYear(tokens)
	}
	n.Words = words(tokens)
	q.Number = &n
	switch {
	case n.Type == "" && n.Symbol == "":
		// A bare number may be just a number.
	case len(n.Words) == 0:
		q.Text = ""
	default:
		q.Text = rest(text, tokens)
	}
	return q
}

// clip cuts a text after maxRunes.
func clip(s string) string {
	if len(s) <= maxRunes {
		return s
	}
	at := 0
	for range maxRunes {
		if at >= len(s) {
			break
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

var quoted = regexp.MustCompile(`["“„]([^"“”„]+)["”]`)

// phrases lists what stands between quotation marks, straight or curly.
func phrases(text string) []string {
	var out []string
	for _, m := range quoted.FindAllStringSubmatch(text, -1) {
		if p := strings.TrimSpace(m[1]); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// rest joins the words that are no part of the number, as they were typed.
func rest(text string, tokens []token) string {
	var out []string
	for _, t := range tokens {
		if !t.used {
			out = append(out, text[t.start:t.end])
		}
	}
	return strings.Join(out, " ")
}

// fillers say nothing about a document.
var fillers = map[string]bool{
	"so": true, "nam": true, "ngay": true, "thang": true, "cua": true, "ve": true, "viec": true, "tai": true, "va": true,
	"signed": true, "pdf": true, "doc": true, "docx": true, "xls": true, "xlsx": true, "file": true,
}

// words lists the syllables that may tell place, issuer or topic.
func words(tokens []token) []string {
	var out []string
	for _, t := range tokens {
		if !t.used && !t.digits && !fillers[t.text] {
			out = append(out, t.text)
		}
	}
	return out
}
