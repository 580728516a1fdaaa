package mention

import (
	"strings"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Source is a text with what was found in it already.
type Source struct {
	Text      string
	Folded    vietnamese.Folded // of Text
	BodyStart int               // where the title ends
	Matches   []docnum.Match
	Dates     []model.DateFact
	Place     agency.Context
	Publisher string // agency whose portal this is; "" when not known
	List      bool   // a list of links: it presents no document itself
	Head      Head   // zero when the text is no whole document
}

// Head is what an official document says of itself above its body. Issued and
// Issuer are empty where it does not say.
type Head struct {
	Number model.Span // of its number line
	Issued model.Date
	Issuer agency.Agency
}

// states tells whether a number stands in the number line.
func (h Head) states(m docnum.Match) bool { return h.Number.Start <= m.At && m.End <= h.Number.End }

// Build returns a mention for each number, in reading order.
func Build(s Source) []model.Mention {
	mentions := make([]model.Mention, len(s.Matches))
	sides := s.sides()
	for i, m := range s.Matches {
		mentions[i] = s.mention(m, sides[i])
		if s.List {
			mentions[i].Role = model.Cited
		}
	}
	return mentions
}

// side is what stands on both sides of a number.
type side struct{ before, after context }

// sides reads the context of every number; "Chỉ thị số 15, Chỉ thị số 48 của
// Ban Thường vụ Tỉnh ủy" gives the agency behind the last one to all.
func (s Source) sides() []side {
	all := make([]side, len(s.Matches))
	for i := len(all) - 1; i >= 0; i-- {
		m := s.Matches[i]
		all[i] = side{before: s.before(m), after: s.after(m)}
		if i+1 == len(all) || all[i].after.agency.Body != "" {
			continue
		}
		next := s.Matches[i+1]
		end := all[i].after.end
		if next.Start < end || !listed(s.Text[end:next.Start]) || next.Number.Type != m.Number.Type {
			continue
		}
		all[i].after.agency = all[i+1].after.agency
		if all[i].after.issued.IsZero() && next.Rule == docnum.RuleSymbol { // the type word was said once for both
			all[i].after.issued = all[i+1].after.issued
		}
	}
	s.readTitles(all)
	return all
}

// readTitles looks behind the title of the numbers that have no day of issue
// yet. A day belongs to the first number that it fits.
func (s Source) readTitles(all []side) {
	claimed, ends := map[int]bool{}, titleEnds(s.Text)
	for i, m := range s.Matches {
		if around := all[i]; !around.after.issued.IsZero() || around.after.agency.Body != "" || around.before.issues {
			continue
		}
		if c, day := s.behindTitle(m, ends, claimed); !c.issued.IsZero() {
			all[i].after, claimed[day] = c, true
		}
	}
}

// listed tells what stands between two items of one list.
func listed(between string) bool {
	const longest = len(", và ")
	if len(between) > longest {
		return false
	}
	switch strings.TrimSpace(between) {
	case ",", "và", ", và", ";":
		return true
	}
	return false
}

func (s Source) mention(m docnum.Match, around side) model.Mention {
	out := model.Mention{
		Evidence: model.Evidence{
			Quote: s.Text[m.Start:m.End], Span: model.Span{Start: m.Start, End: m.End},
			Rule: m.Rule, Confidence: m.Confidence,
		},
		Number: m.Number,
		Role:   model.Cited,
	}
	before, after := around.before, around.after
	out.Issued = firstDate(after.issued, before.issued)
	words := after.agency
	if words.Body == "" {
		words = before.agency
	}
	switch {
	case s.Head.states(m):
		out.Issued = firstDate(s.Head.Issued, out.Issued)
		out.Role = model.Announced
		if words.Body == "" {
			words = s.Head.Issuer
		}
	case m.Rule == docnum.RuleSymbol && out.Issued.IsZero() && s.isHeadLine(m):
		out.Issued = s.placeLineDate(m)
		out.Role = model.Announced
	}
	out.IssuerWords = words.Words
	out.Issuer = s.Place.On(out.Issued).Issuer(m.Number.Symbol, words)
	if s.announces(m, before, out.Issuer) {
		out.Role = model.Announced
		if out.Issuer == "" && words.Body == "" {
			out.Issuer = s.Publisher
		}
	}
	return out
}

// announces tells whether the page presents the document: its title begins with
// the number, or a body of the portal's own place (any agency, when the portal
// is not known) is said to issue it.
func (s Source) announces(m docnum.Match, before context, issuer string) bool {
	if m.Number.Canonical != "" && m.Start == 0 && m.End < s.BodyStart {
		return true
	}
	return before.issues && (s.Publisher == "" || issuer == "" || s.ownAgency(issuer))
}

// ownAgency tells the portal's own authority and the other bodies of its
// place: the HĐND, the party committee and the offices of the same district.
func (s Source) ownAgency(issuer string) bool {
	level, name := agency.SplitUnit(s.Place.Place)
	if level != "" && level != "tỉnh" && strings.HasSuffix(vietnamese.Fold(issuer), " "+vietnamese.Fold(name)) {
		return true
	}
	return sameAgency(issuer, s.Publisher)
}

// Place is the unit whose agency issues the announced document, "huyện Càng
// Long" of UBND huyện Càng Long: where a page of an unknown portal stands.
func Place(mentions []model.Mention) string {
	for _, m := range mentions {
		if m.Role != model.Announced {
			continue
		}
		for _, body := range []string{"UBND ", "HĐND "} {
			unit, ok := strings.CutPrefix(m.Issuer, body)
			if level, _ := agency.SplitUnit(unit); ok && level != "" {
				return unit
			}
		}
	}
	return ""
}

func sameAgency(a, b string) bool { return vietnamese.Fold(a) == vietnamese.Fold(b) }

func firstDate(dates ...model.Date) model.Date {
	for _, d := range dates {
		if !d.IsZero() {
			return d
		}
	}
	return model.Date{}
}

// isHeadLine tells the line "Số: 97/NQ-CP" at the head of a document.
func (s Source) isHeadLine(m docnum.Match) bool {
	const window = len("\nSố :   ")
	head := s.Text[max(0, m.At-window):m.At]
	line := strings.LastIndexByte(head, '\n')
	if line < 0 && m.At > window {
		return false
	}
	head = strings.TrimSpace(head[line+1:])
	return strings.HasPrefix(vietnamese.Fold(head), "so") && len(head) <= len("Số : ")
}

// placeLineDate reads the day of "Hà Nội, ngày 06 tháng 4 năm 2026", which
// stands near the number line of a document.
func (s Source) placeLineDate(m docnum.Match) model.Date {
	const reach = 200
	for _, d := range s.Dates[s.dateFrom(m.End):] {
		if d.Start-m.End >= reach {
			break
		}
		if d.From == d.To {
			return d.From
		}
	}
	return model.Date{}
}
