package index

import (
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/extract/agency"
	"tracuu/internal/model"
	"tracuu/internal/topic"
)

// Bounds of a record: what is beyond them cannot be found by words, and is
// still in the store.
const (
	maxText     = 8 << 20 // bytes
	maxNumbers  = 500
	maxAgencies = 100
)

// Bounds of what a record is filtered by.
const (
	maxNamed  = 5 // documents that an article names, when it announces none
	maxValues = 50
)

// ArticleRecord is what is indexed of an article: its body, then the texts of
// its attachments. It is filtered by the documents that it announces, or, when it
// announces none, by the first few that it names, those of the title first.
func ArticleRecord(a *model.Article) Record {
	r := Record{
		ID: a.ID, Kind: model.ArticleChanged, PageKind: a.Kind,
		Title: a.Title, Text: ArticleText(a),
		Place: a.Place, Portal: a.Portal, Published: a.Published, Day: a.Published,
		HasFile: len(a.Attachments) > 0, Topics: topic.Of(a.Title, a.Body()),
	}
	numbers, agencies := newSet(maxNumbers), newSet(maxAgencies)
	agencies.add(a.Issuer)
	for _, role := range []model.Role{model.Announced, model.Cited} {
		for _, m := range a.Mentions {
			if m.Role == role {
				numbers.add(m.Number.Canonical)
				agencies.add(m.Issuer)
			}
		}
	}
	r.Numbers, r.Agencies = numbers.list, agencies.list
	f := newFiltered()
	addPlaces(f.places, a.Place, a.Published)
	about, announced := subjects(a)
	for _, m := range about {
		f.add(m.Number, m.Issuer, m.Issued)
		if !announced {
			continue
		}
		f.addYear(m.Issued.Year)
		f.addYear(m.Number.Year)
		if r.Number == 0 {
			r.Number = number(m.Number)
		}
		if r.Day.IsZero() {
			r.Day = m.Issued
		}
	}
	f.addYear(a.Published.Year)
	switch {
	case a.Kind == model.KindRegister:
		r.States = []string{string(model.Listed)}
	case announced:
		r.States = []string{string(model.Held)}
	case len(about) > 0:
		r.States = []string{string(model.CitedOnly)}
	}
	f.fill(&r)
	return r
}

// subjects are the mentions of the documents that an article announces, else of
// the first that it names.
func subjects(a *model.Article) (about []model.Mention, announced bool) {
	for _, m := range a.Mentions {
		if m.Role == model.Announced {
			about = append(about, m)
		}
	}
	if len(about) > 0 {
		return about, true
	}
	for _, inTitle := range []bool{true, false} {
		for _, m := range a.Mentions {
			if (m.Start < a.BodyStart) == inTitle && len(about) < maxNamed {
				about = append(about, m)
			}
		}
	}
	return about, false
}

// DocumentRecord is what is indexed of a document.
func DocumentRecord(d model.Document) Record {
	numbers, agencies := newSet(1), newSet(1)
	numbers.add(d.Number.Canonical)
	agencies.add(d.Issuer)
	r := Record{
		ID: d.ID, Kind: model.DocumentChanged, Title: d.Title,
		Numbers: numbers.list, Agencies: agencies.list, Published: d.Issued, Day: d.Issued,
		Number: number(d.Number), Topics: topic.Of(d.Title, ""),
	}
	if d.Status != "" {
		r.States = []string{string(d.Status)}
	}
	f := newFiltered()
	f.add(d.Number, d.Issuer, d.Issued)
	f.addYear(d.Year)
	f.addYear(d.Issued.Year)
	f.fill(&r)
	return r
}

// number is the leading figures of a document number: 1 of "1a".
func number(n model.DocNumber) int {
	digits := len(n.No) - len(strings.TrimLeft(n.No, "0123456789"))
	value, err := strconv.Atoi(n.No[:digits])
	if err != nil {
		return 0
	}
	return value
}

// filtered collects what a record is filtered by.
type filtered struct {
	types, issuers, levels, places *set
	years                          []int
}

func newFiltered() *filtered {
	return &filtered{newSet(maxValues), newSet(maxValues), newSet(maxValues), newSet(maxValues), nil}
}

// add adds what is known of a document.
func (f *filtered) add(n model.DocNumber, issuer string, issued model.Date) {
	f.types.add(n.Type)
	f.issuers.add(issuer)
	if issuer != "" {
		f.levels.add(agency.LevelOf(issuer))
		addPlaces(f.places, unitOfIssuer(issuer), issued)
	}
}

func (f *filtered) addYear(year int) {
	if year > 0 && !slices.Contains(f.years, year) && len(f.years) < maxValues {
		f.years = append(f.years, year)
	}
}

func (f *filtered) fill(r *Record) {
	r.Types, r.Issuers, r.Levels, r.Places = f.types.list, f.issuers.list, f.levels.list, f.places.list
	slices.Sort(f.years)
	r.Years = f.years
}

// ArticleText is what is read of an article besides its title: its body, then
// the names and texts of its attachments, within bounds.
func ArticleText(a *model.Article) string {
	text := a.Body()
	if len(a.Attachments) > 0 {
		var b strings.Builder
		b.WriteString(text)
		for _, att := range a.Attachments {
			for _, part := range []string{att.Name, att.Text} {
				if part != "" && b.Len()+len(part) <= maxText {
					b.WriteString("\n\n")
					b.WriteString(part)
				}
			}
		}
		text = b.String()
	}
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	return text
}

// set keeps the first limit distinct strings in order.
type set struct {
	list  []string
	seen  map[string]bool
	limit int
}

func newSet(limit int) *set { return &set{seen: make(map[string]bool), limit: limit} }

func (s *set) add(v string) {
	if v == "" || s.seen[v] || len(s.list) == s.limit {
		return
	}
	s.seen[v] = true
	s.list = append(s.list, v)
}
