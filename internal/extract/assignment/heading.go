package assignment

import (
	"strings"

	"tracuu/internal/model"
)

// heading is a line that names who is to do what the items below it say.
type heading struct{ agency string }

const maxHeading = 200 // bytes of a line that names actors only

// underHeading follows headings: a line of actors alone opens one; an item
// below it is an assignment to them; any other line closes it. It tells whether
// the span was either.
func (s source) underHeading(h *heading, span model.Span) ([]model.Assignment, bool) {
	f := s.folded
	begin, end := f.At(span.Start), f.At(span.End)
	mark := skipMark(f.Text, begin, end)
	if who, ok := s.headline(begin, mark, end); ok {
		*h = heading{agency: who}
		return nil, true
	}
	if h.agency == "" {
		return nil, false
	}
	_, task := s.begins(mark, end, rules().tasks)
	_, modal := s.begins(mark, end, rules().modals)
	if !task && !modal {
		*h = heading{}
		return nil, false
	}
	start, _ := f.Original(mark, mark+1)
	stop := clauseEnd(s.text, span, start)
	words := strings.TrimSpace(s.text[start:stop])
	if words == "" {
		return nil, false
	}
	return []model.Assignment{{
		Evidence: model.Evidence{Quote: s.text[start:stop], Span: model.Span{Start: start, End: stop}, Rule: RuleHeading, Confidence: 0.6},
		Agency:   h.agency, Task: words, Due: dueIn(s.dates, start, stop),
	}}, true
}

// headline reads a line that is a list of actors and nothing more, "4. Bộ Y
// tế" or "Các bộ, cơ quan ngang bộ có trách nhiệm:". A line without mark and
// colon is too often a title.
func (s source) headline(begin, mark, end int) (string, bool) {
	f := s.folded
	whole := strings.TrimRight(f.Text[mark:end], " \n")
	line := strings.TrimRight(whole, " :.")
	if line == "" || len(line) > maxHeading || !s.opensActor(mark, end) || mark == begin && !strings.HasSuffix(whole, ":") {
		return "", false
	}
	line = strings.TrimRight(strings.TrimSuffix(line, "co trach nhiem"), " ,")
	for i := mark + 1; i < mark+len(line); i++ {
		if startsWord(f.Text, i) && s.acts(i, end) {
			return "", false
		}
	}
	from, to := f.Original(mark, mark+len(line))
	return s.text[from:to], true
}

// acts tells whether a verb or a word of the past begins at offset i, so that
// the line says more than who.
func (s source) acts(i, end int) bool {
	if s.opensActor(i, end) {
		return false
	}
	for _, list := range [][]word{rules().tasks, rules().modals, rules().past} {
		if _, ok := s.begins(i, end, list); ok {
			return true
		}
	}
	return false
}

// skipMark steps over the mark of an item: "4. ", "a) ", "- ", "IV. ".
func skipMark(s string, i, end int) int {
	at := i
	for at < end && strings.ContainsRune("-+*•– ", rune(s[at])) {
		at++
	}
	stop := at
	for stop < end && stop-at < 4 && (s[stop] >= 'a' && s[stop] <= 'z' || s[stop] >= '0' && s[stop] <= '9') {
		stop++
	}
	if stop > at && stop+1 < end && (s[stop] == '.' || s[stop] == ')') && s[stop+1] == ' ' {
		return stop + 2
	}
	return at
}
