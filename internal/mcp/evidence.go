package mcp

import "context"

// EvidenceOut is what proves an article.
type EvidenceOut struct {
	URL      string    `json:"url"`
	Title    string    `json:"title"`
	Captures []Capture `json:"captures" jsonschema:"of the page, newest first, then of its files; at most 50"`
	Total    int       `json:"total" jsonschema:"captures in all"`
	Package  string    `json:"package" jsonschema:"path on the search service of one WACZ file with all of them"`
	Export   string    `json:"export" jsonschema:"command that writes the same file from the data folder"`
	Verify   string    `json:"verify" jsonschema:"command that checks the file anywhere, without this archive"`
}

func (t tools) evidence(ctx context.Context, in ID) (EvidenceOut, error) {
	a, captures, err := t.service.Proof(ctx, in.ID)
	if err != nil {
		return EvidenceOut{}, t.told(ctx, err)
	}
	file := a.ID + ".wacz"
	out := EvidenceOut{
		URL: a.URL, Title: a.Title, Captures: []Capture{}, Total: len(captures),
		Package: "/api/v1/articles/" + a.ID + "/package",
		Export:  "crawler archive export '" + a.URL + "' -o " + file,
		Verify:  "crawler archive verify " + file,
	}
	for _, c := range captures[:min(len(captures), maxListed)] {
		out.Captures = append(out.Captures, captureOf(c, a.URL))
	}
	return out, nil
}
