package mention

import (
	"slices"
	"strings"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// How many bytes and other days of a title may stand between a number and its
// day of issue.
const (
	maxTitle      = 2000
	maxTitleDates = 16
)

// behindTitle reads the day and issuer of a formal citation whose title stands
// between: "Thông tư số 36/2016/TT-BTTTT quy định … ngày 26/12/2016 của Bộ
// Thông tin và Truyền thông, có hiệu lực thi hành kể từ ngày …". It believes a
// day that "của" and an agency follow, when the words on effect close the
// citation or the symbol names that agency; never the day of effect, which no
// agency follows.
func (s Source) behindTitle(m docnum.Match, ends []int, claimed map[int]bool) (context, int) {
	if m.Number.Symbol == "" {
		return context{}, 0
	}
	first := s.dateFrom(m.End)
	limit := titleLimit(m.End, ends)
	for _, d := range s.Dates[first:min(len(s.Dates), first+maxTitleDates)] {
		if d.Start > limit {
			break
		}
		if d.From != d.To || claimed[d.Start] {
			continue
		}
		a, end, ok := s.agencyAt(d.End)
		if !ok || s.ofOther(m, d, a) {
			continue
		}
		a, end = s.jointly(m, a, end)
		fits := s.fits(m, a)
		if s.effectAt(end) {
			if fits || sameYear(m, d.From) || s.unnamed(m) {
				return context{issued: d.From, agency: a}, d.Start
			}
			break
		}
		if fits && sameYear(m, d.From) && s.closesTitle(m.End, d.Start) {
			return context{issued: d.From, agency: a}, d.Start
		}
	}
	return context{}, 0
}

// titleLimit is where a title ends at the latest: at the first of ends behind
// it, maxTitle on.
func titleLimit(from int, ends []int) int {
	limit := from + maxTitle
	if i, _ := slices.BinarySearch(ends, from); i < len(ends) {
		return min(limit, ends[i])
	}
	return limit
}

// titleEnds are the places of a text over which no title goes on, in order: the
// ends of paragraphs and the words on effect.
func titleEnds(text string) []int {
	var ends []int
	for _, end := range []string{"\n\n", "có hiệu lực thi hành", "có hiệu lực từ", "có hiệu lực kể từ"} {
		for at := 0; ; at += len(end) {
			cut := strings.Index(text[at:], end)
			if cut < 0 {
				break
			}
			at += cut
			ends = append(ends, at)
		}
	}
	slices.Sort(ends)
	return ends
}

// sameYear tells whether the number carries the year of a day; a number
// without a year tells nothing against it.
func sameYear(m docnum.Match, d model.Date) bool {
	return m.Number.Year == 0 || m.Number.Year == d.Year
}

// ofOther tells the day of another number right before it, which may be of
// that year and agency.
func (s Source) ofOther(m docnum.Match, d model.DateFact, a agency.Agency) bool {
	i := s.matchBefore(d.Start)
	if i < 0 || s.Matches[i].At <= m.At {
		return false
	}
	other := s.Matches[i]
	between := s.Text[other.End:max(other.End, d.Start)]
	return strings.Trim(between, " ,\n") == "" && sameYear(other, d.From) && s.fits(other, a)
}

// closesTitle tells a day at the end of a title in one sentence. A type word
// right before it claims it: "Tờ trình ngày 5/6" is the day of the Tờ trình.
func (s Source) closesTitle(from, day int) bool {
	title := s.Text[from:day]
	if strings.Contains(title, ". ") || strings.ContainsAny(title, ";\n") {
		return false
	}
	words := strings.Fields(title)
	for n := 1; n <= 2 && n < len(words); n++ {
		if _, isType := docnum.TypeCode(strings.Join(words[len(words)-n:], " ")); isType {
			return false
		}
	}
	return len(words) > 0
}

// unnamed tells the symbols from before 1996, which do not name the issuer: a
// law carried the number of the order that proclaimed it (23-L/CTN).
func (s Source) unnamed(m docnum.Match) bool {
	return docnum.IssuerOf(m.Number.Symbol) == "" || m.Number.Type == "L" || m.Number.Type == "PL" || m.Number.Type == "SL"
}

// fits tells whether an agency may have issued a document with this symbol.
func (s Source) fits(m docnum.Match, a agency.Agency) bool {
	told := docnum.IssuerOf(m.Number.Symbol)
	body, _ := strings.CutSuffix(told, " @")
	if told == "" || isJoint(m) {
		return told != "" || m.Number.Year != 0
	}
	says, want := vietnamese.Fold(a.Body), vietnamese.Fold(body)
	return says != "" && (strings.HasPrefix(says, want) || strings.HasSuffix(want, says)) // the council of a court for the court
}

// effectAt tells whether ", có hiệu lực" follows.
func (s Source) effectAt(end int) bool {
	rest := s.Text[end:min(len(s.Text), end+40)]
	return strings.HasPrefix(strings.TrimLeft(vietnamese.Fold(strings.ToValidUTF8(rest, "")), " .,\n"), "co hieu luc")
}

// isJoint tells a document of several agencies by its type.
func isJoint(m docnum.Match) bool { return strings.HasSuffix(m.Number.Type, "LT") }

// jointly reads on over "Bộ Tài chính, Bộ Công an và Bộ Quốc phòng" behind a
// joint document. The first agency leads; the words name all.
func (s Source) jointly(m docnum.Match, first agency.Agency, end int) (agency.Agency, int) {
	if !isJoint(m) {
		return first, end
	}
	f := s.Folded
	for range 20 {
		rest := f.Text[f.At(end):]
		next := strings.TrimLeft(rest, " ,\n")
		next = strings.TrimPrefix(next, "va ")
		if len(next) == len(rest) {
			break
		}
		_, stop, ok := agency.At(f, s.Text, len(f.Text)-len(next))
		if !ok {
			break
		}
		_, stop = f.Original(0, stop)
		first.Words, end = first.Words+s.Text[end:stop], stop
	}
	return first, end
}
