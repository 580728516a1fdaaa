package target

import "strings"

// zoneParts are the goals of a line that stands under a heading of goals: its
// values, or the whole line when it has none.
func (s *scan) zoneParts(l line, o *outline) []part {
	from := max(l.lead, l.body)
	var values []value
	for _, v := range s.values(from, l.End) {
		if s.resultIn(s.clauseStart(from, v.start), v.start) < 0 {
			values = append(values, v)
		}
	}
	values = dropStarts(s.low, values)
	if len(values) > 0 {
		return s.split(from, s.behindCue(from, values[0].opStart), l.End, values, RuleZone, 0.85)
	}
	if rules().words["learn"].begins(s.low[from:l.End]) {
		o.open = false // what a course teaches
		return nil
	}
	if o.figures && !o.paragraph || !s.statesGoal(from, l.End) {
		return nil
	}
	var parts []part
	for _, c := range s.datedClauses(from, l.End) {
		parts = append(parts, part{start: c[0], end: c[1], name: s.behindCue(c[0], c[1]), rule: RuleQuality, confidence: 0.7})
	}
	return parts
}

// behindCue is the end of the last cue between two offsets, the first offset
// without one.
func (s *scan) behindCue(from, to int) int {
	name := from
	for _, c := range s.cuesIn(from, to) {
		switch c.kind {
		case "strive", "setaim", "aim", "quota":
			name = c.end
		}
	}
	return name
}

// statesGoal tells a line without numbers that can be a goal: not a purpose, a
// basis or a few words.
func (s *scan) statesGoal(from, to int) bool {
	const fewest = 4 // words
	text := strings.TrimSpace(s.low[from:to])
	if len(strings.Fields(text[:min(len(text), 200)])) < fewest {
		return false
	}
	return !noGoal.begins(text) && s.resultIn(from, min(to, from+80)) < 0 && !strings.HasSuffix(text, ":") && !strings.Contains(text, " | ")
}

// noGoal opens a sentence that explains or grounds goals.
var noGoal = phrases{"để", "căn cứ", "theo đó", "trên cơ sở", "ghi chú", "nguồn", "ảnh", "xem", "chi tiết", "(", "[", "nhằm", "thực hiện theo", "việc"}

// dropStarts drops the value that a change starts from: "từ 50% lên 70%".
func dropStarts(s string, values []value) []value {
	var kept []value
	for i, v := range values {
		if i+1 < len(values) && v.op == "=" && (phrases{"từ"}).tail(s[max(0, v.start-12):v.start]) &&
			values[i+1].start-v.end < 40 && (phrases{"lên", "xuống", "còn", "lên trên", "xuống còn", "lên đến", "xuống dưới"}).tail(s[v.end:values[i+1].opStart]) {
			continue
		}
		kept = append(kept, v)
	}
	return kept
}
