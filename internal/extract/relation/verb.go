package relation

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// none is the type of words that look like a relation's and are none.
const none model.RelationType = "none"

type cue struct {
	folded string
	typ    model.RelationType
	inside bool   // never at the head of a sentence
	only   string // type code of the document that must follow, or ""
}

// cues, the longest first; the embedded file is checked by a test.
var cues = sync.OnceValue(func() []cue {
	all, err := loadCues()
	if err != nil {
		return nil
	}
	return all
})

func loadCues() ([]cue, error) {
	rows, err := data.Table("relations.txt", 2)
	if err != nil {
		return nil, err
	}
	var all []cue
	for _, row := range rows {
		for _, w := range data.List(row[1]) {
			w, inside := strings.CutPrefix(w, "… ")
			w, only, _ := strings.Cut(strings.TrimSuffix(w, "]"), " [")
			all = append(all, cue{vietnamese.Fold(w), model.RelationType(row[0]), inside, only})
		}
	}
	slices.SortStableFunc(all, func(a, b cue) int { return len(b.folded) - len(a.folded) })
	return all, nil
}

// verbBefore reads the relation's words that end right before a mention.
func verbBefore(f vietnamese.Folded, m model.Mention) (model.RelationType, bool) {
	head := f.Text[:f.At(m.Start)]
	head = head[max(0, len(head)-80):]
	head = strings.TrimRight(head, " \n\"“(")
	head = strings.TrimSuffix(head, " cac")
	for _, adverb := range adverbs() {
		if before, ok := strings.CutSuffix(head, " "+adverb); ok {
			head = before
			break
		}
	}
	for _, c := range cues() {
		before, ok := strings.CutSuffix(head, c.folded)
		if !ok || c.only != "" && c.only != m.Number.Type || before != "" && vietnamese.WordByte(before[len(before)-1]) {
			continue
		}
		rest := strings.TrimRight(before, " ")
		headless := rest == "" || strings.ContainsRune(".;:\n", rune(rest[len(rest)-1]))
		if c.typ == none || c.inside && headless {
			return "", false
		}
		return c.typ, true
	}
	return "", false
}

// adverbs may stand between the verb and the document, folded.
var adverbs = sync.OnceValue(func() []string {
	words, err := data.Words("verbs.txt", "adverb")
	if err != nil {
		return nil
	}
	return vietnamese.FoldAll(words)
})
