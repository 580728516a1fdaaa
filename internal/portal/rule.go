package portal

import (
	"iter"
	"regexp"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Selector is a list of CSS selectors, compiled once. The zero Selector
// matches nothing.
type Selector struct{ group cascadia.SelectorGroup }

// CompileSelector compiles CSS selectors into one that matches any of them.
func CompileSelector(css ...string) (Selector, error) {
	var s Selector
	for _, c := range css {
		g, err := cascadia.ParseGroup(c)
		if err != nil {
			return Selector{}, err
		}
		s.group = append(s.group, g...)
	}
	return s, nil
}

// Empty tells that the selector matches nothing.
func (s Selector) Empty() bool { return len(s.group) == 0 }

// Matches tells whether one element is selected.
func (s Selector) Matches(n *html.Node) bool {
	return n.Type == html.ElementNode && len(s.group) > 0 && s.group.Match(n)
}

// First returns the first selected element in reading order, or nil.
func (s Selector) First(root *html.Node) *html.Node {
	for n := range s.All(root) {
		return n
	}
	return nil
}

// All walks the selected elements under root in reading order.
func (s Selector) All(root *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		if s.Empty() {
			return
		}
		for n := range root.Descendants() {
			if s.Matches(n) && !yield(n) {
				return
			}
		}
	}
}

// Choice is selectors in order of preference. The zero Choice finds nothing.
type Choice []Selector

// First returns the first element that the most preferred selector with any
// finds, or nil.
func (c Choice) First(root *html.Node) *html.Node {
	for n := range c.All(root) {
		return n
	}
	return nil
}

// All walks what the selectors find, the preferred ones first. An element that
// two of them select comes twice.
func (c Choice) All(root *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for _, s := range c {
			for n := range s.All(root) {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// Pattern is a regular expression that may be absent. The zero Pattern
// matches nothing.
type Pattern struct{ re *regexp.Regexp }

// CompilePattern compiles an expression in RE2 syntax; "" gives the zero one.
func CompilePattern(expr string) (Pattern, error) {
	if expr == "" {
		return Pattern{}, nil
	}
	re, err := regexp.Compile(expr)
	return Pattern{re}, err
}

// Empty tells that the pattern is absent.
func (p Pattern) Empty() bool { return p.re == nil }

// Match tells whether s agrees with the pattern.
func (p Pattern) Match(s string) bool { return p.re != nil && p.re.MatchString(s) }

// Groups returns the named groups of the first match in s, and false when
// there is none.
func (p Pattern) Groups(s string) (map[string]string, bool) {
	if p.re == nil {
		return nil, false
	}
	m := p.re.FindStringSubmatch(s)
	if m == nil {
		return nil, false
	}
	groups := map[string]string{}
	for i, name := range p.re.SubexpNames() {
		if name != "" && m[i] != "" {
			groups[name] = m[i]
		}
	}
	return groups, true
}

// Patterns is a list of which any may match.
type Patterns []Pattern

// Match tells whether any pattern agrees with s.
func (ps Patterns) Match(s string) bool {
	for _, p := range ps {
		if p.Match(s) {
			return true
		}
	}
	return false
}
