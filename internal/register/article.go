package register

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"tracuu/internal/extract"
	"tracuu/internal/extract/agency"
	"tracuu/internal/model"
)

// Family is the family of the articles that are rows.
const Family = "register"

// Scheme begins the address of a row: it stands on no page of its own.
const Scheme = "urn:tracuu:register:"

// rule is the id of the rule that sees a row's own number.
const rule = "register-row"

// Article is the row as an article that presents its document: the abstract as
// its title, then every filled cell with its head. Rows that say the same have
// one address, whatever register and line they stand on.
func (p Place) Article(e Entry) *model.Article {
	a := &model.Article{
		Family: Family, Kind: model.KindRegister, Title: e.Abstract, Published: e.Issued,
		Place: p.Unit, Issuer: e.Issuer,
	}
	var own model.Span
	a.Text, a.BodyStart, own = e.text()
	sum := sha256.Sum256([]byte(p.Unit + "\x00" + a.Text))
	a.URL = Scheme + hex.EncodeToString(sum[:12])
	a.ID = model.ArticleID(a.URL)
	if e.Link != "" {
		a.Attachments = []model.Attachment{{URL: e.Link, Name: e.Abstract, State: model.Unfetched}}
	}
	a.Facts = extract.Facts(extract.Text{
		Text: a.Text, BodyStart: a.BodyStart, Posted: e.Issued, Place: agency.Context{Place: p.Unit},
	})
	for i := range a.Mentions {
		a.Mentions[i].Role = model.Cited
	}
	present(a, own, e)
	return a
}

// text lays the row out and tells where its number stands.
func (e Entry) text() (text string, bodyStart int, number model.Span) {
	var b strings.Builder
	if e.Abstract != "" {
		b.WriteString(e.Abstract + "\n")
	}
	bodyStart = b.Len()
	for _, c := range e.Fields {
		if c.Text == e.Abstract {
			continue
		}
		b.WriteString(c.Head + ": ")
		if c.number {
			number = model.Span{Start: b.Len(), End: b.Len() + len(c.Text)}
		}
		b.WriteString(c.Text + "\n")
	}
	return b.String(), bodyStart, number
}

// present puts the row's own number among the mentions, in reading order, in
// place of whatever the grammar saw in that cell.
func present(a *model.Article, own model.Span, e Entry) {
	mention := model.Mention{
		Evidence: model.Evidence{Quote: a.Text[own.Start:own.End], Span: own, Rule: rule, Confidence: 1},
		Number:   e.Number, Issued: e.Issued, Issuer: e.Issuer, Role: model.Announced,
	}
	var kept []model.Mention
	moved := make([]int, len(a.Mentions)) // old place -> new place
	placed := -1
	place := func() {
		if placed < 0 {
			placed = len(kept)
			kept = append(kept, mention)
		}
	}
	for i, m := range a.Mentions {
		if m.Start >= own.Start {
			place()
		}
		if m.Start < own.End && m.End > own.Start {
			moved[i] = placed
			continue
		}
		moved[i] = len(kept)
		kept = append(kept, m)
	}
	place()
	a.Mentions = kept
	a.Relations = rejoin(a.Relations, moved, placed)
}

// rejoin moves the ends of relations along; one that has come to join the
// document with itself goes.
func rejoin(all []model.Relation, moved []int, own int) []model.Relation {
	var out []model.Relation
	for _, r := range all {
		r.To = moved[r.To]
		if r.From != model.Page {
			r.From = moved[r.From]
		}
		if r.To != own && r.From != r.To {
			out = append(out, r)
		}
	}
	return out
}
