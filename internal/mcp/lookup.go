package mcp

import (
	"context"

	"tracuu/internal/search"
)

// LookupIn asks for a number.
type LookupIn struct {
	Text string `json:"text" jsonschema:"number, symbol, and what else is known: type, year, day, place or issuer"`
}

// LookupOut is the documents that may be meant.
type LookupOut struct {
	Understood *Understood `json:"understood,omitempty" jsonschema:"how the number was read; absent when none was found"`
	Documents  []Found     `json:"documents" jsonschema:"what fits, best first"`
	Near       []Found     `json:"near" jsonschema:"same number, but type, year or place differ"`
	More       int         `json:"more,omitempty" jsonschema:"further documents that are not given"`
}

// Understood is how typed words were read as a number.
type Understood struct {
	Type   string `json:"type,omitempty"`
	No     string `json:"no"`
	Symbol string `json:"symbol,omitempty"`
	Year   int    `json:"year,omitempty"`
	Date   string `json:"date,omitempty"`
	Words  string `json:"words,omitempty" jsonschema:"the others: place, issuer, topic"`
}

// Found is a document with why it was found.
type Found struct {
	Document
	Reason string  `json:"reason" jsonschema:"in Vietnamese"`
	Source *Source `json:"source,omitempty"`
}

// maxFound bounds the documents of one answer.
const maxFound = 20

func (t tools) lookup(ctx context.Context, in LookupIn) (LookupOut, error) {
	answer, err := t.service.Lookup(ctx, in.Text)
	if err != nil {
		return LookupOut{}, t.told(ctx, err)
	}
	out := LookupOut{Understood: understood(answer.Number)}
	if out.Documents, err = t.found(ctx, answer.Lookups, maxFound); err == nil {
		out.Near, err = t.found(ctx, answer.Near, maxFound-len(out.Documents))
	}
	out.More = len(answer.Lookups) + len(answer.Near) - len(out.Documents) - len(out.Near)
	return out, t.told(ctx, err)
}

func understood(n *search.Number) *Understood {
	if n == nil {
		return nil
	}
	return &Understood{Type: n.TypeName, No: n.No, Symbol: n.Symbol, Year: n.Year, Date: day(n.Date), Words: n.Words}
}

func (t tools) found(ctx context.Context, all []search.Found, most int) ([]Found, error) {
	out := []Found{}
	for _, f := range all[:min(len(all), most)] {
		one := Found{Document: documentOf(f.Document), Reason: f.Reason}
		if f.Place != nil {
			var err error
			if one.Source, err = t.at(ctx, *f.Place); err != nil {
				return out, err
			}
		}
		out = append(out, one)
	}
	return out, nil
}
