// Package relation reads what one document does to another from the words that
// stand right before a number: "thực hiện Kế hoạch số 68-KH/HU".
package relation

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// RuleVerb is the rule of words right before a number.
const RuleVerb = "relation.verb"

type cue struct {
	folded string
	typ    model.RelationType
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
			all = append(all, cue{vietnamese.Fold(w), model.RelationType(row[0])})
		}
	}
	slices.SortStableFunc(all, func(a, b cue) int { return len(b.folded) - len(a.folded) })
	return all, nil
}

// Find lists the relations between the mentions of a text. A relation starts
// at the nearest other document named before in the same sentence, else at the
// page; each (to, type) is given once.
func Find(text string, folded vietnamese.Folded, sentences []model.Span, mentions []model.Mention) []model.Relation {
	var found []model.Relation
	seen := map[string]int{} // place in found
	verbs := make([]model.RelationType, len(mentions))
	heads := make([]int, len(mentions)) // the first of the list that a mention stands in
	for i, m := range mentions {
		typ, ok := verbBefore(folded, m.Start)
		heads[i] = i
		if !ok && i > 0 && joined(text, folded, mentions[i-1].Span, m.Span) {
			typ, heads[i] = verbs[i-1], heads[i-1]
		}
		verbs[i] = typ
		if typ == "" || m.Role == model.Announced {
			continue
		}
		id := string(typ) + " " + m.Number.Canonical
		if m.Number.Canonical == "" {
			id += m.Number.Type + m.Number.No
		}
		s := sentenceOf(sentences, m.Span)
		r := model.Relation{
			Evidence: model.Evidence{Quote: text[s.Start:s.End], Span: s, Rule: RuleVerb, Confidence: 0.8},
			Type:     typ, From: subject(mentions, heads[i], s), To: i,
		}
		at, again := seen[id]
		switch {
		case !again:
			seen[id] = len(found)
			found = append(found, r)
		case found[at].From == model.Page && r.From != model.Page:
			found[at] = r // a sentence that names both says more
		}
	}
	return found
}

// joined tells that two mentions stand in one list: "Chỉ thị số 05 ngày
// 15/5/2016 và Kết luận số 01", with no clause between them.
func joined(text string, f vietnamese.Folded, a, b model.Span) bool {
	const longest = 80
	if b.Start < a.End {
		return b.Start >= a.Start // numbers of one list share their quote
	}
	between := text[a.End:b.Start]
	if len(between) > longest || strings.ContainsAny(between, ".;:\n") {
		return false
	}
	folded := strings.TrimSpace(f.Text[f.At(a.End):f.At(b.Start)])
	last := strings.TrimRight(folded, " ")
	if last != "," && last != "va" && !strings.HasSuffix(last, " va") && !strings.HasSuffix(last, ",") {
		return false
	}
	head := strings.Trim(strings.TrimSuffix(strings.TrimSuffix(last, "va"), ","), " ,(")
	return head == "" || strings.HasPrefix(head, "ngay ") || strings.HasPrefix(head, "cua ")
}

// verbBefore reads the relation's words that end right before start.
func verbBefore(f vietnamese.Folded, start int) (model.RelationType, bool) {
	head := f.Text[:f.At(start)]
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
		if ok && (before == "" || !vietnamese.WordByte(before[len(before)-1])) {
			return c.typ, true
		}
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

// subject is the mention that the relation starts at: the last one before i in
// the sentence that names another document.
func subject(mentions []model.Mention, i int, s model.Span) int {
	for j := i - 1; j >= 0 && mentions[j].Start >= s.Start; j-- {
		if mentions[j].Number != mentions[i].Number && mentions[j].End <= mentions[i].Start {
			return j
		}
	}
	return model.Page
}

// sentenceOf returns the sentence that holds a span, or the span itself.
func sentenceOf(sentences []model.Span, span model.Span) model.Span {
	i, ok := slices.BinarySearchFunc(sentences, span.Start, func(s model.Span, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	if !ok {
		return span
	}
	s := sentences[i]
	s.End = max(s.End, span.End)
	return s
}
