package evaluate

import (
	"maps"
	"slices"
	"strconv"
)

// Scores hold a measure of each question, in the order of Questions.
type Scores struct {
	Measure   string
	Questions []string // ids in order
	Values    []float64
}

// Score measures a run on every question that has a relevant record. A question
// that the run has nothing for counts 0.
func Score(run Run, judged Judgements, m Measure) Scores {
	s := Scores{Measure: m.Name}
	for _, question := range slices.Sorted(maps.Keys(judged)) {
		grades := judged[question]
		if !anyRelevant(grades) {
			continue
		}
		s.Questions = append(s.Questions, question)
		s.Values = append(s.Values, m.Score(distinct(run[question]), grades))
	}
	return s
}

// Only keeps the questions that keep accepts.
func (s Scores) Only(keep func(question string) bool) Scores {
	out := Scores{Measure: s.Measure}
	for i, q := range s.Questions {
		if keep(q) {
			out.Questions = append(out.Questions, q)
			out.Values = append(out.Values, s.Values[i])
		}
	}
	return out
}

// Mean is the mean over the questions, 0 when there is none.
func (s Scores) Mean() float64 { return mean(s.Values) }

func mean(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	var sum float64
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

func anyRelevant(grades map[string]int) bool {
	for _, g := range grades {
		if g > 0 {
			return true
		}
	}
	return false
}

// distinct are the ids of hits, each at its first place: a record that stands
// twice must not be counted twice.
func distinct(hits []Ranked) []string {
	seen := make(map[string]bool, len(hits))
	ids := make([]string, 0, len(hits))
	for _, h := range hits {
		if !seen[h.ID] {
			seen[h.ID] = true
			ids = append(ids, h.ID)
		}
	}
	return ids
}

func itoa(n int) string { return strconv.Itoa(n) }
