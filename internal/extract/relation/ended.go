package relation

import (
	"strings"

	"tracuu/internal/model"
)

// ended reads the end of a document told behind it, "Nghị định số 99/2018/NĐ-CP
// … hết hiệu lực kể từ ngày Nghị định này có hiệu lực": what the page presents
// ends it, and the others of its list.
func (x *finder) ended(i int, s model.Span) {
	if !x.opensSentence(x.heads[i], s) || x.read[i].typ != "" {
		return
	}
	f := x.folded.Text
	end := s.End
	if i+1 < len(x.mentions) && x.mentions[i+1].Start < end {
		if x.heads[i+1] != i+1 || x.joined(i, i+1) {
			return // the last of the list has the verb behind it
		}
		end = x.mentions[i+1].Start
	}
	const reach = 400
	from := x.folded.At(min(x.mentions[i].End, end))
	after := f[from:min(x.folded.At(end), from+reach)]
	c, ok := endedIn(after)
	if !ok {
		return
	}
	for j := x.listStart(i, s); j <= i; j++ {
		x.add(model.Relation{Type: c.typ, From: model.Page, To: j}, s, RuleEnded)
	}
}

// endsItself tells a document that a list before the semicolon would give its
// verb to, but that has its own: "thay thế Quyết định số 31; Quyết định số 14
// hết hiệu lực".
func (x *finder) endsItself(i int, s model.Span) bool {
	if x.heads[i] == i || x.mentions[x.heads[i]].Start >= s.Start {
		return false
	}
	const reach = 120
	from := x.folded.At(min(x.mentions[i].End, s.End))
	_, ok := endedIn(x.folded.Text[from:min(x.folded.At(s.End), from+reach)])
	return ok
}

// listStart is the first of the mentions that stand in one list with i.
func (x *finder) listStart(i int, s model.Span) int {
	for last := i; i > max(0, last-longestList) && x.mentions[i-1].Start >= s.Start && x.joined(i-1, i); {
		i--
	}
	return i
}

// opensSentence tells that only a mark, "Các" or "Kể từ ngày …," stands before
// the list of a mention.
func (x *finder) opensSentence(i int, s model.Span) bool {
	i = x.listStart(i, s)
	head := x.folded.Text[x.folded.At(min(s.Start, x.mentions[i].Start)):x.folded.At(x.mentions[i].Start)]
	head = strings.Trim(head, " -+*•0123456789.abcdefgh),")
	return head == "" || head == "cac" || head == "bai bo" || strings.HasPrefix(head, "ke tu ngay")
}

// endedIn finds the words of an end that are the sentence's verb, and no agent
// behind them.
func endedIn(after string) (cue, bool) {
	for _, c := range rules().ended {
		at := strings.Index(after, c.folded)
		if at < 0 || !wordAt(after, at, len(c.folded)) {
			continue
		}
		rest := strings.TrimLeft(after[at+len(c.folded):], " ")
		if opens(rest, rules().words["agent"]) || endsWith(after[:at], "khi", "neu", "chua", "khong", "da", "truoc khi", "den khi") {
			continue
		}
		return c, true
	}
	return cue{}, false
}
