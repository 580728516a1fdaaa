package mcp

import (
	"context"
	"net/url"
	"strconv"

	"tracuu/internal/search"
)

// TargetsIn narrows a table of targets down; what is absent restricts nothing.
type TargetsIn struct {
	Indicator string `json:"indicator,omitempty" jsonschema:"words of the indicator, e.g. hộ nghèo"`
	Unit      string `json:"unit,omitempty" jsonschema:"e.g. %, tỷ đồng, xã"`
	Value     string `json:"value,omitempty" jsonschema:"a number or a range in the printed unit: 70, 50..80, 50.., ..80"`
	Year      string `json:"year,omitempty" jsonschema:"year by which it is due, or a range: 2025, 2021..2025"`
	Place     string `json:"place,omitempty"`
	Issuer    string `json:"issuer,omitempty"`
	Document  string `json:"document,omitempty" jsonschema:"id of the document that sets it"`
	Sort      string `json:"sort,omitempty" jsonschema:"-issued (newest first, the default), issued, due, -due, value, -value"`
	Limit     int    `json:"limit,omitempty" jsonschema:"1 to 50; 20 when absent"`
	Cursor    string `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

// TargetsOut is a page of targets.
type TargetsOut struct {
	Targets []Target `json:"targets"`
	Total   int      `json:"total" jsonschema:"on all pages"`
	Next    string   `json:"next_cursor,omitempty" jsonschema:"absent on the last page"`
}

// Target is a goal with where it stands.
type Target struct {
	Goal
	Document *Document `json:"document,omitempty" jsonschema:"that the article presents"`
	Source   *Source   `json:"source"`
}

const (
	defaultRows = 20
	maxRows     = 50
)

func (t tools) targets(ctx context.Context, in TargetsIn) (TargetsOut, error) {
	limit := in.Limit
	switch {
	case limit == 0:
		limit = defaultRows
	case limit < 0 || limit > maxRows:
		return TargetsOut{}, &search.FieldError{Field: "limit", Reason: "must be 1 to 50"}
	}
	values := url.Values{"limit": {strconv.Itoa(limit)}}
	for name, text := range map[string]string{
		"indicator": in.Indicator, "unit": in.Unit, "value": in.Value, "year": in.Year, "place": in.Place,
		"issuer": in.Issuer, "document": in.Document, "sort": in.Sort, "cursor": in.Cursor,
	} {
		if text != "" {
			values.Set(name, text)
		}
	}
	question, err := search.ParseTargets(values)
	if err != nil {
		return TargetsOut{}, t.told(ctx, err)
	}
	answer, err := t.service.Targets(ctx, question)
	if err != nil {
		return TargetsOut{}, t.told(ctx, err)
	}
	out := TargetsOut{Targets: []Target{}, Total: answer.Total, Next: answer.Next}
	for _, row := range answer.Targets {
		one := Target{Goal: goalOf(row.Target, row.ArticleID)}
		if row.Announces != nil {
			d := documentOf(*row.Announces)
			one.Document = &d
		}
		one.Source, err = t.proven(ctx, Source{
			ArticleID: row.ArticleID, Title: row.ArticleTitle, URL: row.ArticleURL, Portal: row.PortalName,
			Published: day(row.Published), Quote: row.Quote,
		})
		if err != nil {
			return out, t.told(ctx, err)
		}
		out.Targets = append(out.Targets, one)
	}
	return out, nil
}
