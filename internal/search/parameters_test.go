package search_test

import (
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

// asks are the parsers with the tables of what they read.
var asks = map[string]struct {
	listed []search.Parameter
	parse  func(url.Values) (any, error)
}{
	"search":      {search.Parameters(), func(v url.Values) (any, error) { return search.ParseQuestion(v) }},
	"targets":     {search.TargetParameters(), withFormat(search.ParseTargets)},
	"assignments": {search.AssignmentParameters(), withFormat(search.ParseAssignments)},
	"missing":     {search.MissingParameters(), withFormat(search.ParseMissing)},
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
			if p.Example != "" {
				if _, err := ask.parse(url.Values{p.Name: {p.Example}}); err != nil {
					t.Errorf("%s: the example of %s is refused: %v", name, p.Name, err)
				}
			}
			for _, value := range p.Values {
				if _, err := ask.parse(url.Values{p.Name: {value}}); err != nil {
					t.Errorf("%s: %s=%s is refused: %v", name, p.Name, value, err)
				}
			}
		}
		for _, word := range words {
			if reads(word) && !slices.Contains(listed, word) {
				t.Errorf("%s: the parser reads %s, which is not in the table", name, word)
			}
		}
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
