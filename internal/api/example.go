package api

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/danielgtaylor/huma/v2"
)

// examples holds an answer of each operation, by its id: what the service of the
// tests answers. A test writes them with -update and fails when they are not so.
//
//go:embed examples/*.json
var examples embed.FS

// addExamples puts the answers into the document.
func addExamples(document *huma.OpenAPI) error {
	for _, op := range operationsOf(document) {
		body, err := examples.ReadFile("examples/" + op.OperationID + ".json")
		if errors.Is(err, fs.ErrNotExist) {
			continue // a file, or an operation that is being written
		}
		if err != nil {
			return fmt.Errorf("example of %s: %w", op.OperationID, err)
		}
		content := op.Responses["200"].Content["application/json"]
		if content == nil {
			return fmt.Errorf("example of %s, which answers no JSON", op.OperationID)
		}
		content.Example = json.RawMessage(body)
	}
	return nil
}
