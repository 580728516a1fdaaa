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
	goals, err := data.Words("goals.txt", "goal")
	if err != nil {
		return ruleSet{}, err
	}
	results, err := data.Words("goals.txt", "result")
	if err != nil {
		return ruleSet{}, err
	}
	rows, err := data.Table("units.txt", 1)
	if err != nil {
		return ruleSet{}, err
	}
	r := ruleSet{goals: vietnamese.FoldAll(goals), results: vietnamese.FoldAll(results)}
	for _, row := range rows {
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
