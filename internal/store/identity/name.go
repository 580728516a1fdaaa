package identity

import (
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Name is what a mention tells of its document.
type Name struct {
	ID     int64 // given by the store
	Group  string
	Number model.DocNumber
	Year   int    // of the number, else of the issue date; 0: not told
	Issuer string // IssuerKey; empty: not told
	// Latest is the last year the document can be of, because an article of
	// that year names it; 0 when Year is told or nothing bounds it.
	Latest int

	DocumentID string // what it was resolved to; empty: ambiguous or nothing
	Owns       bool   // the document exists because of this name
}

// Bare tells a name without symbol.
func (n Name) Bare() bool { return n.Number.Canonical == "" }

// Level is how little the name tells, 0 to 5.
func (n Name) Level() int {
	level := 0
	if n.Year == 0 {
		level++
	}
	if n.Issuer == "" {
		level++
	}
	if n.Bare() {
		level += 3
	}
	return level
}

// OwnID is the id of the document that the name has when it owns one.
func (n Name) OwnID() string {
	return docnum.Key(n.Number, n.Year, strings.ReplaceAll(n.Issuer, "-", " "))
}

// Agrees reports that nothing the two names tell contradicts. Their numbers
// are not compared: names of one group have the same.
func (n Name) Agrees(o Name) bool {
	return (n.Year == 0 || o.Year == 0 || n.Year == o.Year) &&
		(n.Issuer == "" || o.Issuer == "" || n.Issuer == o.Issuer) &&
		n.inTime(o) && o.inTime(n)
}

// SameKind reports that a bare name's type fits a name with symbol. A công văn
// carries no type code in its symbol.
func (n Name) SameKind(numbered Name) bool {
	return n.Number.Type == numbered.Number.Type || n.Number.Type == "CV" && numbered.Number.Type == ""
}

// inTime: an article cannot name a document of a later year.
func (n Name) inTime(o Name) bool { return n.Latest == 0 || o.Year <= n.Latest }

// IssuerKey folds an issuer for comparing. The two names that are mostly
// written short have one key with their short forms.
func IssuerKey(issuer string) string {
	key := vietnamese.Slug(issuer)
	key = strings.ReplaceAll(key, "uy-ban-nhan-dan", "ubnd")
	return strings.ReplaceAll(key, "hoi-dong-nhan-dan", "hdnd")
}

// nameOf reads one mention by itself.
func nameOf(m model.Mention, a *model.Article) Name {
	issuer := m.Issuer
	if issuer == "" && m.Role == model.Announced {
		issuer = a.Issuer
	}
	n := Name{
		Group:  docnum.Base(m.Number),
		Number: m.Number,
		Year:   m.Number.Year,
		Issuer: IssuerKey(issuer),
	}
	if n.Year == 0 {
		n.Year = m.Issued.Year
	}
	return n.bounded(a)
}

// bounded sets Latest from the posted date.
func (n Name) bounded(a *model.Article) Name {
	n.Latest = 0
	if n.Year == 0 {
		n.Latest = a.Published.Year
	}
	return n
}
