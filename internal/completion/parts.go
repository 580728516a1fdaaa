package completion

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// Part is a piece of a label.
type Part struct {
	Text  string `json:"text"`
	Match bool   `json:"match"` // it was typed
}

// Parts cuts a label into what was typed and the rest: the words where they
// stand together, or else each word at its first place.
func (t Typed) Parts(label string) []Part {
	words := tokens(label)
	marked := make([]int, len(words)) // how many folded bytes are marked
	if !t.markTogether(words, marked) {
		t.markEach(words, marked)
	}
	var parts []Part
	last := 0
	for i := 0; i < len(words); i++ {
		if marked[i] == 0 {
			continue
		}
		start, end := words[i].Start, markEnd(label, words[i], marked[i])
		for i+1 < len(words) && marked[i+1] > 0 && end == words[i].End {
			i++
			end = markEnd(label, words[i], marked[i])
		}
		if last < start {
			parts = append(parts, Part{Text: label[last:start]})
		}
		parts = append(parts, Part{label[start:end], true})
		last = end
	}
	if last < len(label) {
		parts = append(parts, Part{Text: label[last:]})
	}
	return parts
}

func (t Typed) markTogether(words []vietnamese.Token, marked []int) bool {
	for from := range words {
		if t.begins(words, from) {
			for i, w := range t.words {
				marked[from+i] = len(w.folded)
			}
			return true
		}
	}
	return false
}

func (t Typed) markEach(words []vietnamese.Token, marked []int) {
	for i, w := range t.words {
		for k, stands := range words {
			part := i == len(t.words)-1 && !t.ended && strings.HasPrefix(stands.Text, w.folded)
			if marked[k] == 0 && (stands.Text == w.folded || part) {
				marked[k] = len(w.folded)
				break
			}
		}
	}
}

// markEnd is where the first n folded bytes of a word end in the label.
func markEnd(label string, w vietnamese.Token, n int) int {
	if n >= len(w.Text) {
		return w.End
	}
	_, end := vietnamese.FoldOffsets(label[w.Start:w.End]).Original(0, n)
	return w.Start + end
}
