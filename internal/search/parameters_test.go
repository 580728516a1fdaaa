package search_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tracuu/internal/search"
)

// tried are values of which each parameter takes one otherwise than its absence.
var tried = []string{"\xff", "x", "year", "2021", "true", "-1", "KH", "2021..2022", "18/3/2022"}

// known tells whether ParseQuestion reads the parameter at all.
func known(name string) bool {
	none, _ := search.ParseQuestion(url.Values{})
	for _, value := range tried {
		q, err := search.ParseQuestion(url.Values{name: {value}})
		if err != nil || !reflect.DeepEqual(q, none) {
			return true
		}
	}
	return false
}

// TestParametersAreThoseOfTheParser holds the table against ParseQuestion, both
// ways: every word in the sources of this package that could be the name of a
// parameter is tried.
func TestParametersAreThoseOfTheParser(t *testing.T) {
	var listed []string
	for _, p := range search.Parameters() {
		listed = append(listed, p.Name)
		if !known(p.Name) {
			t.Errorf("%s is in the table, but ParseQuestion does not read it", p.Name)
		}
		if p.Help == "" {
			t.Errorf("%s has no description", p.Name)
		}
	}
	words := wordsOfSources(t)
	if !slices.Contains(words, "offset") {
		t.Fatal("the sources were not read")
	}
	for _, word := range words {
		if known(word) && !slices.Contains(listed, word) {
			t.Errorf("ParseQuestion reads %s, which is not in the table", word)
		}
	}
}

// wordsOfSources lists the string literals that look like names.
func wordsOfSources(t *testing.T) []string {
	t.Helper()
	name := regexp.MustCompile(`^[a-z][a-z_-]{0,30}$`)
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, 0)
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
	words := make([]string, 0, len(seen))
	for word := range seen {
		words = append(words, word)
	}
	slices.Sort(words)
	return words
}
