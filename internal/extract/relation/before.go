package relation

import (
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// maxBefore bounds the bytes before a number that are looked at.
const maxBefore = 480

// reading is what the words before a document say of it.
type reading struct {
	typ     model.RelationType
	passive bool // the document acts on the one named before it
	at      int  // where the verb begins: who acts is named before; folded
	apart   bool // a comma parts the verb from what stands before it
}

// before reads the words between the start of the sentence and a document:
// a verb right before it, a verb that governs it through a part or an annex, or
// a passive. stop is the end of the mention before, or 0; offsets are folded.
func before(f vietnamese.Folded, start, stop, at int, docType string) (reading, bool) {
	start = max(start, at-maxBefore)
	r, ok := inHead(f.Text[start:at], max(0, stop-start), docType)
	head := strings.TrimRight(f.Text[start:start+r.at], " ")
	r.apart = strings.HasSuffix(head, ",") && !change(r.typ)
	r.at += start
	return r, ok
}

// inHead reads the head of a sentence up to a document; the mention before it
// ends at stop.
func inHead(head string, stop int, docType string) (reading, bool) {
	g := rules()
	head = trimObject(head)
	if r, ok := passive(head); ok {
		return r, stop > 0
	}
	through, leads := cutAny(head, g.words["through"])
	if c, rest, ok := cutCue(head, g.verbs); ok && (c.only == "" || c.only == docType) && (!leads || len(rest) <= len(through)) {
		switch {
		case c.inside && headless(rest):
			return reading{}, false
		case c.typ == carried:
			return reading{typ: model.BasedOn, at: len(rest)}, carriedOut(rest)
		case c.typ == model.Implements && reviews(rest):
			return reading{}, false
		case c.typ != none:
			return reading{typ: c.typ, at: len(rest)}, true
		}
		return reading{}, false
	}
	if !leads {
		return reading{}, false
	}
	return governed(through, head[len(through):], stop)
}

// trimObject cuts what stands between a verb and the document's type word:
// adverbs, "các", a part ("khoản 3 Điều 5 của"), quotes and brackets.
func trimObject(head string) string {
	g := rules()
	for {
		was := head
		head = strings.TrimRight(head, " \n\"“‘'(")
		head, _ = cutAny(head, []string{"cac", "nhung", "cac van ban", "noi dung", "mot so noi dung", "mot so", "toan bo"})
		head, _ = cutAny(head, g.words["adverb"])
		head = cutPart(head)
		if head == was {
			return head
		}
	}
}

// cutPart cuts "Điều 5 của", "khoản 1, khoản 2 Điều 7", "Phụ lục II" from the
// end of head.
func cutPart(head string) string {
	rest := head
	if cut, ok := cutWord(rest, "cua"); ok {
		rest = cut
	}
	found := false
	for {
		cut := strings.LastIndexByte(rest, ' ')
		if cut < 0 || !label(rest[cut+1:]) {
			break
		}
		before, ok := cutAny(rest[:cut], rules().words["part"])
		if !ok {
			break
		}
		found = true
		rest = strings.TrimRight(before, ", ")
		if cut, ok := cutWord(rest, "va"); ok {
			rest = strings.TrimRight(cut, ", ")
		}
	}
	if !found {
		return head
	}
	return rest
}

// label tells the number or letter of a part: 5, 12a, b, ii.
func label(w string) bool {
	w = strings.TrimRight(w, ",.")
	if w == "" || len(w) > 5 {
		return false
	}
	digits := strings.TrimLeft(w, "0123456789")
	return len(digits) <= 1 || strings.Trim(w, "ivx") == "" || strings.Trim(digits, "0123456789.") == ""
}

// passive reads "được sửa đổi, bổ sung bởi", with or without the agent's word
// where the verb is change.
func passive(head string) (reading, bool) {
	g := rules()
	rest, agent := cutAny(head, g.words["agent"])
	if !agent {
		return reading{}, false
	}
	rest, _ = cutAny(rest, g.words["adverb"])
	c, rest, ok := cutCue(rest, g.passive)
	return reading{typ: c.typ, passive: true, at: len(rest)}, ok
}

// headless tells that nothing of the sentence stands before.
func headless(rest string) bool {
	return rest == "" || strings.ContainsRune(".;:\n|", rune(rest[len(rest)-1]))
}

// carriedOut tells whether something is to be done "theo" the document: a verb
// of doing stands before in the clause, and neither it nor what follows is told
// as done ("đã nghỉ việc theo", "được thành lập theo").
func carriedOut(rest string) bool {
	const reach, near = 200, 40
	if cut := strings.LastIndexAny(rest, ".;:\n|("); cut >= 0 {
		if strings.TrimSpace(rest[cut+1:]) == "" && rest[cut] == '(' {
			return true
		}
		rest = rest[cut+1:]
	}
	rest = rest[max(0, len(rest)-reach):]
	at := lastOf(rest, rules().words["execute"])
	if at < 0 {
		return false
	}
	around := " " + rest[min(max(0, at-8), max(0, len(rest)-near)):] + " "
	return !strings.Contains(around, " da ") && !strings.Contains(around, " duoc ") && !strings.Contains(around, " bi ")
}

// reviews tells "kết quả thực hiện": the sentence looks back on how a document
// was carried out, and is not itself a document about that.
func reviews(rest string) bool {
	for _, w := range []string{"trien khai", "viec", "to chuc", "ve"} {
		rest, _ = cutWord(rest, w)
	}
	before, ok := cutAny(rest, rules().words["review"])
	if !ok {
		return false
	}
	_, about := cutWord(before, "ve")
	return !about
}

// lastOf is the offset of the last word of a list in s, or -1.
func lastOf(s string, list []string) int {
	last := -1
	for _, w := range list {
		for end := len(s); end > 0; {
			i := strings.LastIndex(s[:end], w)
			if i < 0 || i <= last {
				break
			}
			if wordAt(s, i, len(w)) {
				last = i
				break
			}
			end = i
		}
	}
	return last
}

func wordAt(s string, i, n int) bool {
	return (i == 0 || !vietnamese.WordByte(s[i-1])) && (i+n == len(s) || !vietnamese.WordByte(s[i+n]))
}
