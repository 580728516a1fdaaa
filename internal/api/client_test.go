package api

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
)

// TestClientTypesAreThoseOfTheDocument writes the types of the client package
// from the OpenAPI document, a file for each tag whose operations answer them
// first.
func TestClientTypesAreThoseOfTheDocument(t *testing.T) {
	document := documentOf(t)
	schemas := document.Components.Schemas
	files := map[string]*bytes.Buffer{"question": {}}
	for _, asked := range []struct{ path, name string }{
		{"/search", "Question"}, {"/targets", "TargetsQuestion"}, {"/assignments", "AssignmentsQuestion"}, {"/missing", "MissingQuestion"},
	} {
		writeQuestion(files["question"], asked.name, document.Paths[v1+asked.path].Get)
	}
	tags := answeredUnder(document)
	for _, name := range slices.Sorted(maps.Keys(schemas.Map())) {
		typ := schemas.TypeFromRef(schemaPrefix + name)
		origin := tags[typ]
		if files[origin] == nil {
			files[origin] = &bytes.Buffer{}
		}
		writeType(files[origin], name, schemas.Map()[name], jsonFields(typ))
	}
	for origin, body := range files {
		head := "// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.\n\npackage client\n\n"
		for _, used := range []string{"net/url", "time"} {
			if strings.Contains(body.String(), used[strings.LastIndexByte(used, '/')+1:]+".") {
				head += fmt.Sprintf("import %q\n", used)
			}
		}
		source, err := format.Source(append([]byte(head), body.Bytes()...))
		if err != nil {
			t.Fatalf("%v in\n%s", err, body)
		}
		golden(t, "../../client/types_"+origin+".go", source)
	}
}

// answeredUnder tells the tag of the first operation that answers a type, "shared"
// for types of the domain itself and "problem" for those that no answer holds.
func answeredUnder(document *huma.OpenAPI) map[reflect.Type]string {
	tags := map[reflect.Type]string{}
	for _, path := range slices.Sorted(maps.Keys(document.Paths)) {
		for _, op := range []*huma.Operation{document.Paths[path].Get, document.Paths[path].Post} {
			if op == nil || op.Responses["200"] == nil {
				continue
			}
			for _, content := range op.Responses["200"].Content {
				if content.Schema == nil || content.Schema.Ref == "" {
					continue
				}
				answered := map[reflect.Type]bool{}
				collect(document.Components.Schemas.TypeFromRef(content.Schema.Ref), answered)
				for typ := range answered {
					if tags[typ] == "" {
						tags[typ] = op.Tags[0]
					}
				}
			}
		}
	}
	for name := range document.Components.Schemas.Map() {
		typ := document.Components.Schemas.TypeFromRef(schemaPrefix + name)
		switch {
		case strings.HasSuffix(typ.PkgPath(), "/model"):
			tags[typ] = "shared"
		case tags[typ] == "":
			tags[typ] = "problem"
		}
	}
	return tags
}

func writeType(out *bytes.Buffer, name string, schema *huma.Schema, fields []jsonField) {
	comment(out, name+": "+lower(schema.Description), schema.Description)
	fmt.Fprintf(out, "type %s struct {\n", name)
	for _, f := range fields {
		field := schema.Properties[f.name]
		comment(out, field.Description, field.Description)
		fmt.Fprintf(out, "%s %s `json:%q`\n", goName(f.name), goType(field), f.name)
	}
	out.WriteString("}\n\n")
}

// writeQuestion writes the parameters of an operation.
func writeQuestion(out *bytes.Buffer, question string, op *huma.Operation) {
	fmt.Fprintf(out, "// %s is the parameters of %s; zero values are not sent.\ntype %s struct {\n", question, op.Path, question)
	var set strings.Builder
	for _, p := range op.Parameters {
		if p.Name == fieldsName || p.Name == "format" { // methods return whole answers
			continue
		}
		name := goName(p.Name)
		comment(out, p.Description, p.Description)
		typ, method := "string", "text"
		switch p.Schema.Type {
		case huma.TypeArray:
			typ, method = "[]string", "list"
		case huma.TypeInteger:
			typ, method = "int64", "number"
		case huma.TypeBoolean:
			typ, method = "bool", "flag"
		}
		fmt.Fprintf(out, "%s %s\n", name, typ)
		fmt.Fprintf(&set, "v.%s(%q, q.%s)\n", method, p.Name, name)
	}
	fmt.Fprintf(out, "}\n\nfunc (q %s) values() url.Values {\nv := parameters{}\n%sreturn url.Values(v)\n}\n\n", question, set.String())
}

func comment(out *bytes.Buffer, text, given string) {
	if given != "" {
		fmt.Fprintf(out, "// %s\n", text)
	}
}

func lower(text string) string {
	if len(text) < 2 || 'A' <= text[1] && text[1] <= 'Z' {
		return text // an abbreviation
	}
	return strings.ToLower(text[:1]) + text[1:]
}

// goName is the name of a field: article_id is ArticleID.
func goName(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		switch part {
		case "id", "url", "sha256":
			b.WriteString(strings.ToUpper(part))
		default:
			b.WriteString(title(part))
		}
	}
	return b.String()
}

func goType(s *huma.Schema) string {
	pointer := ""
	if s.Nullable && s.Items == nil {
		pointer = "*"
	}
	switch {
	case s.Ref != "":
		return strings.TrimPrefix(s.Ref, schemaPrefix)
	case len(s.AnyOf) > 0:
		return "*" + goType(s.AnyOf[0])
	case s.Items != nil:
		return "[]" + goType(s.Items)
	case s.Type == huma.TypeObject:
		if below, ok := s.AdditionalProperties.(*huma.Schema); ok {
			return "map[string]" + goType(below)
		}
		return "map[string]any"
	case s.Format == "date-time":
		return pointer + "time.Time"
	case s.Type == huma.TypeInteger:
		return pointer + "int64"
	case s.Type == huma.TypeNumber:
		return pointer + "float64"
	case s.Type == huma.TypeBoolean:
		return pointer + "bool"
	}
	return pointer + "string"
}
