package target

import "strings"

// segment is the part of a sentence that a cue opens.
type segment struct {
	cue
	from, to int
	article  bool // inside the articles of a law
}

// cueParts are the goals that cues open in a line outside the parts of goals,
// or that a goal of the sentence before carries on.
func (s *scan) cueParts(l line, run running, article bool) []part {
	var parts []part
	end := l.body
	for _, g := range s.segments(l) {
		g.article = article
		if g.from < end {
			g.from = min(end, g.start)
		}
		found := s.segmentParts(g)
		for i := range found {
			found[i].carries = g.kind == "strive" || g.kind == "setaim" || g.kind == "aim" || g.kind == "until" ||
				g.kind == "quota" && strings.Contains(s.low[g.end:g.to], ":") && !(phrases{"là:"}).in(s.low[g.end:g.to])
		}
		if len(found) > 0 {
			end = g.to
		}
		parts = append(parts, found...)
	}
	if len(parts) == 0 && run.open {
		return s.carriedParts(l, run.list)
	}
	return parts
}

// segments cuts a sentence at its cues; a result behind a cue ends what the cue
// opens.
func (s *scan) segments(l line) []segment {
	const most, longest = 64, 4000 // goals and bytes that one sentence really has
	var out []segment
	cues := s.cuesIn(l.body, l.End)
	cues = cues[:min(len(cues), most)]
	for i, c := range cues {
		if c.kind == "result" || c.kind == "quota" && s.counted(c) {
			continue
		}
		g := segment{cue: c, from: s.clauseStart(l.body, c.start), to: borderBefore(s.low, min(l.End, c.end+longest))}
		for _, next := range cues[i+1:] {
			if next.kind == "setaim" && c.kind == "strive" && meets.starts(s.low[next.start:next.end]) > 0 {
				continue // phấn đấu đạt mục tiêu …
			}
			if next.kind == "strive" || next.kind == "setaim" {
				g.to = min(g.to, max(s.clauseStart(l.body, next.start), c.end))
				break
			}
			if next.kind == "result" {
				if cut := s.clauseStart(c.end, next.start); cut > c.end {
					g.to = cut
					break
				}
				if c.kind == "quota" || c.kind == "budget" || c.kind == "plan" {
					g.to = next.start
					break
				}
			}
		}
		if s.resultIn(g.from, c.start) >= 0 && !namesGoal(c.kind) || strings.Contains(s.low[g.from:min(l.End, g.to+40)], "nhưng kết quả") {
			continue
		}
		out = append(out, g)
	}
	return out
}

// namesGoal tells a cue that may follow "đã": "tỉnh đã đặt mục tiêu".
func namesGoal(kind string) bool { return kind == "setaim" || kind == "aim" || kind == "plan" }

// counted tells "20 chỉ tiêu", which counts them; "đề ra 20 chỉ tiêu" sets them.
func (s *scan) counted(c cue) bool {
	i := len(strings.TrimRight(s.low[:c.start], " "))
	if i == 0 || !digit(s.low[i-1]) {
		return false
	}
	for i > 0 && digit(s.low[i-1]) {
		i--
	}
	return !sets.tail(s.low[:i])
}

// sets are the verbs by which an authority sets a number of goals.
var sets = phrases{"đề ra", "đặt ra", "thông qua", "xác định", "giao", "thống nhất", "gồm", "với"}

func (s *scan) segmentParts(g segment) []part {
	var values []value
	for _, v := range s.values(g.end, g.to) {
		if v.start >= s.used && s.opens(g, v, len(values) > 0) {
			values = append(values, v)
		}
	}
	values = dropStarts(s.low, values)
	if len(values) == 0 {
		if g.start < s.used {
			return nil
		}
		found := s.qualities(g)
		if len(found) > 0 {
			s.used = found[len(found)-1].end
		}
		return found
	}
	s.used = g.to
	head := s.headQuality(g, values[0])
	from := g.from
	if len(head) > 0 {
		from = head[0].end
	}
	return append(head, s.split(from, s.behindCue(from, values[0].opStart), g.to, values, RuleCue, 0.8)...)
}

// opens tells whether a cue makes a goal of a value behind it. more says that
// it did so for a value before.
func (s *scan) opens(g segment, v value, more bool) bool {
	near := v.start - g.end
	share := v.unit.kind() == "share"
	floor := v.op == ">=" || v.op == ">"
	forWhom := (phrases{"cho"}).tail(s.low[g.end:v.opStart])
	switch g.kind {
	case "strive", "setaim":
		return true
	case "aim":
		return (v.linked && !g.article || share) && !forWhom && (more || !s.opened(g.end, v.start))
	case "quota":
		if g.article {
			return false
		}
		between := s.low[g.end:v.opStart]
		if cut := strings.LastIndexByte(between, ':'); cut >= 0 {
			between = between[cut+1:] // a list of figures
			near = min(near, len(between))
			more = more || v.linked && near < 120 && !strings.Contains(between, ";")
		}
		return more || near < 400 && !strings.ContainsAny(between, ",;") && (v.linked || near < 60) || near < 400 && (phrases{"là", ":", "là:"}).tail(between)
	case "assigned", "control":
		listed := more && strings.Contains(s.low[g.end:v.start], "trong đó")
		return (near < 60 || listed) && (!g.article || g.kind == "control")
	case "plan":
		return near < 80 && (phrases{"là", ":"}).tail(s.low[g.end:v.opStart])
	case "budget":
		return floor && (more || strings.Contains(s.low[g.end:v.start], "tăng"))
	case "secure":
		return !g.article && (v.op == ">=" || more && v.low == 1 || share && v.low == 100 && near < 40)
	case "cut":
		return share && (more || near < 60)
	case "until":
		return !g.article && s.ahead(g) && (v.linked || share || floor)
	}
	return false
}

// opened tells whether a nearer cue stands between two offsets.
func (s *scan) opened(from, to int) bool {
	for _, c := range s.cuesIn(from, to) {
		if c.kind == "control" || c.kind == "cut" || c.kind == "secure" || c.kind == "until" && !s.ahead(segment{cue: c, from: c.start, to: to}) {
			return true
		}
	}
	return false
}

// ahead tells whether the date of a cue lies after the text's own year.
func (s *scan) ahead(g segment) bool {
	const reach = 24 // bytes from the cue to the end of its year
	year := yearOf(s.dueIn(max(g.start-reach, 0), min(g.end+reach, len(s.low))))
	return year > max(s.year, s.told) && s.resultIn(g.from, g.to) < 0
}

// carriedParts are the goals of a sentence that goes on with those before it:
// "; đến năm 2025 đạt khoảng 2,5%", "Trong đó có 5 xã nâng cao".
func (s *scan) carriedParts(l line, list bool) []part {
	dated := untilYear.begins(s.low[l.body:l.End])
	if s.resultIn(l.body, l.End) >= 0 || !l.follows(s) && (!dated || yearOf(s.dueIn(l.body, l.End)) <= max(s.year, s.told)) {
		return nil
	}
	var values []value
	for _, v := range s.values(l.body, l.End) {
		if list || v.linked || v.unit.kind() == "share" || v.opStart == l.body {
			values = append(values, v)
		}
	}
	values = dropStarts(s.low, values)
	switch {
	case len(values) > 0:
		found := s.split(l.body, l.body, l.End, values, RuleCue, 0.75)
		for i := range found {
			found[i].carries = true
		}
		return found
	case dated:
		return []part{{start: l.body, end: l.End, name: l.body, rule: RuleQuality, confidence: 0.7}}
	}
	return nil
}

// lists tells a sentence in which a colon opens a list of figures behind a cue.
func (s *scan) lists(l line) bool {
	for _, c := range s.cuesIn(l.body, l.End) {
		if c.kind != "result" {
			return strings.Contains(s.low[c.end:l.End], ":")
		}
	}
	return false
}

// carries tells whether a goal of these parts may go on in the next sentence;
// a plan's figure and a quota stand alone.
func carries(parts []part) bool {
	return len(parts) > 0 && parts[len(parts)-1].carries
}

// follows tells a sentence that goes on with the one before it: a semicolon
// parts them, or it opens with "trong đó".
func (l line) follows(s *scan) bool {
	i := beforeBlanks(s.low, l.Start)
	return !l.first && i > 0 && s.low[i-1] == ';' || (phrases{"trong đó", "cụ thể", "riêng"}).begins(s.low[l.body:l.End])
}
