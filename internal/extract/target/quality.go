package target

import "strings"

// qualities are the goals without a number that a cue opens.
func (s *scan) qualities(g segment) []part {
	words := rules().words
	text := s.low[g.end:g.to]
	switch g.kind {
	case "strive":
		return s.striven(g)
	case "setaim":
		if pointsBack.begins(text) || strings.HasPrefix(text, ",") || len(strings.Fields(text)) < 4 {
			return nil
		}
		if meets.starts(s.low[g.start:g.end]) > 0 && (s.dueIn(g.from, g.to) == "" || len(strings.Fields(text)) < 5) {
			return nil
		}
	case "aim":
		if pointsBack.begins(text) || !words["outcome"].in(text) || s.dueIn(g.end, g.to) == "" {
			return nil
		}
	case "award":
		if g.article || !s.awaits(g) {
			return nil
		}
	case "fulfil":
		if g.article || !words["own"].in(text[:borderBefore(text, 60)]) || !s.begins(g) {
			return nil
		}
	default:
		return nil
	}
	return s.qualityParts(g)
}

func (s *scan) qualityParts(g segment) []part {
	name := g.from
	if g.kind != "fulfil" {
		name = s.behindCue(g.from, g.to)
	}
	return []part{{start: g.from, end: g.to, name: name, rule: RuleQuality, confidence: 0.6}}
}

// striven are the goals behind "phấn đấu": outcomes that are goals by
// themselves, others with a date to come.
func (s *scan) striven(g segment) []part {
	var parts []part
	for i, c := range s.datedClauses(g.from, g.to) {
		text := s.low[c[0]:c[1]]
		dated := s.dueIn(c[0], c[1]) != ""
		words := rules().words
		if words["firm"].in(text) || dated && words["outcome"].in(text) || i > 0 && dated && len(parts) > 0 {
			parts = append(parts, part{start: c[0], end: c[1], name: s.behindCue(c[0], c[1]), rule: RuleQuality, confidence: 0.7})
		}
	}
	return parts
}

// headQuality is the goal without a number that stands before the first value
// of a clause: "phấn đấu đạt họp không giấy tờ, sử dụng 100% văn bản điện tử".
func (s *scan) headQuality(g segment, first value) []part {
	cut := strings.LastIndexByte(s.low[g.end:first.opStart], ',')
	if g.kind != "strive" && g.kind != "setaim" || cut < 0 || s.onlyDate(g.from, g.end+cut) {
		return nil
	}
	to := g.end + cut
	if text := s.low[g.from:to]; !rules().words["firm"].in(text) && !rules().words["outcome"].in(s.low[g.end:to]) {
		return nil
	}
	return []part{{start: g.from, end: to, name: s.behindCue(g.from, to), rule: RuleQuality, confidence: 0.6}}
}

// pointsBack opens what refers to goals named elsewhere.
var pointsBack = phrases{
	"đề ra", "đã", "trên", "này", "đó", "nêu", "của nghị quyết", "của kế hoạch", "chung", "cụ thể", "quốc gia", ".", "đặt ra", "và", "nhiệm vụ", "cho",
}

// meets are the cues that meet a goal; without a date they point to one that
// was named before.
var meets = phrases{"đạt", "hoàn thành", "tới", "hướng tới"}

// awaits tells an award that is to come: nothing but a date stands before it
// in its clause, and that is not in the past.
func (s *scan) awaits(g segment) bool {
	head := strings.TrimSpace(s.low[g.from:g.start])
	year := yearOf(s.dueIn(g.from, g.to))
	if year != 0 && (s.year == 0 || year < s.year) {
		return false
	}
	if (phrases{"cuối năm", "đến cuối năm", "trong năm", "đến hết năm"}).starts(head) == len(head) && head != "" {
		return true
	}
	return year > s.year && (untilYear.begins(head) || s.dueIn(g.end, g.to) != "" && (phrases{"đến năm", "vào năm", "vào cuối năm"}).in(s.low[g.end:g.to]) && head == "")
}

// begins tells whether a cue opens its sentence or item, as tasks do.
func (s *scan) begins(g segment) bool {
	head := strings.Trim(s.low[g.from:g.start], " \n*-+")
	return head == "" || (phrases{"quyết tâm", "nỗ lực", "tập trung", "phải"}).tail(head)
}
