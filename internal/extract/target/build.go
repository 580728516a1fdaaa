package target

import "tracuu/internal/model"

type dateFact = model.DateFact

// targets builds the targets of the parts of one line. A part without words
// for what it measures takes them from the goal before it; one without a date
// takes it from the part before it, from the end of the line, or from the first
// of inherited that is known.
func (s *scan) targets(parts []part, inherited []string, run *running) []model.Target {
	var out []model.Target
	carried := ""
	own, behind := s.dues(parts)
	for i, p := range parts {
		due := own[i]
		if due != "" {
			carried = due
		}
		p = s.trimmed(p)
		if p.start >= p.end {
			continue
		}
		if due = firstOf(due, carried, behind[i], firstOf(inherited...)); due == "" && s.ownYear() > 0 && thisYear.in(s.low[p.start:p.end]) {
			due = isoYear(s.ownYear())
		}
		if y := yearOf(due); y != 0 && y < s.year {
			continue
		}
		t := s.target(p, due)
		if t.Indicator == "" && p.value != nil {
			t.Indicator, t.Family = run.indicator, run.family
		}
		if t.Indicator == "" {
			t.Indicator = printed(clip(t.Quote))
		}
		run.indicator, run.family = t.Indicator, t.Family
		out = append(out, t)
	}
	return out
}

// thisYear are words for the year in which a text was written.
var thisYear = phrases{"năm nay", "cuối năm", "trong năm", "năm học này"}

// dues are the dates of the parts themselves, and for each the one that stands
// at the end of the list of values behind it: "5 xã …, 2 xã … vào năm 2025".
func (s *scan) dues(parts []part) (own, behind []string) {
	own, behind = make([]string, len(parts)), make([]string, len(parts))
	next := ""
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		own[i], behind[i] = s.dueIn(p.start, p.end), next
		switch {
		case own[i] != "" && opensDate(s.low[p.start:p.end]):
			next = ""
		case own[i] != "":
			next = own[i]
		}
	}
	return own, behind
}

func firstOf(all ...string) string {
	for _, x := range all {
		if x != "" {
			return x
		}
	}
	return ""
}

func isoYear(y int) string {
	d, ok := model.NewDate(y, 1, 1)
	if !ok {
		return ""
	}
	return d.String()[:len("2006")]
}

func (s *scan) target(p part, due string) model.Target {
	t := model.Target{Op: model.Qualitative, Due: due}
	t.Evidence = model.Evidence{
		Quote: s.Text[p.start:p.end], Span: model.Span{Start: p.start, End: p.end}, Rule: p.rule, Confidence: p.confidence,
	}
	t.Indicator = s.indicator(p)
	measure := "qual"
	if v := p.value; v != nil {
		low := v.low
		t.Op, t.Value, t.ValueTo, t.Unit = v.op, &low, v.high, v.unitText(s.Text)
		t.Quantity, t.Factor = v.unit.quantity, v.unit.factor
		measure = v.unit.kind()
	}
	if t.Family = familyOf(t.Indicator, measure); t.Family == "" && t.Indicator != "" && measure != "qual" {
		t.Family = familyOf(clip(t.Quote), measure)
	}
	t.Place, t.Group = s.scope(p)
	return t
}

// clip bounds a text that is searched for names of indicators.
func clip(s string) string {
	const reach = 300
	return s[:borderBefore(s, reach)]
}
