package sample

import (
	"fmt"
	"slices"

	"tracuu/internal/model"
)

// Expect is what must be understood of an article. Every list is complete: a
// fact that is found but not listed is as wrong as one that is missed. Targets
// are the exception: those that are listed must be found.
type Expect struct {
	Numbers   []Number   `yaml:"numbers"`
	Relations []Relation `yaml:"relations"`
	Targets   []Target   `yaml:"targets"`
}

// Number is a document that the article names, once however often it does.
type Number struct {
	Number string     `yaml:"number"` // canonical, or "CT 15" for a bare mention
	Issued model.Date `yaml:"issued"` // where one of the mentions states it
	Role   model.Role `yaml:"role"`   // announced when one of the mentions is; empty means cited
}

// Relation joins two documents by their numbers. From is empty for the page and
// for the document that the page announces.
type Relation struct {
	From string             `yaml:"from"`
	Type model.RelationType `yaml:"type"`
	To   string             `yaml:"to"`
}

// Target is a goal with a number.
type Target struct {
	Op    model.Operator `yaml:"op"`
	Value float64        `yaml:"value"`
	Unit  string         `yaml:"unit"`
	Due   string         `yaml:"due"`
}

// Mismatches compares the facts of an article with what is expected and tells
// every difference in a line. No difference gives nil.
func (e Expect) Mismatches(f *model.Facts) []string {
	var out []string
	out = append(out, compareSets("number", e.numbers(), numbersOf(f))...)
	out = append(out, compareSets("relation", e.relations(), relationsOf(f))...)
	for _, t := range e.Targets {
		if !slices.ContainsFunc(f.Targets, t.matches) {
			out = append(out, fmt.Sprintf("target missed: %s %v %s due %q", t.Op, t.Value, t.Unit, t.Due))
		}
	}
	return out
}

func (t Target) matches(f model.Target) bool {
	return f.Op == t.Op && f.Value != nil && *f.Value == t.Value && f.Unit == t.Unit && f.Due == t.Due
}

func (e Expect) numbers() []string {
	var out []string
	for _, n := range e.Numbers {
		role := n.Role
		if role == "" {
			role = model.Cited
		}
		out = append(out, describeNumber(n.Number, n.Issued, role))
	}
	return out
}

func (e Expect) relations() []string {
	var out []string
	for _, r := range e.Relations {
		out = append(out, describeRelation(r.From, r.Type, r.To))
	}
	return out
}

// numbersOf folds the mentions of one document into one.
func numbersOf(f *model.Facts) []string {
	var out []string
	for _, m := range f.Mentions {
		name := nameOf(m.Number)
		issued, role := m.Issued, m.Role
		for _, o := range f.Mentions {
			if nameOf(o.Number) != name {
				continue
			}
			if issued.IsZero() {
				issued = o.Issued
			}
			if o.Role == model.Announced {
				role = o.Role
			}
		}
		out = append(out, describeNumber(name, issued, role))
	}
	return out
}

func relationsOf(f *model.Facts) []string {
	var out []string
	for _, r := range f.Relations {
		from := ""
		if r.From != model.Page && f.Mentions[r.From].Role != model.Announced {
			from = nameOf(f.Mentions[r.From].Number)
		}
		out = append(out, describeRelation(from, r.Type, nameOf(f.Mentions[r.To].Number)))
	}
	return out
}

// nameOf is the canonical number, or type and number of a bare mention.
func nameOf(n model.DocNumber) string {
	if n.Canonical != "" {
		return n.Canonical
	}
	return n.Type + " " + n.No
}

func describeNumber(name string, issued model.Date, role model.Role) string {
	return fmt.Sprintf("%s issued %q %s", name, issued.String(), role)
}

func describeRelation(from string, t model.RelationType, to string) string {
	if from == "" {
		from = "the page"
	}
	return fmt.Sprintf("%s %s %s", from, t, to)
}

// compareSets tells what one list has and the other has not.
func compareSets(what string, want, got []string) []string {
	var out []string
	for _, w := range unique(want) {
		if !slices.Contains(got, w) {
			out = append(out, what+" missed: "+w)
		}
	}
	for _, g := range unique(got) {
		if !slices.Contains(want, g) {
			out = append(out, what+" invented: "+g)
		}
	}
	return out
}

func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
