package evaluate

import "hash/fnv"

// Half parts questions in two halves, 0 and 1, by their ids alone: what is
// fitted on one half is reported on the other. The split of a set never changes
// and knows nothing of the questions.
func Half(question string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(question)) // a hash in memory never fails
	return int(h.Sum32()>>3) % 2     // the lowest bits of FNV follow the last letter
}
