package relation

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The kinds of words that are no relation's name.
const (
	none    model.RelationType = "none"    // words that look like a relation's and are none
	carried model.RelationType = "carried" // "theo": based_on where something is carried out
)

// cue is a phrase of the grammar, folded.
type cue struct {
	folded string
	typ    model.RelationType
	inside bool   // never at the head of a sentence
	only   string // type code of the document that must follow, or ""
}

// grammar is the words of relations.txt, the longest first in each list.
type grammar struct {
	verbs   []cue // right before the document
	passive []cue // between the older and the newer document
	ended   []cue // behind the older document
	words   map[string][]string
}

// rules are read once; the embedded file is checked by a test.
var rules = sync.OnceValue(func() grammar {
	g, err := load()
	if err != nil {
		return grammar{}
	}
	return g
})

func load() (grammar, error) {
	g := grammar{words: map[string][]string{}}
	rows, err := data.Table("relations.txt", 2)
	if err != nil {
		return g, err
	}
	for _, row := range rows {
		kind, typ, _ := strings.Cut(row[0], " ")
		for _, w := range data.List(row[1]) {
			switch kind {
			case "passive":
				g.passive = append(g.passive, cue{folded: vietnamese.Fold(w), typ: model.RelationType(strings.TrimSpace(typ))})
			case "ended":
				g.ended = append(g.ended, cue{folded: vietnamese.Fold(w), typ: model.RelationType(strings.TrimSpace(typ))})
			case "part", "through", "object", "goal", "execute", "review", "agent":
				g.words[kind] = append(g.words[kind], vietnamese.Fold(w))
			default:
				g.verbs = append(g.verbs, verb(w, model.RelationType(kind)))
			}
		}
	}
	adverbs, err := data.Words("verbs.txt", "adverb")
	if err != nil {
		return g, err
	}
	g.words["adverb"] = vietnamese.FoldAll(adverbs)
	for _, list := range [][]cue{g.verbs, g.passive, g.ended} {
		slices.SortStableFunc(list, func(a, b cue) int { return len(b.folded) - len(a.folded) })
	}
	for _, list := range g.words {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return g, nil
}

func verb(w string, typ model.RelationType) cue {
	w, inside := strings.CutPrefix(w, "… ")
	w, only, _ := strings.Cut(strings.TrimSuffix(w, "]"), " [")
	return cue{vietnamese.Fold(w), typ, inside, only}
}

// change tells the relations that alter a document.
func change(t model.RelationType) bool {
	switch t {
	case model.Amends, model.Replaces, model.Repeals, model.Extends, model.Corrects:
		return true
	}
	return false
}

// cutCue cuts the longest cue from the end of head, at a word's start.
func cutCue(head string, list []cue) (cue, string, bool) {
	for _, c := range list {
		if before, ok := cutWord(head, c.folded); ok {
			return c, before, true
		}
	}
	return cue{}, head, false
}

// cutAny cuts the longest word of a list from the end of head.
func cutAny(head string, list []string) (string, bool) {
	for _, w := range list {
		if before, ok := cutWord(head, w); ok {
			return before, true
		}
	}
	return head, false
}

// cutWord cuts a word from the end of head, with the blanks before it.
func cutWord(head, w string) (string, bool) {
	before, ok := strings.CutSuffix(head, w)
	if !ok || before != "" && vietnamese.WordByte(before[len(before)-1]) {
		return head, false
	}
	return strings.TrimRight(before, " "), true
}

// opens tells whether rest begins with a word of a list.
func opens(rest string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(rest, w) && (len(rest) == len(w) || !vietnamese.WordByte(rest[len(w)])) {
			return true
		}
	}
	return false
}

// openCue returns the cue that rest begins with.
func openCue(rest string, list []cue) (cue, bool) {
	for _, c := range list {
		if strings.HasPrefix(rest, c.folded) && (len(rest) == len(c.folded) || !vietnamese.WordByte(rest[len(c.folded)])) {
			return c, true
		}
	}
	return cue{}, false
}
