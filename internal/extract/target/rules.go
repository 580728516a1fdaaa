package target

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// ruleSet is the words of data/rules/goals.txt and units.txt, folded.
type ruleSet struct{ goals, results, units []string }

// rules are read once; the embedded files are checked by a test.
var rules = sync.OnceValue(func() ruleSet {
	r, err := loadRules()
	if err != nil {
		return ruleSet{}
	}
	return r
})

func loadRules() (ruleSet, error) {
	var r ruleSet
	goals, err := data.Table("goals.txt", 2)
	if err != nil {
		return r, err
	}
	units, err := data.Table("units.txt", 1)
	if err != nil {
		return r, err
	}
	for _, row := range goals {
		for _, w := range data.List(row[1]) {
			if row[0] == "goal" {
				r.goals = append(r.goals, vietnamese.Fold(w))
			} else {
				r.results = append(r.results, vietnamese.Fold(w))
			}
		}
	}
	for _, row := range units {
		r.units = append(r.units, vietnamese.Fold(row[0]))
	}
	slices.SortFunc(r.units, func(a, b string) int { return len(b) - len(a) })
	return r, nil
}

func opensGoal(folded string) bool   { return containsAny(folded, rules().goals) }
func tellsResult(folded string) bool { return containsAny(folded, rules().results) }

func containsAny(s string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(s, p) })
}
