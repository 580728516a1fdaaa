// Package relation reads what one document does to another from the words
// around its number: a verb right before it, "thực hiện Kế hoạch số 68-KH/HU",
// a verb that reaches it through a part, "sửa đổi Quy chế ban hành kèm theo
// Quyết định số 12", a passive between two numbers, an end told behind it, and
// the list under "Căn cứ".
package relation

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The rules that a relation may come from.
const (
	RuleVerb  = "relation.verb"  // words before a number, or the list that it stands in
	RuleEnded = "relation.ended" // words behind a number: "hết hiệu lực"
	RuleBasis = "relation.basis" // an item under "Căn cứ"
)

// finder reads one text.
type finder struct {
	text      string
	folded    vietnamese.Folded
	sentences []model.Span
	mentions  []model.Mention
	topics    map[string]model.Role // numbers that the page presents
	read      []reading             // of each mention
	heads     []int                 // the first of the list that a mention stands in
	found     []model.Relation
	seen      map[string][]int // places in found, by type and document
}

// longestList bounds how many mentions back a list or a sentence is followed.
const longestList = 64

// Find lists the relations between the mentions of a text. A relation starts
// at the nearest other document named before in the same sentence, else at the
// page; each (from, to, type) is given once, and none from the page where a
// document is named.
func Find(text string, folded vietnamese.Folded, sentences []model.Span, mentions []model.Mention) []model.Relation {
	x := &finder{
		text: text, folded: folded, sentences: sentences, mentions: mentions,
		read: make([]reading, len(mentions)), heads: make([]int, len(mentions)), seen: map[string][]int{},
	}
	x.topics = x.presented()
	basis := x.basisLists()
	for i, m := range mentions {
		s := x.sentenceOf(m.Span)
		x.read[i], x.heads[i] = x.readBefore(i, s)
		if x.endsItself(i, s) {
			x.read[i] = reading{}
		}
		switch r := x.read[i]; {
		case r.passive:
			if old := x.subject(x.heads[i], s); old != model.Page {
				x.add(model.Relation{Type: r.typ, From: i, To: old}, s, RuleVerb)
			}
		case r.typ != "":
			x.add(model.Relation{Type: r.typ, From: x.actor(i, s), To: i}, s, RuleVerb)
		case basis[i]:
			x.add(model.Relation{Type: model.BasedOn, From: model.Page, To: i}, s, RuleBasis)
		}
		x.ended(i, s)
	}
	return x.found
}

// add keeps a relation unless it is told already or leads to what the page
// itself presents.
func (x *finder) add(r model.Relation, s model.Span, rule string) {
	to := x.mentions[r.To]
	if to.Role == model.Announced || r.From == r.To || r.From != model.Page && key(x.mentions[r.From]) == key(to) {
		return
	}
	if role, topic := x.topics[key(to)]; topic && r.From == model.Page && (role == model.Announced || r.Type == model.BasedOn) {
		return
	}
	r.Evidence = model.Evidence{Quote: x.text[s.Start:s.End], Span: s, Rule: rule, Confidence: 0.8}
	id := string(r.Type) + " " + key(to)
	for _, i := range x.seen[id] {
		old := x.found[i]
		if old.From == model.Page {
			if r.From != model.Page {
				x.found[i] = r // a sentence that names both says more
			}
			return
		}
		if r.From == model.Page || key(x.mentions[old.From]) == key(x.mentions[r.From]) {
			return
		}
	}
	const most = 32 // documents that do the same to one: beyond it a list is hostile
	if len(x.seen[id]) < most {
		x.seen[id] = append(x.seen[id], len(x.found))
		x.found = append(x.found, r)
	}
}

// key names a document within the page.
func key(m model.Mention) string {
	if m.Number.Canonical != "" {
		return m.Number.Canonical
	}
	return m.Number.Type + " " + m.Number.No
}

// presented lists the numbers that the page announces, and those that it tells
// of: said to be issued, or opening a sentence, alone or behind "Theo". What
// such a document provides is told "theo" it.
func (x *finder) presented() map[string]model.Role {
	topics := map[string]model.Role{}
	for _, m := range x.mentions {
		if m.Role == model.Announced {
			topics[key(m)] = model.Announced
			continue
		}
		at := x.folded.At(m.Start)
		head := strings.TrimRight(x.folded.Text[max(0, at-24):at], " ")
		if _, told := topics[key(m)]; told {
			continue
		}
		if cut, theo := cutWord(head, "theo"); endsWith(head, "ban hanh", "ky", "thong qua") || opensText(head) && m.Number.Canonical != "" || theo && opensText(cut) {
			topics[key(m)] = model.Cited
		}
	}
	return topics
}

// opensText tells that a sentence, and not a piece of a list, begins behind head.
func opensText(head string) bool {
	return head == "" || strings.HasSuffix(head, ".") || strings.HasSuffix(head, "\n")
}

// readBefore reads the words before mention i, or those before the list that
// it goes on.
func (x *finder) readBefore(i int, s model.Span) (reading, int) {
	m := x.mentions[i]
	stop := 0
	if i > 0 {
		stop = x.folded.At(min(x.mentions[i-1].End, m.Start))
	}
	at := x.folded.At(m.Start)
	start := x.folded.At(min(s.Start, m.Start))
	if r, ok := before(x.folded, start, stop, at, m.Number.Type); ok {
		return r, i
	}
	const nested = 3 // documents named in the subject of the one before
	for j := i - 1; j >= max(0, i-nested); j-- {
		if x.joined(j, i) && x.read[j].typ != "" {
			return x.read[j], x.heads[j]
		}
	}
	if r, ok := afterUnnumbered(x.folded.Text[max(start, stop, at-maxBefore):at]); ok {
		return r, i
	}
	if r, ok := afterPieces(x.folded.Text[max(stop, at-maxBefore, 0):at]); ok {
		return r, i
	}
	return reading{}, i
}

// actor is the mention that mention i is acted on by: one named before the verb.
func (x *finder) actor(i int, s model.Span) int {
	r := x.read[i]
	if r.apart {
		return model.Page
	}
	j := x.subject(x.heads[i], s)
	for j >= 0 && x.folded.At(x.mentions[j].End) > r.at {
		j = x.subject(j, s)
	}
	return j
}

// subject is the mention that the relation starts at: the last one before i in
// the sentence that names another document.
func (x *finder) subject(i int, s model.Span) int {
	for j := i - 1; j >= max(0, i-longestList) && x.mentions[j].Start >= s.Start; j-- {
		if key(x.mentions[j]) != key(x.mentions[i]) && x.mentions[j].End <= x.mentions[i].Start {
			return j
		}
	}
	return model.Page
}

// sentenceOf returns the sentence that holds a span, or the span itself.
func (x *finder) sentenceOf(span model.Span) model.Span {
	i, ok := slices.BinarySearchFunc(x.sentences, span.Start, func(s model.Span, at int) int {
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
	s := x.sentences[i]
	s.End = max(s.End, span.End)
	return s
}
