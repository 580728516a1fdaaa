package rank

import (
	"fmt"
	"strings"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// interrogatives are folded phrases that only make a question of what is asked.
type interrogatives struct {
	phrases map[string]bool   // wherever they stand
	last    map[string]string // single words at the end of a clause: folded -> with accents
	longest int               // syllables of a phrase
}

func loadInterrogatives() (interrogatives, error) {
	rows, err := data.Table("interrogatives.txt", 2)
	if err != nil {
		return interrogatives{}, err
	}
	in := interrogatives{phrases: make(map[string]bool), last: make(map[string]string)}
	for _, row := range rows {
		folded := vietnamese.Fold(row[0])
		switch row[1] {
		case "any":
			in.phrases[folded] = true
			in.longest = max(in.longest, strings.Count(folded, " ")+1)
		case "end":
			in.last[folded] = vietnamese.Exact(row[0])
		default:
			return in, fmt.Errorf("rule file interrogatives.txt: %s: %q is neither any nor end", row[0], row[1])
		}
	}
	return in, nil
}

// blank writes blanks over the interrogatives of a question, so that its
// offsets stay. A question of nothing else, or with quotes, stays as it is.
func (in interrogatives) blank(text string) string {
	if strings.ContainsAny(text, quotes) {
		return text
	}
	var words []vietnamese.Token
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound {
			words = append(words, t)
		}
		if len(words) == maxSequence {
			break
		}
	}
	out := []byte(text)
	left := len(words)
	for i := 0; i < len(words); {
		n := in.at(text, words, i)
		if n == 0 {
			i++
			continue
		}
		for at := words[i].Start; at < words[i+n-1].End; at++ {
			out[at] = ' '
		}
		left -= n
		i += n
	}
	if left == 0 {
		return text
	}
	return string(out)
}

// at returns how many words the longest interrogative at word i has.
func (in interrogatives) at(text string, words []vietnamese.Token, i int) int {
	for n := min(in.longest, len(words)-i); n > 1; n-- {
		phrase := words[i].Text
		for _, w := range words[i+1 : i+n] {
			phrase += " " + w.Text
		}
		if in.phrases[phrase] {
			return n
		}
	}
	accented, ok := in.last[words[i].Text]
	if !ok {
		return 0
	}
	ends := i+1 == len(words) || strings.ContainsAny(text[words[i].End:words[i+1].Start], ",;.?!\n")
	if ends || vietnamese.Exact(text[words[i].Start:words[i].End]) == accented {
		return 1
	}
	return 0
}
