package api

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/goccy/go-yaml"
)

// openAPIPath is where the document is, without .json or .yaml.
const openAPIPath = v1 + "/openapi"

// schemaFor registers a type and returns the reference to its schema.
func schemaFor[T any](schemas huma.Registry) *huma.Schema {
	return schemas.Schema(reflect.TypeFor[T](), true, "")
}

// complete makes the document say what the library cannot know: what the fields
// mean, which of them may be null, and examples.
func complete(document *huma.OpenAPI) error {
	schemas := document.Components.Schemas
	schemaFor[Problem](schemas)
	told, err := readDescriptions()
	if err != nil {
		return err
	}
	for _, ofLibrary := range []string{"ErrorModel", "ErrorDetail"} { // its errors; ours are Problem
		delete(schemas.Map(), ofLibrary)
	}
	for name, schema := range schemas.Map() {
		t := schemas.TypeFromRef(schemaPrefix + name)
		schema.Description = told.of(t)
		for _, f := range jsonFields(t) {
			describeField(schema, f, told)
		}
		schema.AdditionalProperties = nil // more may come, see guide.txt
		schema.Required = demanded(t)
		if t == reflect.TypeFor[CheckRequest]() { // what is sent has nothing more
			schema.AdditionalProperties = false
		}
	}
	if err := addLinks(document); err != nil {
		return err
	}
	return addExamples(document)
}

// describeField completes the schema of one field.
func describeField(schema *huma.Schema, f jsonField, told descriptions) {
	field := schema.Properties[f.name]
	if field == nil {
		return
	}
	if field.Ref != "" && f.Type.Kind() == reflect.Pointer && !f.optional {
		field = &huma.Schema{AnyOf: []*huma.Schema{{Ref: field.Ref}, {Type: "null"}}}
		schema.Properties[f.name] = field
	}
	field.Description = told.ofField(f)
}

// demanded lists the fields that always stand there. Answers have none, because
// the parameter fields leaves out what it likes.
func demanded(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[Problem](), reflect.TypeFor[Flaw](), reflect.TypeFor[CheckRequest]():
	default:
		return nil
	}
	var out []string
	for _, f := range jsonFields(t) {
		if !f.optional {
			out = append(out, f.name)
		}
	}
	return out
}

// publish serves the document, always the same bytes, and its reference page.
func publish(router *gin.Engine, document *huma.OpenAPI) error {
	asJSON, err := documentJSON(document)
	if err != nil {
		return err
	}
	asYAML, err := yaml.JSONToYAML(asJSON)
	if err != nil {
		return fmt.Errorf("as YAML: %w", err)
	}
	page, err := referencePage(document)
	if err != nil {
		return err
	}
	serve := func(address, media string, body []byte) {
		router.GET(address, func(c *gin.Context) { c.Data(http.StatusOK, media, body) })
	}
	serve(openAPIPath+".json", "application/openapi+json", asJSON)
	serve(openAPIPath+".yaml", "application/openapi+yaml", asYAML)
	serve(referencePath, "text/html; charset=utf-8", page)
	serve(v1+"/docs", "text/html; charset=utf-8", page)
	return nil
}

// documentJSON is the document, indented for readers.
func documentJSON(document *huma.OpenAPI) ([]byte, error) {
	compact, err := document.MarshalJSON()
	if err != nil {
		return nil, fmt.Errorf("as JSON: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		return nil, fmt.Errorf("as JSON: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// operationsOf lists the operations of the document by tag, in the order of tags,
// then by path.
func operationsOf(document *huma.OpenAPI) []*huma.Operation {
	var out []*huma.Operation
	for _, item := range document.Paths {
		for _, op := range []*huma.Operation{item.Get, item.Post} {
			if op != nil {
				out = append(out, op)
			}
		}
	}
	rank := func(op *huma.Operation) int {
		return slices.IndexFunc(document.Tags, func(t *huma.Tag) bool { return t.Name == op.Tags[0] })
	}
	slices.SortFunc(out, func(a, b *huma.Operation) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return cmp.Compare(a.Path, b.Path)
	})
	return out
}
