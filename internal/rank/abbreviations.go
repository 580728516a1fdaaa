package rank

import (
	"strings"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// abbreviations maps folded short forms to full ones, and full ones to short.
type abbreviations struct {
	full  map[string][]string // ubnd -> ủy ban nhân dân
	short map[string][]string // uy ban nhan dan -> ubnd
}

// longest is how many syllables a full form has at most.
const longest = 6

func loadAbbreviations() (abbreviations, error) {
	rows, err := data.Table("abbreviations.txt", 2)
	if err != nil {
		return abbreviations{}, err
	}
	a := abbreviations{full: make(map[string][]string), short: make(map[string][]string)}
	for _, row := range rows {
		short, full := vietnamese.Fold(row[0]), vietnamese.Fold(row[1])
		a.full[short] = append(a.full[short], full)
		a.short[full] = append(a.short[full], short)
	}
	return a, nil
}

// expand returns the other forms of the short and full forms in a text, each
// once.
func (a abbreviations) expand(text string) []Form {
	var words []string
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound {
			words = append(words, t.Text)
		}
		if len(words) == maxSequence {
			break
		}
	}
	var out []Form
	seen := make(map[string]bool)
	add := func(of string, forms []string) {
		for _, f := range forms {
			if !seen[f] {
				seen[f] = true
				out = append(out, Form{of, f})
			}
		}
	}
	for i := range words {
		add(words[i], a.full[words[i]])
		for n := 2; n <= longest && i+n <= len(words); n++ {
			of := strings.Join(words[i:i+n], " ")
			add(of, a.short[of])
		}
	}
	return out
}
