package api

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const module = "tracuu/"

// TestDescriptionsAreThoseOfTheSources reads what stands above and beside the
// types and fields that are answered.
func TestDescriptionsAreThoseOfTheSources(t *testing.T) {
	document := documentOf(t)
	types := map[reflect.Type]bool{}
	for name := range document.Components.Schemas.Map() {
		collect(document.Components.Schemas.TypeFromRef(schemaPrefix+name), types)
	}
	found := descriptions{}
	folders := map[string]sources{}
	for typ := range types {
		folder := strings.TrimPrefix(typ.PkgPath(), module)
		if _, read := folders[folder]; !read {
			folders[folder] = readSources(t, filepath.Join("..", "..", folder))
		}
		for key, text := range folders[folder].told(typ) {
			found[key] = text
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(found); err != nil {
		t.Fatal(err)
	}
	golden(t, "descriptions.json", out.Bytes())
}

// collect lists the types of this program that stand in a type's JSON.
func collect(t reflect.Type, into map[reflect.Type]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if into[t] || !strings.HasPrefix(t.PkgPath(), module) {
		return
	}
	into[t] = true
	if t.Kind() != reflect.Struct || single(t) {
		return
	}
	for _, f := range jsonFields(t) {
		into[f.owner] = true
		collect(f.Type, into)
	}
}

// sources is the declarations of a package.
type sources struct {
	types  map[string]*ast.TypeSpec
	above  map[string]string   // of types
	values map[string][]string // of types whose values are constants
}

func readSources(t *testing.T, folder string) sources {
	t.Helper()
	s := sources{map[string]*ast.TypeSpec{}, map[string]string{}, map[string][]string{}}
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sources in %s: %v", folder, err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, raw, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				s.add(g)
			}
		}
	}
	return s
}

func (s sources) add(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			s.types[spec.Name.Name] = spec
			s.above[spec.Name.Name] = prose(spec.Name.Name, spec.Doc, g.Doc)
		case *ast.ValueSpec:
			name, ok := spec.Type.(*ast.Ident)
			if g.Tok != token.CONST || !ok || len(spec.Values) != 1 {
				continue
			}
			lit, ok := spec.Values[0].(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				continue
			}
			value, err := strconv.Unquote(lit.Value)
			if err != nil {
				continue
			}
			if meaning := prose("", spec.Doc, spec.Comment); meaning != "" {
				value += " (" + strings.TrimSuffix(meaning, ".") + ")"
			}
			s.values[name.Name] = append(s.values[name.Name], value)
		}
	}
}

// told is what the sources say of a type and of its own fields.
func (s sources) told(t reflect.Type) descriptions {
	out := descriptions{}
	put := func(key, text string) {
		if text != "" {
			out[key] = text
		}
	}
	if values := s.values[t.Name()]; len(values) > 0 {
		put(typeKey(t), "One of: "+strings.Join(values, "; ")+".")
	} else {
		put(typeKey(t), s.above[t.Name()])
	}
	spec := s.types[t.Name()]
	if spec == nil {
		return out
	}
	if def, ok := spec.Type.(*ast.StructType); ok {
		for _, f := range def.Fields.List {
			for _, name := range f.Names {
				if !name.IsExported() {
					continue
				}
				put(typeKey(t)+"."+name.Name, prose(name.Name, f.Doc, f.Comment))
			}
		}
	}
	return out
}

var (
	blanks = regexp.MustCompile(`\s+`)
	nils   = regexp.MustCompile(`\bnil\b`)
)

// prose joins comments to one text for people who do not read Go: it begins with
// a capital, ends with a full stop, and nothing in JSON is nil.
func prose(name string, comments ...*ast.CommentGroup) string {
	var parts []string
	for _, c := range comments {
		if c == nil {
			continue
		}
		text := strings.TrimSpace(blanks.ReplaceAllString(c.Text(), " "))
		for _, verb := range []string{" is ", " are ", " says ", " tells ", " holds "} {
			if rest, found := strings.CutPrefix(text, name+verb); found && name != "" {
				text = strings.TrimPrefix(strings.TrimPrefix(verb, " is "), " are ") + rest
				text = strings.TrimSpace(text)
				break
			}
		}
		if text == "" {
			continue
		}
		text = nils.ReplaceAllString(text, "null")
		if first, _, _ := strings.Cut(text, " "); !strings.Contains(first, ".") {
			text = strings.ToUpper(text[:1]) + text[1:]
		}
		if !strings.HasSuffix(text, ".") {
			text += "."
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}
