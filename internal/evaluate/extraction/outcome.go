package extraction

import (
	"fmt"
	"slices"
	"strings"
)

// Fields are what is measured, in the order of reports.
var Fields = []string{
	"pages", "title", "published", "numbers", "issued", "dates", "targets", "targets.value", "targets.due", "relations", "assignments",
}

// Outcome is how one page fares in one field. The items are words for people;
// an item that is labelled twice stands twice.
type Outcome struct {
	Page, Field string
	Found       []string // labelled and read
	Missed      []string // labelled only
	Invented    []string // read only
}

// empty tells that there was nothing to find and nothing was invented.
func (o Outcome) empty() bool { return len(o.Found)+len(o.Missed)+len(o.Invented) == 0 }

// Measure compares pages as read with the labelled ones, page by page in the
// labels' order. A page as read belongs to the label whose path its own ends in.
func Measure(labels, read []Page) []Outcome {
	byLabel := map[string]Page{}
	for _, p := range read {
		name := strings.ReplaceAll(p.Page, `\`, "/")
		for _, l := range labels {
			if strings.HasSuffix(name, l.Page) {
				byLabel[l.Page] = p
			}
		}
	}
	var all []Outcome
	for _, l := range labels {
		p, ok := byLabel[l.Page]
		present := Outcome{Field: "pages", Missed: []string{l.Page}}
		if ok {
			present = Outcome{Field: "pages", Found: []string{l.Page}}
		}
		for _, o := range append([]Outcome{present}, measurePage(l, p)...) {
			if o.Page = l.Page; !o.empty() {
				all = append(all, o)
			}
		}
	}
	return all
}

func measurePage(l, p Page) []Outcome {
	targets, value, due := targets(l.Targets, p.Targets)
	return []Outcome{
		titleOutcome(l.Title, p.Title),
		publishedOutcome(l.Published, p.Published),
		sets("numbers", keys(l.Numbers, numberKey), keys(p.Numbers, numberKey)),
		sets("issued", keys(l.Numbers, issuedKey), keys(p.Numbers, issuedKey)),
		sets("dates", keys(l.Dates, periodKey), keys(p.Dates, periodKey)),
		targets, value, due,
		sets("relations", keys(l.Relations, relationKey), keys(p.Relations, relationKey)),
		quoted("assignments", clauses(l.Assignments), clauses(p.Assignments)),
	}
}

// titleOutcome says nothing of a page without a headline: what was read there
// may be one all the same.
func titleOutcome(label, read string) Outcome {
	o := Outcome{Field: "title"}
	switch {
	case label == "":
	case normal(label) == normal(read):
		o.Found = []string{label}
	default:
		o.Missed = []string{label}
		if read != "" {
			o.Invented = []string{read}
		}
	}
	return o
}

func publishedOutcome(label, read string) Outcome {
	o := Outcome{Field: "published"}
	if label != "" && label == read {
		o.Found = []string{label}
		return o
	}
	if label != "" {
		o.Missed = []string{label}
	}
	if read != "" {
		o.Invented = []string{read}
	}
	return o
}

func issuedKey(n Number) string {
	if key := numberKey(n); key != "" && n.Issued != "" {
		return key + " " + n.Issued
	}
	return ""
}

func periodKey(p Period) string { return p.From + ".." + p.To }

func keys[T any](all []T, key func(T) string) []string {
	out := make([]string, 0, len(all))
	for _, x := range all {
		if k := key(x); k != "" {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sets compares two sorted sets.
func sets(field string, label, read []string) Outcome {
	o := Outcome{Field: field}
	for _, k := range label {
		if _, ok := slices.BinarySearch(read, k); ok {
			o.Found = append(o.Found, k)
		} else {
			o.Missed = append(o.Missed, k)
		}
	}
	for _, k := range read {
		if _, ok := slices.BinarySearch(label, k); !ok {
			o.Invented = append(o.Invented, k)
		}
	}
	return o
}

// quoted compares clauses by their words.
func quoted(field string, label, read []Clause) Outcome {
	o, _ := paired(field, label, read)
	return o
}

func paired(field string, label, read []Clause) (Outcome, []pair) {
	o := Outcome{Field: field}
	pairs := pairUp(label, read)
	for i, l := range label {
		if slices.ContainsFunc(pairs, func(p pair) bool { return p.label == i }) {
			o.Found = append(o.Found, l.Quote)
		} else {
			o.Missed = append(o.Missed, l.Quote)
		}
	}
	for i, r := range read {
		if !slices.ContainsFunc(pairs, func(p pair) bool { return p.read == i }) {
			o.Invented = append(o.Invented, r.Quote)
		}
	}
	return o, pairs
}

// targets compares targets, and of those found the value and the due time.
func targets(label, read []Clause) (found, value, due Outcome) {
	found, pairs := paired("targets", label, read)
	value, due = Outcome{Field: "targets.value"}, Outcome{Field: "targets.due"}
	for _, p := range pairs {
		l, r := label[p.label], read[p.read]
		if l.Value != nil {
			value.judge(sameValue(l, r), valueItem(l))
		}
		if l.Due != "" {
			due.judge(dueMonth(l.Due) == dueMonth(r.Due), l.Quote+" → "+l.Due)
		}
	}
	return found, value, due
}

func (o *Outcome) judge(right bool, item string) {
	if right {
		o.Found = append(o.Found, item)
	} else {
		o.Missed = append(o.Missed, item)
	}
}

func valueItem(c Clause) string {
	item := fmt.Sprintf("%s → %s %v", c.Quote, c.Op, *c.Value)
	if c.ValueTo != nil {
		item += fmt.Sprintf("..%v", *c.ValueTo)
	}
	return strings.TrimSpace(item + " " + c.Unit)
}
