package target

import (
	"sort"
	"strings"

	"tracuu/internal/model"
)

// dueIn is the last date of a part of the text that a goal can be due at: a
// year, a month or a day in ISO form, "" without one.
func (s *scan) dueIn(from, to int) string {
	first := sort.Search(len(s.Dates), func(i int) bool { return s.Dates[i].Start >= from })
	last := ""
	for _, d := range s.Dates[first:] {
		if d.End > to {
			break
		}
		if !s.compared(from, d) {
			last = isoDue(d)
		}
	}
	return last
}

// compared tells a date that a value is compared with ("so với năm 2019"), or
// that belongs to a noun ("kế hoạch của năm 2026").
func (s *scan) compared(from int, d model.DateFact) bool {
	const reach = 90
	head := s.low[max(from, d.Start-reach):d.Start]
	head = printed(head[strings.LastIndexAny(head, ",;(:")+1:])
	return (phrases{"của"}).tail(head) || (phrases{"so với", "so cùng kỳ"}).in(head) || s.issueDay(d)
}

// issueDay tells the day on which a document was issued, which stands behind
// its number.
func (s *scan) issueDay(d model.DateFact) bool {
	const between = 4 // bytes: a blank, a comma
	i := firstEnding(s.Exclude, d.Start-between-1, func(x model.Span) int { return x.End })
	return d.From == d.To && i < len(s.Exclude) && s.Exclude[i].End <= d.Start
}

// yearOf is the year of a due date, 0 without one.
func yearOf(due string) int {
	if len(due) < 4 {
		return 0
	}
	y := 0
	for _, c := range due[:4] {
		y = y*10 + int(c-'0')
	}
	return y
}

func isoDue(d model.DateFact) string {
	iso := d.To.String()
	switch {
	case d.From == d.To:
		return iso
	case d.From.Year == d.To.Year && d.From.Month == d.To.Month:
		return iso[:len("2006-01")]
	case d.From.Month == 1 && d.From.Day == 1 && d.To.Month == 12:
		return iso[:len("2006")]
	default:
		return iso[:len("2006-01")]
	}
}

// textYear is the year in which a text was written: that of its posting when
// the text speaks of it, else the last year that it speaks of before; 0 when
// the day of posting is not known.
func (s *scan) textYear() int {
	latest := 0
	for _, d := range s.Dates {
		if y := d.To.Year; y <= s.Posted.Year && y > latest {
			latest = y
		}
	}
	if latest == 0 {
		return s.Posted.Year
	}
	return latest
}

// ownYear is the year that "năm nay" means: that of the text, or where no day
// of posting is known the last one that it tells of.
func (s *scan) ownYear() int {
	if s.year > 0 {
		return s.year
	}
	return s.told
}

// toldYear is the last year of the days and years that a text names without a
// word for what is to come.
func (s *scan) toldYear() int {
	latest := 0
	for _, d := range s.Dates {
		single := d.From.Year == d.To.Year
		if y := d.To.Year; single && y > latest && !untilYear.begins(s.low[d.Start:d.End]) && d.From.Month == d.To.Month {
			latest = y
		}
	}
	return latest
}

// titleYear is the year that the first line names, for goals without any date.
func (s *scan) titleYear() string {
	if len(s.Sentences) == 0 {
		return ""
	}
	title := s.Sentences[0]
	if due := s.dueIn(title.Start, title.End); len(due) >= 4 && yearOf(due) >= s.year {
		return due[:4]
	}
	return ""
}
