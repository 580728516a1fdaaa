package api

import (
	"fmt"

	"github.com/danielgtaylor/huma/v2"
)

// link leads from a value in one answer to the operation that tells more of it.
type link struct {
	from, name, to string            // operation ids, and the name of the link
	parameters     map[string]string // runtime expressions of OpenAPI
}

func links() []link {
	first := func(list, field string) map[string]string {
		return map[string]string{"id": fmt.Sprintf("$response.body#/%s/0/%s", list, field)}
	}
	own := map[string]string{"id": "$response.body#/id"}
	return []link{
		{"search", "article", "article", first("hits", "article_id")},
		{"search", "document", "document", first("lookups", "id")},
		{"lookup", "document", "document", first("lookups", "id")},
		{"document", "relations", "document-relations", own},
		{"document", "mentions", "document-mentions", own},
		{"document", "article", "article", first("places", "article_id")},
		{"article", "captures", "article-captures", own},
		{"article", "package", "package", own},
		{"article-captures", "capture", "capture", map[string]string{
			"id": "$response.body#/id", "capture": "$response.body#/captures/0/id",
		}},
	}
}

// addLinks puts the links into the document.
func addLinks(document *huma.OpenAPI) error {
	byID := map[string]*huma.Operation{}
	for _, op := range operationsOf(document) {
		byID[op.OperationID] = op
	}
	for _, l := range links() {
		from, to := byID[l.from], byID[l.to]
		if from == nil || to == nil {
			return fmt.Errorf("link %s of %s to %s: no such operation", l.name, l.from, l.to)
		}
		parameters := map[string]any{}
		for name, expression := range l.parameters {
			parameters[name] = expression
		}
		answer := from.Responses["200"]
		if answer.Links == nil {
			answer.Links = map[string]*huma.Link{}
		}
		answer.Links[l.name] = &huma.Link{OperationID: l.to, Parameters: parameters, Description: to.Summary + "."}
	}
	return nil
}
