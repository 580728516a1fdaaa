package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"tracuu/internal/web/message"
)

// TestWordsComeFromTheCatalogue: what a page says by itself stands in the
// catalogue, never in a template, a script or the code.
func TestWordsComeFromTheCatalogue(t *testing.T) {
	names := regexp.MustCompile(`\b(tracuu|Enter|Esc|kh 52|crawler archive verify|wacz)\b`)
	action := regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	tag := regexp.MustCompile(`(?s)<[^>]*>`)
	spoken := regexp.MustCompile(`(?:title|aria-label|placeholder|alt)="([^"]*)"`)
	for _, file := range glob(t, "page/*.html") {
		text := action.ReplaceAllString(read(t, file), "")
		for _, m := range spoken.FindAllStringSubmatch(text, -1) {
			if hasLetter(m[1]) {
				t.Errorf("%s says %q", file, m[1])
			}
		}
		for line := range strings.Lines(names.ReplaceAllString(tag.ReplaceAllString(text, ""), "")) {
			if hasLetter(line) {
				t.Errorf("%s says %q", file, strings.TrimSpace(line))
			}
		}
	}
	for _, file := range glob(t, "static/*.js") {
		for line := range strings.Lines(read(t, file)) {
			if code, _, _ := strings.Cut(line, "//"); ownLetters(code) {
				t.Errorf("%s says %q", file, line)
			}
		}
	}
	for _, file := range glob(t, "*.go") {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, s := range literals(t, file) {
			if ownLetters(s) {
				t.Errorf("%s says %q", file, s)
			}
		}
	}
}

// TestEveryMessageIsSaid: templates and code ask for keys that the catalogue has,
// and for all of them.
func TestEveryMessageIsSaid(t *testing.T) {
	words, err := message.For(message.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	inTemplate := regexp.MustCompile(`say "([^"]+)"`)
	for _, file := range glob(t, "page/*.html") {
		for _, m := range inTemplate.FindAllStringSubmatch(read(t, file), -1) {
			said[m[1]] = true
			if !words.Has(m[1]) {
				t.Errorf("%s asks for %s", file, m[1])
			}
		}
	}
	var begun []string // keys that are completed by a value: "relation."
	for _, file := range glob(t, "*.go") {
		for _, s := range literals(t, file) {
			said[s] = true
			if strings.HasSuffix(s, ".") {
				begun = append(begun, s)
			}
		}
	}
	for _, key := range words.Keys() {
		used := said[key]
		for _, b := range begun {
			used = used || strings.HasPrefix(key, b)
		}
		if !used {
			t.Errorf("nobody says %s", key)
		}
	}
}

// TestPagesAreLight bounds what a page loads beside itself.
func TestPagesAreLight(t *testing.T) {
	size := 0
	for _, file := range glob(t, "static/*.js") {
		size += len(read(t, file))
	}
	if size > 30<<10 {
		t.Errorf("%d bytes of script", size)
	}
}

func hasLetter(s string) bool { return strings.ContainsFunc(unescaped(s), unicode.IsLetter) }

var entity = regexp.MustCompile(`&\w+;`)

func unescaped(s string) string { return entity.ReplaceAllString(s, "") }

// ownLetters tells letters that only Vietnamese has here.
func ownLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal(pattern, err)
	}
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// literals lists the strings of a Go file.
func literals(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil {
				out = append(out, s)
			}
		}
		return true
	})
	return out
}
