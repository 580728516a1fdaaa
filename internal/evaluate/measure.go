package evaluate

import (
	"math"
	"slices"
)

// Measure scores what was found for one question, 0 to 1. ids stand best first
// without repetition; grades are the judgements of the question.
type Measure struct {
	Name  string
	Score func(ids []string, grades map[string]int) float64
}

// NDCG is normalised discounted cumulative gain at a depth, with gain
// 2^grade - 1 and discount log2(rank + 1) (Burges et al., Learning to rank
// using gradient descent, 2005).
func NDCG(depth int) Measure {
	return Measure{"nDCG@" + itoa(depth), func(ids []string, grades map[string]int) float64 {
		var found, best []int
		for _, id := range top(ids, depth) {
			found = append(found, grades[id])
		}
		for _, g := range grades {
			best = append(best, g)
		}
		slices.SortFunc(best, func(a, b int) int { return b - a })
		ideal := dcg(best[:min(depth, len(best))])
		if ideal == 0 {
			return 0
		}
		return dcg(found) / ideal
	}}
}

func dcg(grades []int) float64 {
	var sum float64
	for i, g := range grades {
		sum += (math.Exp2(float64(g)) - 1) / math.Log2(float64(i)+2)
	}
	return sum
}

// Recall is the share of the relevant records (any grade) that stand among the
// first.
func Recall(depth int) Measure {
	return Measure{"recall@" + itoa(depth), func(ids []string, grades map[string]int) float64 {
		relevant, found := 0, 0
		for _, g := range grades {
			if g > 0 {
				relevant++
			}
		}
		for _, id := range top(ids, depth) {
			if grades[id] > 0 {
				found++
			}
		}
		if relevant == 0 {
			return 0
		}
		return float64(found) / float64(relevant)
	}}
}

// Success is 1 when a relevant record stands among the first.
func Success(depth int) Measure {
	return Measure{"success@" + itoa(depth), func(ids []string, grades map[string]int) float64 {
		if first := firstRelevant(ids, grades); first > 0 && first <= depth {
			return 1
		}
		return 0
	}}
}

// MRR is one by the rank of the first relevant record, 0 when none was found.
// Its mean over questions is the mean reciprocal rank.
func MRR() Measure {
	return Measure{"MRR", func(ids []string, grades map[string]int) float64 {
		if first := firstRelevant(ids, grades); first > 0 {
			return 1 / float64(first)
		}
		return 0
	}}
}

// firstRelevant is a rank from 1, or 0.
func firstRelevant(ids []string, grades map[string]int) int {
	return 1 + slices.IndexFunc(ids, func(id string) bool { return grades[id] > 0 })
}

func top(ids []string, depth int) []string { return ids[:min(depth, len(ids))] }
