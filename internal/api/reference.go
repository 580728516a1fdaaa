package api

import (
	"bytes"
	"cmp"
	_ "embed" // reference.html
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// referencePath is the page for people who write programs.
const referencePath = "/api"

//go:embed reference.html
var referenceHTML string

// reference is the OpenAPI document as it is read: what the page and docs/API.md
// are written from.
type reference struct {
	Title, Version string
	Topics         []topic
	Sections       []section
	Types          []schemaView
}

type section struct {
	Name, About string
	Operations  []operationView
}

type operationView struct {
	ID, Method, Path, Summary, About string
	Parameters                       []parameterView
	Body, Answer                     string // names of types, or a media type
	Example                          string // an address
	Sent, Answered                   string // JSON
	Statuses                         []string
}

type parameterView struct{ Name, In, Type, About string }

type schemaView struct {
	Name, About string
	Fields      []parameterView
}

// referencePage renders the document.
func referencePage(document *huma.OpenAPI) ([]byte, error) {
	page, err := template.New("reference").Funcs(template.FuncMap{"pieces": pieces, "typeID": typeID}).Parse(referenceHTML)
	if err != nil {
		return nil, fmt.Errorf("reference page: %w", err)
	}
	var out bytes.Buffer
	if err := page.Execute(&out, view(document)); err != nil {
		return nil, fmt.Errorf("reference page: %w", err)
	}
	return out.Bytes(), nil
}

// piece is a part of a text: what stands between backticks is code.
type piece struct {
	Text string
	Code bool
}

func pieces(text string) []piece {
	var out []piece
	code := false
	for part := range strings.SplitSeq(text, "`") {
		out = append(out, piece{part, code})
		code = !code
	}
	return out
}

// typeID is the type of the document in the name of a form: Hit in "Hit[] or
// null"; empty for plain values.
func typeID(name string) string {
	name, _, _ = strings.Cut(strings.TrimPrefix(name, "map of "), " ")
	name = strings.TrimSuffix(name, "[]")
	if name == "" || name[0] < 'A' || name[0] > 'Z' {
		return ""
	}
	return name
}

// view reads the document.
func view(document *huma.OpenAPI) reference {
	v := reference{Title: document.Info.Title, Version: document.Info.Version, Topics: guide()}
	for _, tag := range document.Tags {
		s := section{Name: title(tag.Name), About: tag.Description}
		for _, op := range operationsOf(document) {
			if op.Tags[0] == tag.Name {
				s.Operations = append(s.Operations, viewOperation(op))
			}
		}
		v.Sections = append(v.Sections, s)
	}
	schemas := document.Components.Schemas.Map()
	for _, name := range slices.Sorted(maps.Keys(schemas)) {
		s := schemaView{Name: name, About: schemas[name].Description}
		for _, f := range jsonFields(document.Components.Schemas.TypeFromRef(schemaPrefix + name)) {
			field := schemas[name].Properties[f.name]
			s.Fields = append(s.Fields, parameterView{Name: f.name, Type: typeName(field), About: field.Description})
		}
		v.Types = append(v.Types, s)
	}
	return v
}

func viewOperation(op *huma.Operation) operationView {
	v := operationView{ID: op.OperationID, Method: op.Method, Path: op.Path, Summary: op.Summary, About: op.Description}
	v.Example, _ = op.Extensions[exampleKey].(string)
	for _, p := range op.Parameters {
		v.Parameters = append(v.Parameters, parameterView{p.Name, p.In, parameterType(p), cmp.Or(p.Description, p.Schema.Description)})
	}
	slices.SortStableFunc(v.Parameters, func(a, b parameterView) int { return cmp.Compare(a.In, b.In) }) // path before query
	if op.RequestBody != nil {
		v.Body, v.Sent = viewContent(op.RequestBody.Content)
	}
	v.Answer, v.Answered = viewContent(op.Responses["200"].Content)
	for _, status := range slices.Sorted(maps.Keys(op.Responses)) {
		v.Statuses = append(v.Statuses, status+": "+strings.TrimSuffix(op.Responses[status].Description, "."))
	}
	return v
}

// viewContent names the media types of a body, and gives the JSON example.
func viewContent(content map[string]*huma.MediaType) (name, example string) {
	var names []string
	for _, media := range slices.Sorted(maps.Keys(content)) {
		if media != "application/json" {
			names = append(names, media)
			continue
		}
		names = append(names, typeName(content[media].Schema))
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if content[media].Example != nil && enc.Encode(content[media].Example) == nil {
			example = strings.TrimSpace(out.String())
		}
	}
	return strings.Join(names, " or "), example
}

// typeName tells a schema in a word or two: string, Hit[], Number or null.
func typeName(s *huma.Schema) string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return strings.TrimPrefix(s.Ref, schemaPrefix)
	case len(s.AnyOf) > 0:
		return typeName(s.AnyOf[0]) + " or null"
	case s.Items != nil:
		return typeName(s.Items) + "[]"
	case s.Type == huma.TypeObject:
		if below, ok := s.AdditionalProperties.(*huma.Schema); ok {
			return "map of " + typeName(below)
		}
	case s.Nullable:
		return s.Type + " or null"
	case s.Format != "" && s.Type == huma.TypeString:
		return s.Type + ", " + s.Format
	}
	return s.Type
}

// parameterType tells the bounds and the values of a parameter too.
func parameterType(p *huma.Param) string {
	if p.Name == fieldsName { // its paths are those of the answer's type
		return "list of paths"
	}
	s, name := p.Schema, typeName(p.Schema)
	values := s.Enum
	if s.Items != nil {
		values = s.Items.Enum
	}
	for i, value := range values {
		name += []string{": ", ", "}[min(i, 1)] + fmt.Sprint(value)
	}
	if s.Minimum != nil && s.Maximum != nil {
		name += fmt.Sprintf(", %.0f to %.0f", *s.Minimum, *s.Maximum)
	}
	if s.Default != nil {
		name += fmt.Sprintf(", default %v", s.Default)
	}
	return name
}
