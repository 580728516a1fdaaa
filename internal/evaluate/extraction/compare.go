package extraction

import (
	"math"
	"regexp"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/cases"

	"tracuu/internal/vietnamese"
)

// normal is the form in which words are compared: NFC, without case, doubled
// blanks and marks at the ends.
func normal(s string) string {
	s = strings.ReplaceAll(vietnamese.NFC(s), "\u200b", "")
	s = strings.Join(strings.Fields(s), " ")
	return cases.Fold().String(strings.Trim(s, ".:;,-–…/ "))
}

// wordSet is the distinct words of a text: runs of letters, digits and _.
func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(normal(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	}) {
		set[w] = true
	}
	return set
}

// overlap is the share of the shorter text's words that both have.
func overlap(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return float64(shared) / float64(max(1, len(a)))
}

// numberKey tells documents apart on one page: the canonical form, or type and
// number of a bare mention; "" when there is no number.
func numberKey(n Number) string {
	if n.Canonical != "" {
		return official(strings.Join(strings.Fields(n.Canonical), ""))
	}
	no := strings.TrimLeft(n.No, "0")
	if no == "" {
		return ""
	}
	kind := n.Type
	if kind == "" {
		kind = "?"
	}
	return kind + " " + no
}

// relationKey is "" when the other document has no name.
func relationKey(r Relation) string {
	to := official(strings.Join(strings.Fields(r.To), " "))
	if to == "" {
		return ""
	}
	return to + " " + r.Type
}

func official(s string) string { return strings.ReplaceAll(strings.ToUpper(s), "Ð", "Đ") }

var isoDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// dueMonth makes the last day of a month that month: by 30 June is by June.
func dueMonth(due string) string {
	if !isoDay.MatchString(due) {
		return due
	}
	day, err := time.Parse(time.DateOnly, due)
	if err != nil || day.AddDate(0, 0, 1).Day() != 1 {
		return due
	}
	return due[:7]
}

func unitOf(u string) string {
	switch u = normal(u); u {
	case "phần trăm":
		return "%"
	case "tỉ đồng":
		return "tỷ đồng"
	}
	return u
}

// sameValue compares operator, values and unit; "more than" counts as "at
// least", for writers do not tell them apart.
func sameValue(a, b Clause) bool {
	return operator(a.Op) == operator(b.Op) && equal(a.Value, b.Value) && equal(a.ValueTo, b.ValueTo) && unitOf(a.Unit) == unitOf(b.Unit)
}

func operator(op string) string {
	switch op {
	case ">", "<":
		return op + "="
	}
	return op
}

func equal(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Round(*a*1e6) == math.Round(*b*1e6)
}
