package mcp

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"tracuu/internal/search"
)

// ArticleIn asks for a part of a text.
type ArticleIn struct {
	ID    string `json:"id" jsonschema:"article_id of a source, or id of a hit of kind article"`
	Start int    `json:"start,omitempty" jsonschema:"byte of the text to begin at, from next of the answer before"`
}

// ArticleOut is a part of an article's text.
type ArticleOut struct {
	Source    Source     `json:"source"`
	Text      string     `json:"text" jsonschema:"this part of it"`
	Start     int        `json:"start"`
	Next      int        `json:"next,omitempty" jsonschema:"start of the next part; absent on the last"`
	Length    int        `json:"length" jsonschema:"bytes of the whole text"`
	Documents []Document `json:"documents" jsonschema:"that it announces or cites, at most 50"`
	Files     []File     `json:"files" jsonschema:"attachments, at most 50"`
	Gone      bool       `json:"gone,omitempty" jsonschema:"its server no longer has the page; what was seen stays here"`
}

// File is an attachment.
type File struct {
	Name  string `json:"name"`
	URL   string `json:"url"`
	State string `json:"state" jsonschema:"read, unread, unfetched, missing"`
	Why   string `json:"why,omitempty" jsonschema:"it was not read, in Vietnamese"`
}

// partBytes is the length of a part, about 3,000 tokens.
const partBytes = 8000

func (t tools) article(ctx context.Context, in ArticleIn) (ArticleOut, error) {
	a, err := t.service.Article(ctx, in.ID)
	if err != nil {
		return ArticleOut{}, t.told(ctx, err)
	}
	if in.Start < 0 || in.Start > len(a.Text) {
		return ArticleOut{}, &search.FieldError{Field: "start", Reason: "lies outside the text"}
	}
	source, err := t.proven(ctx, Source{ArticleID: a.ID, Title: a.Title, URL: a.URL, Portal: a.PortalName, Published: day(a.Published)})
	if err != nil {
		return ArticleOut{}, t.told(ctx, err)
	}
	out := ArticleOut{Source: *source, Length: len(a.Text), Documents: []Document{}, Files: []File{}, Gone: a.Presence.Gone}
	out.Start, out.Text = part(a.Text, in.Start)
	if end := out.Start + len(out.Text); end < len(a.Text) {
		out.Next = end
	}
	for _, d := range a.Documents {
		out.Documents = append(out.Documents, documentOf(d))
	}
	slices.SortFunc(out.Documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	out.Documents = out.Documents[:min(len(out.Documents), maxListed)]
	for _, f := range a.Attachments[:min(len(a.Attachments), maxListed)] {
		out.Files = append(out.Files, File{f.Name, f.URL, string(f.State), f.Reason})
	}
	return out, nil
}

// part is at most partBytes of text from start on, between whole letters.
func part(text string, start int) (int, string) {
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start--
	}
	end := min(start+partBytes, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return start, text[start:end]
}
