// Package relation reads what one document does to another from the words that
// stand right before a number: "thực hiện Kế hoạch số 68-KH/HU".
package relation

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// RuleVerb is the rule of words right before a number.
const RuleVerb = "relation.verb"

// Find lists the relations between the mentions of a text. A relation starts
// at the nearest other document named before in the same sentence, else at the
// page; each (to, type) is given once.
func Find(text string, folded vietnamese.Folded, sentences []model.Span, mentions []model.Mention) []model.Relation {
	var found []model.Relation
	seen := map[string]int{} // place in found
	verbs := make([]model.RelationType, len(mentions))
	heads := make([]int, len(mentions)) // the first of the list that a mention stands in
	for i, m := range mentions {
		typ, ok := verbBefore(folded, m)
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
