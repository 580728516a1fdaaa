package index

import (
	"strings"

	"tracuu/internal/model"
)

// Bounds of a record: what is beyond them cannot be found by words, and is
// still in the store.
const (
	maxText     = 8 << 20 // bytes
	maxNumbers  = 500
	maxAgencies = 100
)

// ArticleRecord is what is indexed of an article: its body, then the texts of
// its attachments.
func ArticleRecord(a *model.Article) Record {
	r := Record{
		ID: a.ID, Kind: model.ArticleChanged, PageKind: a.Kind,
		Title: a.Title, Text: articleText(a),
		Place: a.Place, Portal: a.Portal, Published: a.Published,
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
	return r
}

// DocumentRecord is what is indexed of a document.
func DocumentRecord(d model.Document) Record {
	numbers, agencies := newSet(1), newSet(1)
	numbers.add(d.Number.Canonical)
	agencies.add(d.Issuer)
	return Record{
		ID: d.ID, Kind: model.DocumentChanged, Title: d.Title,
		Numbers: numbers.list, Agencies: agencies.list, Published: d.Issued,
	}
}

func articleText(a *model.Article) string {
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
