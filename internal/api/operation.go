package api

import (
	"context"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"tracuu/internal/export"
	"tracuu/internal/search"
)

// operation is what the documents say of one route.
type operation struct {
	id, path, tag string
	summary       string
	description   string
	example       string // an address that answers, from the root on
	parameters    []search.Parameter
	media         string  // of a file that is answered; empty: JSON
	single        bool    // the path names one thing, which may be absent
	file          tableOf // all rows, for the parameter format; nil: there is none
}

// answer is a JSON body. Its time, where there is one, is when it last changed.
type answer[O any] struct {
	LastModified modified `header:"Last-Modified" hidden:"true"`
	Body         O
}

// read adds a route that answers GET, and so HEAD, with JSON. Every part of the
// answer can be chosen with the parameter fields.
func read[I, O any](r *resources, op operation, handle func(ctx context.Context, in *I) (O, error)) {
	operation := op.huma(http.MethodGet)
	if op.file != nil {
		operation.Middlewares = huma.Middlewares{op.file.asFile}
		operation.Responses["200"] = &huma.Response{Description: "OK", Content: files()}
	}
	shape := shapeOf(reflect.TypeFor[O]())
	operation.Parameters = append(operation.Parameters, fieldsParameter(shape))
	operation.Metadata = map[string]any{shapeKey: shape}
	huma.Register(r.api, operation, func(ctx context.Context, in *I) (*answer[O], error) {
		body, err := handle(ctx, in)
		if err != nil {
			return nil, problemOf(err, "query", asked(ctx).Get)
		}
		out := &answer[O]{Body: body}
		if dated, ok := any(body).(interface{ modified() modified }); ok {
			out.LastModified = dated.modified()
		}
		return out, nil
	})
}

// huma is the operation as the library takes it. Nothing is checked by it: the
// parsers of the search service say what is wrong, in the words of the pages.
func (op operation) huma(method string) huma.Operation {
	problem := map[string]*huma.MediaType{problemType: {Schema: &huma.Schema{Ref: schemaPrefix + "Problem"}}}
	out := huma.Operation{
		OperationID: op.id, Method: method, Path: op.path, Tags: []string{op.tag},
		Summary: op.summary, Description: op.description,
		SkipValidateParams: true, SkipValidateBody: true,
		Responses: map[string]*huma.Response{
			"422":     {Description: "A parameter or field cannot be used; `errors` names it.", Content: problem},
			"429":     {Description: "Too many requests; `Retry-After` tells when to come back.", Content: problem},
			"default": {Description: "Any other problem.", Content: problem},
		},
	}
	if op.single {
		out.Responses["404"] = &huma.Response{Description: "The store has no such thing.", Content: problem}
	}
	for _, p := range op.parameters {
		out.Parameters = append(out.Parameters, parameter(p))
	}
	if op.example != "" {
		out.Extensions = map[string]any{exampleKey: op.example}
	}
	if op.media != "" {
		out.Responses["200"] = &huma.Response{
			Description: "The file.",
			Content:     map[string]*huma.MediaType{op.media: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}},
		}
	}
	return out
}

// files are the media types of exports. The library adds that of the JSON answer.
func files() map[string]*huma.MediaType {
	out := map[string]*huma.MediaType{"application/json": {}}
	for _, f := range export.Formats() {
		media, _, _ := strings.Cut(f.MediaType(), ";")
		out[media] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	}
	return out
}

// exampleKey marks the address of an example in the OpenAPI document.
const exampleKey = "x-example"

// withoutNUL is what every text that is asked for must be.
const withoutNUL = `^[^\x00]*$`

// parameter describes a query parameter.
func parameter(p search.Parameter) *huma.Param {
	s := &huma.Schema{Type: string(p.Kind), Pattern: p.Pattern}
	for _, v := range p.Values {
		s.Enum = append(s.Enum, v)
	}
	example := any(p.Example)
	switch p.Kind {
	case search.NumberParameter:
		least, most := float64(p.Least), float64(p.Most)
		s.Minimum, s.Maximum = &least, &most
		if p.Default >= p.Least {
			s.Default = p.Default
		}
		n, err := strconv.Atoi(p.Example)
		if err == nil {
			example = n
		}
	case search.SwitchParameter:
		s.Default = false
	case search.TextParameter:
		if len(p.Values) == 0 && p.Pattern == "" {
			s.Pattern = withoutNUL
		}
	}
	out := &huma.Param{Name: p.Name, In: "query", Description: p.Help, Schema: s}
	if p.Example != "" {
		out.Example = example
	}
	if p.Many {
		each := true
		out.Schema, out.Style, out.Explode = &huma.Schema{Type: huma.TypeArray, Items: s}, "form", &each
		if p.Example != "" {
			out.Example = []any{example}
		}
	}
	return out
}
