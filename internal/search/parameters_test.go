package search_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"net/url"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tracuu/internal/search"
)

// tried are values of which each parameter takes one otherwise than its absence.
var tried = []string{"\xff", "x", "2021", "true", "-1", "KH", "2021..2022", "18/3/2022", "\x00", "number"}

// asking is a parser with the table of what it reads.
type asking struct {
	listed []search.Parameter
	parse  func(url.Values) (any, error)
	strict bool // it refuses bytes that are not UTF-8 in every parameter
}

var asks = map[string]asking{
	"search":      {search.Parameters(), func(v url.Values) (any, error) { return search.ParseQuestion(v) }, false},
	"targets":     {search.TargetParameters(), withFormat(search.ParseTargets), true},
	"assignments": {search.AssignmentParameters(), withFormat(search.ParseAssignments), true},
	"missing":     {search.MissingParameters(), withFormat(search.ParseMissing), true},
}

// withFormat is a parser of a table, which is asked for a format beside.
func withFormat[Q any](parse func(url.Values) (Q, error)) func(url.Values) (any, error) {
	return func(v url.Values) (any, error) {
		q, err := parse(v)
		if err != nil {
			return nil, err
		}
		f, _, err := search.ParseFormat(v)
		return []any{q, f}, err
	}
}

// TestParametersAreThoseOfTheParsers holds the tables against the parsers, both
// ways: every word in the sources that could be the name of a parameter is tried.
func TestParametersAreThoseOfTheParsers(t *testing.T) {
	words := wordsOfSources(t, ".", "../filter")
	if !slices.Contains(words, "offset") || !slices.Contains(words, "level") {
		t.Fatal("the sources were not read")
	}
	for name, ask := range asks {
		reads := func(parameter string) bool {
			none, _ := ask.parse(url.Values{})
			for _, value := range tried {
				q, err := ask.parse(url.Values{parameter: {value}})
				if err != nil || !reflect.DeepEqual(q, none) {
					return true
				}
			}
			return false
		}
		var listed []string
		for _, p := range ask.listed {
			listed = append(listed, p.Name)
			if !reads(p.Name) {
				t.Errorf("%s: %s is in the table, but the parser does not read it", name, p.Name)
			}
			if p.Help == "" {
				t.Errorf("%s: %s has no description", name, p.Name)
			}
			ask.takes(t, name, p)
		}
		for _, word := range words {
			if reads(word) && !slices.Contains(listed, word) {
				t.Errorf("%s: the parser reads %s, which is not in the table", name, word)
			}
		}
	}
}

// takes holds a parameter against its parser: its values and its example are
// taken, as is none at all, and what cannot be read is the fault of its name.
func (ask asking) takes(t *testing.T, name string, p search.Parameter) {
	t.Helper()
	for _, value := range append(slices.Clone(p.Values), p.Example, "") {
		if _, err := ask.parse(url.Values{p.Name: {value}}); err != nil {
			t.Errorf("%s: %s=%s is refused: %v", name, p.Name, value, err)
		}
	}
	if !ask.strict {
		return
	}
	var fault *search.FieldError
	if _, err := ask.parse(url.Values{p.Name: {"\xff"}}); !errors.As(err, &fault) || fault.Field != p.Name {
		t.Errorf("%s: %s is not read: %v", name, p.Name, err)
	}
}

// wordsOfSources lists the string literals that look like names.
func wordsOfSources(t *testing.T, folders ...string) []string {
	t.Helper()
	name := regexp.MustCompile(`^[a-z][a-z_-]{0,30}$`)
	seen := map[string]bool{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if word, err := strconv.Unquote(lit.Value); err == nil && name.MatchString(word) {
						seen[word] = true
					}
				}
				return true
			})
		}
	}
	words := make([]string, 0, len(seen))
	for word := range seen {
		words = append(words, word)
	}
	slices.Sort(words)
	return words
}
