package docnum

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// vocabulary is the words of the grammar, read once from data/rules.
type vocabulary struct {
	names     map[string]string // code -> name
	types     map[string]string // exact code -> code
	foldTypes map[string]string // folded code -> code, the first row wins
	words     []typeWord        // longest first
	parts     map[string]string // folded part -> official part
	issuers   map[string]string // official part -> issuer
	ambiguous map[string]bool   // codes that are also something else
	others    []string          // folded nouns whose numbers are not of documents
	ends      map[string]bool   // last words of names, codes, and "số", in the usual spellings
}

type typeWord struct{ folded, code string }

// words of the grammar; the embedded files are checked by a test, so that an
// unreadable one shows there and leaves an empty vocabulary here.
var words = sync.OnceValue(func() *vocabulary {
	v, err := loadVocabulary()
	if err != nil {
		return &vocabulary{}
	}
	return v
})

func loadVocabulary() (*vocabulary, error) {
	types, err := data.Table("doctypes.txt", 3)
	if err != nil {
		return nil, err
	}
	parts, err := data.Table("symbols.txt", 2)
	if err != nil {
		return nil, err
	}
	ambiguous, err := data.Table("doctypes_ambiguous.txt", 2)
	if err != nil {
		return nil, err
	}
	others, err := data.Table("doctypes_others.txt", 1)
	if err != nil {
		return nil, err
	}
	v := &vocabulary{
		names: map[string]string{}, types: map[string]string{}, foldTypes: map[string]string{},
		parts: map[string]string{}, issuers: map[string]string{},
		ambiguous: map[string]bool{}, ends: map[string]bool{},
	}
	v.addEnd("số")
	for _, row := range ambiguous {
		v.ambiguous[row[0]] = true
	}
	for _, row := range others {
		v.others = append(v.others, vietnamese.Fold(row[0]))
	}
	for _, row := range types {
		v.addType(row[0], append([]string{row[1]}, data.List(row[2])...))
	}
	slices.SortStableFunc(v.words, func(a, b typeWord) int { return len(b.folded) - len(a.folded) })
	for _, row := range parts {
		folded := vietnamese.Fold(row[0])
		if _, taken := v.parts[folded]; !taken {
			v.parts[folded] = row[0]
		}
		v.issuers[row[0]] = row[1]
	}
	return v, nil
}

func (v *vocabulary) addType(code string, names []string) {
	v.names[code], v.types[code] = names[0], code
	if folded := vietnamese.Fold(code); v.foldTypes[folded] == "" {
		v.foldTypes[folded] = code
	}
	v.addEnd(code)
	for _, n := range names {
		folded := vietnamese.Fold(n)
		v.words = append(v.words, typeWord{folded, code})
		v.addEnd(n[strings.LastIndexByte(n, ' ')+1:])
	}
}

// addEnd keeps the usual spellings of a word: so, So, SO and the same with its
// accents.
func (v *vocabulary) addEnd(word string) {
	for _, w := range []string{strings.ToLower(word), vietnamese.Fold(word)} {
		_, size := utf8.DecodeRuneInString(w)
		for _, spelled := range []string{w, strings.ToUpper(w[:size]) + w[size:], strings.ToUpper(w), word} {
			v.ends[spelled] = true
		}
	}
}

// typeCode returns the official code for a written one: the exact code first,
// then the one that it folds to (QD for QĐ).
func (v *vocabulary) typeCode(written string) (string, bool) {
	if code, ok := v.types[written]; ok {
		return code, true
	}
	code, ok := v.foldTypes[vietnamese.Fold(written)]
	return code, ok
}

// part returns the official spelling of a known part of a symbol. Digits at
// the end (a term of the Quốc hội) are kept. "Thu" is a word and not ThU: the
// case must be the official one or the same throughout.
func (v *vocabulary) part(written string) (string, bool) {
	folded := vietnamese.Fold(written)
	stem := strings.TrimRight(folded, "0123456789")
	p, ok := v.parts[stem]
	if !ok {
		return "", false
	}
	p += folded[len(stem):]
	return p, written == p || written == strings.ToUpper(written) || written == strings.ToLower(written)
}

// TypeName returns the Vietnamese name of a type code, KH -> Kế hoạch, or the
// code itself when it is not known.
func TypeName(code string) string {
	if name, ok := words().names[code]; ok {
		return name
	}
	return code
}

// TypeCode returns the code that words or a written code stand for, compared
// folded: "kế hoạch", "ke hoach", "kh", "QD".
func TypeCode(s string) (string, bool) {
	v := words()
	s = strings.TrimSpace(s)
	if code, ok := v.typeCode(s); ok {
		return code, true
	}
	folded := vietnamese.Fold(s)
	for _, w := range v.words {
		if w.folded == folded {
			return w.code, true
		}
	}
	return "", false
}

// IssuerOf returns the issuer that a symbol tells by itself: NĐ-CP -> Chính
// phủ. An "@" in it stands for a place that the symbol does not tell; the
// result is empty when the symbol tells nothing.
func IssuerOf(symbol string) string {
	v := words()
	issuer := ""
	for _, p := range strings.FieldsFunc(symbol, func(r rune) bool { return r == '-' || r == '/' }) {
		if _, isType := v.types[p]; isType && issuer == "" {
			continue
		}
		if name, ok := v.issuers[partStem(p)]; ok {
			issuer = name
		}
		break
	}
	return issuer
}

// partStem is a part without its term or its unit in brackets.
func partStem(part string) string {
	part, _, _ = strings.Cut(part, "(")
	return strings.TrimRight(part, "0123456789")
}

// Issuers lists the agencies of the centre that symbols name, sorted.
func Issuers() []string {
	var all []string
	for _, issuer := range words().issuers {
		if issuer != "" && !strings.Contains(issuer, "@") {
			all = append(all, issuer)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
