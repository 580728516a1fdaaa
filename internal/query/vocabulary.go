package query

import (
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/vietnamese"
)

// vocabulary is the folded words of numbers, from the tables of docnum.
type vocabulary struct {
	codes map[string]bool // type codes: kh, qd
	parts map[string]bool // parts of symbols: ubnd, ttg
	names map[string]bool // names of types: ke hoach
}

// words of the tables; tests read them, so that a broken one shows there.
var vocab = sync.OnceValue(func() vocabulary {
	v := vocabulary{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	types, err := data.Table("doctypes.txt", 3)
	if err != nil {
		return v
	}
	parts, err := data.Table("symbols.txt", 2)
	if err != nil {
		return v
	}
	for _, row := range types {
		v.codes[vietnamese.Fold(row[0])] = true
		for _, name := range append([]string{row[1]}, data.List(row[2])...) {
			v.names[vietnamese.Fold(name)] = true
		}
	}
	for _, row := range parts {
		v.parts[vietnamese.Fold(row[0])] = true
	}
	return v
})

func isCode(s string) bool { return vocab().codes[s] }

// isPart knows the parts of symbols, with digits at the end too: hdnd8.
func isPart(s string) bool {
	v := vocab()
	return v.parts[s] || v.parts[strings.TrimRight(s, "0123456789")]
}

// endsInPart tells letters behind which digits are a term or a council, not a
// number: hdnd, nqhdnd, qh. A type code alone is none: kh52.
func endsInPart(s string) bool {
	if isCode(s) {
		return false
	}
	_, glued := cutGlued(s)
	return isPart(s) || glued
}

// cutGlued finds the type code that a part of a symbol is glued to: khubnd.
func cutGlued(s string) (code string, ok bool) {
	for i := 2; i < len(s)-1; i++ {
		if isCode(s[:i]) && isPart(s[i:]) {
			return s[:i], true
		}
	}
	return "", false
}

// maxNameWords is the length of the longest name of a type.
const maxNameWords = 4

// typeEndingAt finds the longest type name, or the code, whose last token is
// at i; size is the number of its tokens, 0 when there is none. The words "văn
// bản" are a name that tells no type.
func typeEndingAt(tokens []token, i int) (code string, size int) {
	for size := min(maxNameWords, i+1); size >= 1; size-- {
		these := tokens[i+1-size : i+1]
		name := folded(these)
		switch {
		case name == "" || !vocab().names[name] && (size > 1 || !isCode(name)):
			continue
		case name == "van ban":
			return "", size
		}
		if code, ok := docnum.TypeCode(typed(these)); ok {
			return code, size
		}
	}
	return "", 0
}

// typed joins tokens as they were written, accents and case included.
func typed(tokens []token) string {
	parts := make([]string, len(tokens))
	for i, t := range tokens {
		parts[i] = t.word
	}
	return strings.Join(parts, " ")
}

// folded joins free tokens by blanks; it is empty when one is used or digits.
func folded(tokens []token) string {
	parts := make([]string, len(tokens))
	for i, t := range tokens {
		if t.used || t.digits {
			return ""
		}
		parts[i] = t.text
	}
	return strings.Join(parts, " ")
}
