package docnum

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// typeWordBefore is what stands before a number: a type word, "số", or neither.
type typeWordBefore struct {
	code    string
	start   int  // where the quote begins
	so      bool // "số" stands right before the number
	broken  bool // a line break stands between the type word and the number
	listed  bool // a colon stands between them, and no "số"
	alone   bool // a line break stands between "số" and the number
	other   bool // "số" of a form or a licence
	capital bool // the type word begins with a capital
}

const leadWindow = 64 // bytes that hold the longest type word and "số"

// typeBefore reads the type word and "số" that end right before i.
func typeBefore(text string, i int) typeWordBefore {
	base := runeBorder(text, i-leadWindow)
	folded := vietnamese.FoldOffsets(text[base:i])
	rest := trimLead(folded.Text)
	lead := typeWordBefore{start: i}
	if so, ok := cutWord(rest, "so"); ok {
		lead.so = true
		lead.alone = strings.Contains(folded.Text[len(so):], "\n")
		lead.start = base + original(folded, len(so))
		rest = trimLead(so)
	}
	if code, at, ok := codeBefore(text[base:i], folded, len(rest)); ok {
		lead.code, lead.start = code, base+at
		return lead
	}
	for _, w := range words().words {
		before, ok := cutWord(rest, w.folded)
		if !ok {
			continue
		}
		lead.code = w.code
		between := folded.Text[len(before)+len(w.folded):]
		lead.broken = strings.Contains(between, "\n")
		lead.listed = !lead.so && strings.Contains(between, ":")
		lead.start = base + original(folded, len(before))
		r, _ := utf8.DecodeRuneInString(text[lead.start:])
		lead.capital = unicode.IsUpper(r)
		return lead
	}
	if lead.so {
		lead.other = slices.ContainsFunc(words().others, func(noun string) bool {
			_, ok := cutWord(rest, noun)
			return ok
		})
	}
	return lead
}

// leads tells whether the word before i may be "số" or end the name of a type.
func leads(text string, i int) bool {
	end := i
	for end > 0 && strings.IndexByte(" \n\t:", text[end-1]) >= 0 {
		end--
	}
	start := end
	for start > 0 && end-start <= maxWordBytes && inWord(text[start-1]) {
		start--
	}
	return start < end && words().ends[text[start:end]]
}

const maxWordBytes = 24 // of a syllable or a type code

func inWord(b byte) bool { return b >= utf8.RuneSelf || b|0x20 >= 'a' && b|0x20 <= 'z' }

// codeBefore reads a type code in capitals, as in "QĐ số 147", that ends at
// offset end of the folded window.
func codeBefore(window string, f vietnamese.Folded, end int) (string, int, bool) {
	_, stop := f.Original(0, end)
	start := stop
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(window[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= size
	}
	code, ok := words().types[officialLetters(window[start:stop])]
	return code, start, ok && utf8.RuneCountInString(code) > 1
}

func original(f vietnamese.Folded, at int) int {
	start, _ := f.Original(at, at+1)
	return start
}

func trimLead(s string) string { return strings.TrimRight(s, " \n\t:") }

// cutWord cuts a whole word or phrase from the end of s.
func cutWord(s, word string) (string, bool) {
	before, ok := strings.CutSuffix(s, word)
	if !ok {
		return "", false
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	if before != "" && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return "", false
	}
	return before, true
}

const lawWindow = 160 // bytes between "Luật" and its number: the law's name

// lawBefore finds the kind of a document of the Quốc hội, whose name stands
// between the type word and the number: Luật Đấu thầu số 22/2023/QH15.
func lawBefore(text string, i, start int) (string, int) {
	base := runeBorder(text, i-lawWindow)
	window := text[base:i]
	if cut := strings.LastIndexAny(window, ".;:\n"); cut >= 0 {
		base += cut + 1
		window = text[base:i]
	}
	best, code := -1, ""
	for word, c := range map[string]string{"Luật": "L", "Bộ luật": "L", "Pháp lệnh": "PL", "Nghị quyết": "NQ"} {
		if at := strings.LastIndex(window, word); at > best {
			best, code = at, c
		}
	}
	switch {
	case best < 0:
		return "", start
	case strings.Contains(window[best:], "/"): // the word stands before another number of the list
		return code, start
	}
	return code, base + best
}

// runeBorder moves i to the rune border at or after it, within the text.
func runeBorder(text string, i int) int {
	i = max(i, 0)
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}
