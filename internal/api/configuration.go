package api

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
)

// Version is that of the interface, not of the program; guide.txt says what it
// promises.
const Version = "1.0.0"

const schemaPrefix = "#/components/schemas/"

// configuration sets the library up: JSON only, no page or script of its own.
func configuration() huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "tracuu", Version: Version, Description: introduction(),
				Contact: &huma.Contact{Name: "The operator of this service"},
			},
			Servers: []*huma.Server{{URL: "/", Description: "The service that this document came from."}},
			Tags: []*huma.Tag{
				{Name: "search", Description: "Finding documents and articles."},
				{Name: "documents", Description: "Official documents, held or only cited."},
				{Name: "articles", Description: "Pages as people read them, with the facts that they tell."},
				{Name: "tables", Description: "What documents set, give and lack, as rows: a page as JSON, all rows as CSV, XLSX, JSON lines or Parquet."},
				{Name: "evidence", Description: "The bytes that were collected, to be verified by anybody."},
				{Name: "service", Description: "What the service holds and how it is doing."},
			},
			Components: &huma.Components{Schemas: huma.NewMapRegistry(schemaPrefix, schemaNames())},
		},
		Formats:       map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{finished},
	}
}

// schemaNames gives types their names in the document: that of Go, with the
// package before it for a second type of the same name.
func schemaNames() func(reflect.Type, string) string {
	taken := map[string]reflect.Type{}
	return func(t reflect.Type, _ string) string {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		name := t.Name()
		if name == "" || t.PkgPath() == "" { // never named in the document
			return name
		}
		if first, used := taken[name]; used && first != t {
			name = title(t.PkgPath()[strings.LastIndexByte(t.PkgPath(), '/')+1:]) + name
		}
		taken[name] = t
		return name
	}
}

func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// finished is the last step before an answer is written: problems learn their
// path, and answers lose the parts that were not chosen.
func finished(ctx huma.Context, _ string, body any) (any, error) {
	if p, ok := body.(*Problem); ok {
		p.finish(humagin.Unwrap(ctx))
		return p, nil
	}
	ctx.SetHeader("Content-Type", "application/json; charset=utf-8") // some clients on Windows take nothing else for UTF-8
	chosen, _ := ctx.Context().Value(chosenKey).(selection)
	if len(chosen) == 0 {
		return body, nil
	}
	whole, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("answer of %s: %w", ctx.Operation().OperationID, err)
	}
	return chosen.prune(whole)
}
