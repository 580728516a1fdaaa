// Package familycheck reads the frozen pages of the CMS families with today's
// rules and compares the reading with the facts that are expected of them.
// Pages and facts are data: data/portals/pages and data/portals/checks.txt.
package familycheck

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"tracuu/internal/extract"
	"tracuu/internal/model"
)

// Fact is one row: what a page must be read as.
type Fact struct {
	Family string `json:"family"` // folder of the page
	Page   string `json:"page"`
	Field  string `json:"field"`
	Want   string `json:"want"`
}

// Result is a fact held against its page.
type Result struct {
	Fact
	Got string `json:"got"`
	OK  bool   `json:"ok"`
}

const factsFile = "checks.txt"

// Facts reads the rows of the portals' folder.
func Facts(portals fs.FS) ([]Fact, error) {
	raw, err := fs.ReadFile(portals, factsFile)
	if err != nil {
		return nil, fmt.Errorf("expected facts: %w", err)
	}
	var facts []Fact
	for i, line := range strings.Split(string(raw), "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.SplitN(line, "|", 4)
		if len(cells) != 4 {
			return nil, fmt.Errorf("%s:%d: needs family | page | field | expected", factsFile, i+1)
		}
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		f := Fact{cells[0], cells[1], cells[2], cells[3]}
		if _, known := fields[f.Field]; !known {
			return nil, fmt.Errorf("%s:%d: no field %q", factsFile, i+1, f.Field)
		}
		facts = append(facts, f)
	}
	return facts, nil
}

// Check reads each page once and holds its facts against it.
func Check(portals fs.FS, x *extract.Extractor, facts []Fact) ([]Result, error) {
	read := map[string]*model.Article{}
	results := make([]Result, 0, len(facts))
	for _, f := range facts {
		file := path.Join("pages", f.Family, f.Page)
		a, done := read[file]
		if !done {
			body, err := fs.ReadFile(portals, file)
			if err != nil {
				return nil, fmt.Errorf("frozen page: %w", err)
			}
			found, err := x.Page(extract.Input{URL: "http://cong.example/bai/" + f.Page, Body: body})
			if err != nil {
				return nil, fmt.Errorf("frozen page %s: %w", file, err)
			}
			a = &found.Article
			read[file] = a
		}
		got, ok := fields[f.Field](a, f.Want)
		results = append(results, Result{Fact: f, Got: got, OK: ok})
	}
	return results, nil
}

// fields tells what an article has in a field, and whether that is what is
// wanted.
var fields = map[string]func(a *model.Article, want string) (string, bool){
	"family":    equal(func(a *model.Article) string { return a.Family }),
	"kind":      equal(func(a *model.Article) string { return string(a.Kind) }),
	"title":     equal(func(a *model.Article) string { return a.Title }),
	"published": equal(func(a *model.Article) string { return a.Published.String() }),
	"author":    equal(func(a *model.Article) string { return a.Author }),
	"views":     equal(func(a *model.Article) string { return strconv.Itoa(a.Views) }),
	"number": among(func(a *model.Article) (all []string) {
		for i := range a.Mentions {
			all = append(all, a.Mentions[i].Number.Canonical)
		}
		return all
	}),
	"file": among(func(a *model.Article) (all []string) {
		for i := range a.Attachments {
			all = append(all, a.Attachments[i].URL)
		}
		return all
	}),
	"text": func(a *model.Article, want string) (string, bool) {
		if absent, not := strings.CutPrefix(want, "-"); not {
			return a.Text, !strings.Contains(a.Text, strings.TrimSpace(absent))
		}
		return a.Text, strings.Contains(a.Text, want)
	},
}

func equal(of func(*model.Article) string) func(*model.Article, string) (string, bool) {
	return func(a *model.Article, want string) (string, bool) { return of(a), of(a) == want }
}

func among(of func(*model.Article) []string) func(*model.Article, string) (string, bool) {
	return func(a *model.Article, want string) (string, bool) {
		all := of(a)
		for _, one := range all {
			if one == want {
				return one, true
			}
		}
		return strings.Join(all, ", "), false
	}
}
