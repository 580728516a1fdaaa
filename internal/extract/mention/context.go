package mention

import (
	"sort"
	"strings"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// context is what stands on one side of a number.
type context struct {
	issued model.Date
	agency agency.Agency
	issues bool // the agency is said to issue the document
	end    int  // where what was read behind the number ends
}

// after reads "ngày 25/01/2022 của Ban Thường vụ Huyện ủy" behind a number, in
// either order.
func (s Source) after(m docnum.Match) context {
	var c context
	end := m.End
	for range 2 {
		if d, stop, ok := s.dateAt(end); ok && c.issued.IsZero() {
			c.issued, end = d, stop
			continue
		}
		if a, stop, ok := s.agencyAt(end); ok && c.agency.Body == "" {
			c.agency, end = s.jointly(m, a, stop)
		}
	}
	c.end = end
	return c
}

// dateAt reads a day that follows end, with nothing but a comma, a bracket or
// "ký" between.
func (s Source) dateAt(end int) (model.Date, int, bool) {
	const reach = 24
	i := s.dateFrom(end)
	if i == len(s.Dates) || s.Dates[i].Start-end > reach {
		return model.Date{}, 0, false
	}
	d := s.Dates[i]
	switch strings.Trim(s.Text[end:d.Start], " ,(\n") {
	case "", "ký", "ban hành", "được ban hành", "cùng":
		return d.From, d.End, d.From == d.To
	}
	return model.Date{}, 0, false
}

// dateFrom is the index of the first date that begins at or after an offset.
func (s Source) dateFrom(offset int) int {
	return sort.Search(len(s.Dates), func(i int) bool { return s.Dates[i].Start >= offset })
}

// matchBefore is the index of the last number that begins before an offset.
func (s Source) matchBefore(offset int) int {
	return sort.Search(len(s.Matches), func(i int) bool { return s.Matches[i].Start >= offset }) - 1
}

// agencyAt reads "của AGENCY" behind end.
func (s Source) agencyAt(end int) (agency.Agency, int, bool) {
	f := s.Folded
	at := f.At(end)
	rest := strings.TrimLeft(f.Text[at:], " ,)\n")
	rest, ok := strings.CutPrefix(rest, "cua ")
	if !ok {
		return agency.Agency{}, end, false
	}
	a, stop, ok := agency.At(f, s.Text, len(f.Text)-len(rest))
	if !ok {
		return agency.Agency{}, end, false
	}
	_, stop = f.Original(0, stop)
	return a, stop, true
}

// maxBetween is how many words of an apposition, "khóa XII" or a person's
// name, may stand between the agency and the verb.
const maxBetween = 5

// before reads "Ngày 18/3/2022, UBND huyện Càng Long ban hành" before a number.
func (s Source) before(m docnum.Match) context {
	f := s.Folded
	head, ok := cutVerb(f.Text[:f.At(m.Start)])
	if !ok {
		return context{}
	}
	for range maxBetween + 1 {
		if a, begin, ok := agency.EndingAt(f, s.Text, len(head)); ok {
			from, _ := f.Original(begin, begin+1)
			return context{agency: a, issues: true, issued: s.dateBefore(from)}
		}
		cut := strings.LastIndexByte(head, ' ')
		if cut < 0 || strings.ContainsAny(head[cut:], ",.;:\n") {
			break
		}
		head = head[:cut]
	}
	return context{}
}

// cutVerb cuts a verb of issuing and its helpers from the end of a folded
// head.
func cutVerb(head string) (string, bool) {
	head = strings.TrimRight(head, " ")
	rest, found := head, false
	verbs := verbs()
	for _, v := range verbs.issue {
		if cut, ok := strings.CutSuffix(head, " "+v); ok {
			rest, found = strings.TrimRight(cut, " "), true
			break
		}
	}
	for range verbs.helpers {
		before := rest
		for _, h := range verbs.helpers {
			rest = strings.TrimRight(strings.TrimSuffix(rest, " "+h), " ")
		}
		if rest == before {
			break
		}
	}
	return rest, found
}

// maxApposition is how many bytes may stand between a day and the agency.
const maxApposition = 160

// dateBefore reads the day that stands right before an agency, "Ngày
// 18/3/2022, UBND huyện" or "ngày 17/12/2021, tại kỳ họp thứ năm, HĐND huyện".
func (s Source) dateBefore(start int) model.Date {
	i := s.dateFrom(start) - 1
	if i < 0 || s.Dates[i].End > start {
		return model.Date{}
	}
	d := s.Dates[i]
	if start-d.End > maxApposition {
		return model.Date{}
	}
	between := strings.Trim(s.Text[d.End:start], " ,")
	if d.From == d.To && (between == "" || strings.HasPrefix(vietnamese.Fold(between), "tai ") && !strings.ContainsAny(between, ".;\n")) {
		return d.From
	}
	return model.Date{}
}
