package target

import (
	"fmt"
	"strings"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// families finds the names of indicators in folded text, by the first letter of
// the first part of each printed form.
type families [256][]form

// form is one printed form of a family. All of its parts must stand in the
// indicator.
type form struct {
	id, measure string
	parts       []string
	length      int
}

func (r *ruleSet) loadFamilies() error {
	rows, err := data.Table("indicators.txt", 4)
	if err != nil {
		return err
	}
	for _, row := range rows {
		switch row[1] {
		case "share", "count", "money", "qual", "any":
		default:
			return fmt.Errorf("rule file indicators.txt, %s: %q is no measure", row[0], row[1])
		}
		r.names[row[0]] = row[2]
		for _, printed := range data.List(row[3]) {
			f := form{id: row[0], measure: row[1], parts: strings.Split(vietnamese.Fold(printed), " + ")}
			for _, p := range f.parts {
				f.length += len(p)
			}
			first := f.parts[0][0]
			r.families[first] = append(r.families[first], f)
		}
	}
	return nil
}

// FamilyName is the name of a family for people, "" for an id without one.
func FamilyName(id string) string { return rules().names[id] }

// familyOf is the id of the family whose longest printed form an indicator
// holds, among those of its measure; "" when none does.
func familyOf(indicator, measure string) string {
	folded := strings.ReplaceAll(vietnamese.Fold(indicator), "ti le", "ty le")
	best, id := 0, ""
	for i := 0; i < len(folded); i++ {
		if !wordStart(folded, i) {
			continue
		}
		for _, f := range rules().families[folded[i]] {
			if f.length > best && (f.measure == "any" || f.measure == measure) && f.standsAt(folded, i) {
				best, id = f.length, f.id
			}
		}
	}
	return id
}

// standsAt tells whether the first part of a form stands at i and the others
// anywhere.
func (f form) standsAt(s string, i int) bool {
	if _, ok := phraseAt(s, i, f.parts[0]); !ok {
		return false
	}
	for _, p := range f.parts[1:] {
		if !(phrases{p}).in(s) {
			return false
		}
	}
	return true
}
