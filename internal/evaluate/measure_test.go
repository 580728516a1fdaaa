package evaluate

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestMeasures(t *testing.T) {
	grades := map[string]int{"a": 2, "b": 1, "c": 1, "no": 0}
	ids := []string{"x", "a", "no", "b"}
	// gains 3 at rank 2 and 1 at rank 4, against 3, 1, 1 at ranks 1 to 3
	ndcg := (3/math.Log2(3) + 1/math.Log2(5)) / (3 + 1/math.Log2(3) + 1/math.Log2(4))
	for _, tc := range []struct {
		m    Measure
		want float64
	}{
		{NDCG(10), ndcg},
		{NDCG(1), 0},
		{Recall(2), 1.0 / 3},
		{Recall(10), 2.0 / 3},
		{Success(1), 0},
		{Success(2), 1},
		{MRR(), 0.5},
	} {
		if got := tc.m.Score(ids, grades); math.Abs(got-tc.want) > 1e-12 {
			t.Errorf("%s = %v, want %v", tc.m.Name, got, tc.want)
		}
	}
}

func TestNothingFoundOrJudged(t *testing.T) {
	for _, m := range []Measure{NDCG(10), Recall(10), Success(5), MRR()} {
		if got := m.Score(nil, map[string]int{"a": 1}); got != 0 {
			t.Errorf("%s of nothing found: %v", m.Name, got)
		}
		if got := m.Score([]string{"a"}, map[string]int{"a": 0}); got != 0 {
			t.Errorf("%s without a relevant record: %v", m.Name, got)
		}
	}
}

// TestMeasureLaws: between 0 and 1, 1 for the ideal order, and never worse when
// a better record moves up.
func TestMeasureLaws(t *testing.T) {
	name := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f", "g"})
	rapid.Check(t, func(t *rapid.T) {
		grades := rapid.MapOf(name, rapid.IntRange(0, 3)).Draw(t, "grades")
		ids := rapid.SliceOfDistinct(name, func(s string) string { return s }).Draw(t, "ids")
		for _, m := range []Measure{NDCG(5), Recall(5), Success(5), MRR()} {
			before := m.Score(ids, grades)
			if before < 0 || before > 1+1e-12 {
				t.Fatalf("%s = %v", m.Name, before)
			}
			for i := 1; i < len(ids); i++ {
				if grades[ids[i]] > grades[ids[i-1]] {
					ids[i], ids[i-1] = ids[i-1], ids[i]
					if after := m.Score(ids, grades); after < before-1e-12 {
						t.Fatalf("%s falls from %v to %v when a better record moves up", m.Name, before, after)
					}
					break
				}
			}
		}
	})
}

func TestScoreCountsQuestionsWithoutAnswer(t *testing.T) {
	judged := Judgements{"1": {"a": 1}, "2": {"b": 1}, "3": {"c": 0}}
	s := Score(Run{"1": {{"a", 2}, {"a", 1}}}, judged, MRR())
	if len(s.Questions) != 2 || s.Mean() != 0.5 {
		t.Errorf("%+v, want questions 1 and 2 with mean 0.5", s)
	}
	if only := s.Only(func(q string) bool { return q == "2" }); only.Mean() != 0 || len(only.Values) != 1 {
		t.Errorf("only question 2: %+v", only)
	}
}
