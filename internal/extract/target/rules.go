package target

import (
	"fmt"
	"strconv"
	"sync"

	"tracuu/data"
	"tracuu/internal/model"
)

// ruleSet is the rule files of the package, in lower case.
type ruleSet struct {
	cues      lexicon
	words     map[string]phrases // of goals.txt, by kind
	operators []operatorRule
	fillers   phrases
	units     lexicon // kind is the index of the unit
	measures  []measure
	families  families
	names     map[string]string // of families, by id
}

// measure says what a unit measures, and how many of its base a unit is.
type measure struct {
	quantity string
	factor   float64
}

type operatorRule struct {
	op    model.Operator
	after bool // stands behind the unit
	words phrases
}

// cueKinds are the rows of goals.txt that open or deny a goal in a sentence.
var cueKinds = []string{
	"strive", "aim", "setaim", "quota", "assigned", "plan", "budget", "secure", "cut",
	"control", "until", "award", "fulfil", "mask", "result", "plain",
}

var wordKinds = []string{
	"link", "place", "head", "nohead", "close", "tasks", "outcome", "firm", "own", "result", "plain", "learn",
}

// rules are read once; a test checks that the embedded files load.
var rules = sync.OnceValue(func() *ruleSet {
	r, err := loadRules()
	if err != nil {
		return &ruleSet{}
	}
	return r
})

func loadRules() (*ruleSet, error) {
	r := &ruleSet{words: map[string]phrases{}, names: map[string]string{}}
	for _, kind := range cueKinds {
		words, err := data.Words("goals.txt", kind)
		if err != nil {
			return nil, err
		}
		r.cues.add(kind, words)
	}
	r.cues.seal()
	for _, kind := range wordKinds {
		words, err := data.Words("goals.txt", kind)
		if err != nil {
			return nil, err
		}
		r.words[kind] = lowerAll(words)
	}
	if err := r.loadOperators(); err != nil {
		return nil, err
	}
	if err := r.loadUnits(); err != nil {
		return nil, err
	}
	return r, r.loadFamilies()
}

func (r *ruleSet) loadOperators() error {
	rows, err := data.Table("operators.txt", 3)
	if err != nil {
		return err
	}
	for _, row := range rows {
		words := lowerAll(data.List(row[2]))
		switch row[1] {
		case "filler":
			r.fillers = append(r.fillers, words...)
		case "before", "after":
			r.operators = append(r.operators, operatorRule{model.Operator(row[0]), row[1] == "after", words})
		default:
			return fmt.Errorf("rule file operators.txt: %q is no place", row[1])
		}
	}
	return nil
}

func (r *ruleSet) loadUnits() error {
	rows, err := data.Table("units.txt", 3)
	if err != nil {
		return err
	}
	for i, row := range rows {
		factor, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			return fmt.Errorf("rule file units.txt, unit %s: %w", row[0], err)
		}
		r.measures = append(r.measures, measure{row[1], factor})
		r.units.add(strconv.Itoa(i), []string{row[0]})
	}
	r.units.seal()
	return nil
}

func lowerAll(words []string) phrases {
	out := make(phrases, len(words))
	for i, w := range words {
		out[i] = lower(w)
	}
	return out
}
