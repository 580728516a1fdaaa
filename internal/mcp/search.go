package mcp

import (
	"context"

	"tracuu/internal/search"
)

// SearchIn is a question of words.
type SearchIn struct {
	Text   string `json:"text" jsonschema:"Vietnamese words, with or without diacritics; \"…\" holds words together"`
	Portal string `json:"portal,omitempty" jsonschema:"id of the only portal to search"`
	Limit  int    `json:"limit,omitempty" jsonschema:"1 to 20; 10 when absent"`
	Offset int    `json:"offset,omitempty" jsonschema:"results to leave out, from next of the answer before"`
}

// SearchOut is what was found.
type SearchOut struct {
	Documents []Found `json:"documents" jsonschema:"by number, when the text has one"`
	Hits      []Hit   `json:"hits" jsonschema:"by words, best first"`
	Total     uint64  `json:"total" jsonschema:"hits in all"`
	Next      int     `json:"next,omitempty" jsonschema:"offset of the next page; absent on the last"`
}

// Hit is an article or a document that the words found.
type Hit struct {
	Kind      string     `json:"kind" jsonschema:"article or document"`
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Announces []Document `json:"announces" jsonschema:"documents that it presents"`
	Source    *Source    `json:"source,omitempty"`
}

const (
	defaultHits = 10
	maxHits     = 20
)

func (t tools) search(ctx context.Context, in SearchIn) (SearchOut, error) {
	limit := in.Limit
	switch {
	case limit == 0:
		limit = defaultHits
	case limit < 0 || limit > maxHits:
		return SearchOut{}, &search.FieldError{Field: "limit", Reason: "must be 1 to 20"}
	}
	answer, err := t.service.Search(ctx, search.Question{Text: in.Text, Portal: in.Portal, Limit: limit, Offset: in.Offset})
	if err != nil {
		return SearchOut{}, t.told(ctx, err)
	}
	out := SearchOut{Hits: []Hit{}, Total: answer.Total, Next: answer.Next}
	if out.Documents, err = t.found(ctx, answer.Lookups, limit); err != nil {
		return out, t.told(ctx, err)
	}
	for _, h := range answer.Hits {
		hit := Hit{Kind: string(h.Kind), ID: h.ID, Title: h.Title, Announces: []Document{}}
		for _, d := range h.Documents {
			hit.Announces = append(hit.Announces, documentOf(d))
		}
		hit.Source, err = t.proven(ctx, Source{
			ArticleID: h.ArticleID, Title: h.Title, URL: h.URL, Portal: h.PortalName, Published: day(h.Published), Quote: h.Passage.Text,
		})
		if err != nil {
			return out, t.told(ctx, err)
		}
		out.Hits = append(out.Hits, hit)
	}
	return out, nil
}
