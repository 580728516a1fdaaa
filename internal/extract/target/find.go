package target

import (
	"strings"

	"tracuu/internal/model"
)

// The rules that a target may come from.
const (
	RuleZone    = "target.zone"    // stands under a heading of goals
	RuleCue     = "target.cue"     // a cue in its sentence opens it
	RuleTable   = "target.table"   // a cell under a heading of goals
	RuleQuality = "target.quality" // has no number
)

// Source is a text with what was found in it already.
type Source struct {
	Text      string
	Sentences []model.Span
	Dates     []model.DateFact
	Exclude   []model.Span // document numbers, in order
	Posted    model.Date   // day of posting, zero when not known
}

// scan is a source being read.
type scan struct {
	Source
	low  string // Text in lower case, equal offsets
	cues []cue
	from int // where the clause at hand begins
	used int // end of the last value that is a goal already
	year int // in which the text was written, 0 when not known
	told int // the last year that the text tells of, of the past by its words
}

// Find lists the targets of a text in reading order.
func Find(source Source) []model.Target {
	s := &scan{Source: source, low: lower(source.Text)}
	s.cues = findCues(s.low)
	s.year, s.told = s.textYear(), s.toldYear()
	title := s.titleYear()
	tables := s.tables()
	var found []model.Target
	var o outline
	var run running
	for _, l := range s.lines() {
		for len(tables) > 0 && tables[0].End <= l.Start {
			found = append(found, tables[0].targets...)
			tables = tables[1:]
		}
		if len(tables) > 0 && l.Start >= tables[0].Start {
			continue
		}
		if o.enter(s, l) && !s.titleGoal(l) {
			run = running{}
			continue
		}
		found = append(found, s.goals(l, &o, &run, title)...)
	}
	for _, t := range tables {
		found = append(found, t.targets...)
	}
	return found
}

// titleGoal tells a heading that is itself a goal, as headlines are.
func (s *scan) titleGoal(l line) bool {
	if strings.HasSuffix(s.low[l.Start:l.End], ":") {
		return false
	}
	for _, c := range s.cuesIn(l.Start, l.End) {
		if c.kind == "strive" || c.kind == "setaim" {
			return s.dueIn(l.Start, l.End) != ""
		}
	}
	return false
}

// running is a goal that a semicolon or "trong đó" carries into the next
// sentence of its paragraph.
type running struct {
	open              bool
	list              bool // a colon opened a list of figures
	due               string
	indicator, family string // of the last goal of the paragraph
}

// goals lists the targets of a line.
func (s *scan) goals(l line, o *outline, run *running, title string) []model.Target {
	if l.first {
		*run = running{}
	}
	inherited := []string{run.due, o.due(), title}
	var parts []part
	if o.goals() {
		parts = s.zoneParts(l, o)
	} else {
		parts = s.cueParts(l, *run, o.article)
	}
	targets := s.targets(parts, inherited, run)
	run.due = ""
	if strings.HasSuffix(s.low[l.Start:l.End], ";") {
		run.due = s.lastDue(l, inherited[0])
	}
	run.list = run.list && run.open || s.lists(l)
	run.open = len(targets) > 0 && carries(parts)
	return targets
}

func (s *scan) lastDue(l line, before string) string {
	if due := s.dueIn(l.body, l.End); due != "" {
		return due
	}
	return before
}

// taken tells a number that is part of a date or a document number.
func (s *scan) taken(start, end int) bool {
	if i := firstEnding(s.Dates, start, func(d model.DateFact) int { return d.End }); i < len(s.Dates) && s.Dates[i].Start < end {
		return true
	}
	i := firstEnding(s.Exclude, start, func(x model.Span) int { return x.End })
	return i < len(s.Exclude) && s.Exclude[i].Start < end
}

// firstEnding is the index of the first of a list in order that ends behind i.
func firstEnding[T any](list []T, i int, end func(T) int) int {
	low, high := 0, len(list)
	for low < high {
		mid := (low + high) / 2
		if end(list[mid]) > i {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}
