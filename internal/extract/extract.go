// Package extract turns the bytes of a file into an article and its facts.
//
// It is pure: bytes in, facts out, no clock, no network, no store. The page
// package reads the page, the packages beside it read one kind of fact each.
package extract

import (
	"fmt"
	"slices"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/mention"
	"tracuu/internal/extract/page"
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// Input is one file.
type Input struct {
	URL       string // canonical address, or the path of a local file
	MediaType string // as declared; may be wrong or empty
	Body      []byte
	Portal    *portal.Portal // nil when the site is unknown
	// Repeated tells whether a line (by page.LineHash) is part of the site's
	// chrome. nil means that nothing is known of the site.
	Repeated func(line uint64) bool
}

// Result is all that was understood.
type Result struct {
	Article model.Article
	Links   []page.Link
	Lines   []uint64 // hashes of the page's distinct lines, to learn the site's chrome
}

// Extractor reads pages of the portals that it knows. It has no state beside
// them and may be shared.
type Extractor struct {
	registry *portal.Registry
}

// New returns an extractor for the portals and families of a registry.
func New(registry *portal.Registry) *Extractor { return &Extractor{registry: registry} }

// Page reads a web page or a plain text and its facts. It fails only on bytes
// that are no text or too large, with an error of package page.
func (x *Extractor) Page(in Input) (Result, error) {
	p, err := page.Read(page.Input{
		URL: in.URL, MediaType: in.MediaType, Body: in.Body,
		Registry: x.registry, Portal: in.Portal, Repeated: in.Repeated,
	})
	if err != nil {
		return Result{}, fmt.Errorf("read %s: %w", in.URL, err)
	}
	a := model.Article{
		ID: model.ArticleID(in.URL), URL: in.URL,
		Portal: p.PortalID, Family: p.Family, Kind: p.Kind,
		Title: p.Title, Published: p.Published, Author: p.Author, Views: p.Views,
		Place: p.Place, Text: p.Text, BodyStart: p.BodyStart, Attachments: p.Attachments,
	}
	a.Facts = Facts(Text{
		Text: a.Text, BodyStart: a.BodyStart, Posted: a.Published,
		Place: x.place(p), Publisher: p.Issuer, List: p.Kind == model.KindList, Document: p.Kind == model.KindDocument,
	})
	a.Issuer = announcedIssuer(a.Mentions)
	if a.Place == "" {
		a.Place = mention.Place(a.Mentions)
	}
	return Result{Article: a, Links: p.Links, Lines: p.Lines}, nil
}

// File reads the text of a file that pages link to, as model.KindFile, when it
// is an official document that states its number. Its address is the file's.
func (x *Extractor) File(url, text string) (model.Article, bool) {
	found, err := x.Page(Input{URL: url, MediaType: "text/plain; charset=utf-8", Body: []byte(text)})
	a := found.Article
	states := slices.ContainsFunc(a.Mentions, func(m model.Mention) bool { return m.Role == model.Announced })
	if err != nil || a.Kind != model.KindDocument || !states {
		return model.Article{}, false
	}
	a.Kind, a.Family = model.KindFile, ""
	return a, true
}

// place is where the page stands: its place, and the province of its portal.
func (x *Extractor) place(p page.Page) agency.Context {
	province := ""
	if known, ok := x.registry.ByID(p.PortalID); ok {
		province = known.Province
	}
	return contextOf(p.Place, province, p.Published)
}

// announcedIssuer is the issuer of the first document that a page presents.
func announcedIssuer(mentions []model.Mention) string {
	for _, m := range mentions {
		if m.Role == model.Announced && m.Issuer != "" {
			return m.Issuer
		}
	}
	return ""
}
