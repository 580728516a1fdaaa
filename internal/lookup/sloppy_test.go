package lookup_test

import (
	"testing"

	"tracuu/internal/evaluate/sloppy"
	"tracuu/internal/lookup"
	"tracuu/internal/model"
	"tracuu/internal/query"
)

// ask asks for documents in every sloppy way and tells the share of each way
// that is answered right.
func ask(t *testing.T, known register, all []model.Document, place string, perWay int, seed uint64) (ways map[string]float64, overall float64) {
	t.Helper()
	asked, right := map[string]int{}, map[string]int{}
	total, good := 0, 0
	shown := map[string]int{}
	for _, q := range sloppy.Draw(all, place, perWay, seed) {
		asked[q.Way]++
		total++
		var ids []string
		n := query.Read(q.Text, query.Options{}).Number
		if n != nil {
			answers, err := lookup.Find(t.Context(), known, *n)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range answers {
				ids = append(ids, a.Document.ID)
			}
		}
		if q.Right(ids) {
			right[q.Way]++
			good++
		} else if shown[q.Way]++; shown[q.Way] <= 2 {
			t.Logf("%s: %q for %s (%d fit): %+v found %q", q.Way, q.Text, q.Means[0].ID, len(q.Means), n, ids[:min(2, len(ids))])
		}
	}
	ways = map[string]float64{}
	for way, n := range asked {
		ways[way] = float64(right[way]) / float64(n)
	}
	return ways, float64(good) / float64(total)
}

func TestSloppyRegister(t *testing.T) {
	known, all := readRegister(t)
	ways, overall := ask(t, known, all, "tỉnh Bình Dương", 40, 2)
	for way, share := range ways {
		if share < 0.97 {
			t.Errorf("success@1 of %q: %.3f", way, share)
		}
	}
	t.Logf("success@1 %.4f", overall)
}
