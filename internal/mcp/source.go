package mcp

import (
	"context"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// Source is where something stands and what proves it.
type Source struct {
	ArticleID string   `json:"article_id" jsonschema:"for the tools article and evidence"`
	Title     string   `json:"title,omitempty"`
	URL       string   `json:"url" jsonschema:"of the page, to be cited"`
	Portal    string   `json:"portal,omitempty" jsonschema:"name of the site"`
	Published string   `json:"published,omitempty" jsonschema:"day, ISO"`
	Quote     string   `json:"quote,omitempty" jsonschema:"word for word from the page"`
	Capture   *Capture `json:"capture,omitempty" jsonschema:"the newest one; absent for what was never captured, as rows of registers"`
}

// Capture is the bytes of one response and where they are kept.
type Capture struct {
	ID     string `json:"id"`
	URL    string `json:"url,omitempty" jsonschema:"when it is not that of the page"`
	Time   string `json:"time" jsonschema:"UTC"`
	SHA256 string `json:"sha256" jsonschema:"of the body"`
	File   string `json:"warc_file"`
	Offset int64  `json:"warc_offset" jsonschema:"of the record in the compressed file"`
}

func captureOf(c model.Capture, page string) Capture {
	out := Capture{ID: c.ID, Time: c.Time.UTC().Format(time.RFC3339), SHA256: c.SHA256, File: c.File, Offset: c.Offset}
	if c.URL != page {
		out.URL = c.URL
	}
	return out
}

// proven adds the newest capture.
func (t tools) proven(ctx context.Context, s Source) (*Source, error) {
	if s.ArticleID == "" {
		return nil, nil
	}
	captures, err := t.service.Captures(ctx, s.ArticleID)
	if err != nil {
		return nil, err
	}
	if len(captures) > 0 {
		c := captureOf(captures[0], s.URL)
		s.Capture = &c
	}
	return &s, nil
}

// at is the source of a place in an article.
func (t tools) at(ctx context.Context, p search.Place) (*Source, error) {
	return t.proven(ctx, Source{
		ArticleID: p.ArticleID, Title: p.ArticleTitle, URL: p.ArticleURL, Portal: p.PortalName,
		Published: day(p.Published), Quote: p.Passage.Text,
	})
}

func day(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// Document is a document in one line.
type Document struct {
	ID     string `json:"id" jsonschema:"for the tool document"`
	Name   string `json:"name" jsonschema:"e.g. Kế hoạch 52/KH-UBND"`
	Issuer string `json:"issuer,omitempty"`
	Issued string `json:"issued,omitempty" jsonschema:"day, ISO"`
	Year   int    `json:"year,omitempty"`
	Title  string `json:"title,omitempty"`
	Status string `json:"status" jsonschema:"held: its text or the article that announces it is here; listed: in a register; cited: only named by others"`
}

func documentOf(d search.Document) Document {
	return Document{
		ID: d.ID, Name: d.Name, Issuer: d.Issuer, Issued: day(d.Issued), Year: d.Year, Title: d.Title, Status: string(d.Status),
	}
}
