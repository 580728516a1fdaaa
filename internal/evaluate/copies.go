package evaluate

import (
	"cmp"
	"hash/maphash"
	"slices"

	"tracuu/internal/vietnamese"
)

// Page is a page whose copies are looked for.
type Page struct {
	ID   string
	Text string
}

// Copies are found by the runs of syllables that two texts share.
const (
	shingle  = 4    // syllables
	likeness = 0.85 // shared runs by all runs (Jaccard) from which a page is a copy
	// A short text is a copy only word for word: one changed word of a headline
	// is another headline.
	minSyllables = 40
)

// Copies gives each page the id that stands for it: the first id, in order of
// the alphabet, among the pages with equal or nearly equal text. Case,
// diacritics and punctuation make no difference.
func Copies(pages []Page) map[string]string {
	pages = slices.Clone(pages)
	slices.SortFunc(pages, func(a, b Page) int { return cmp.Compare(a.ID, b.ID) })
	hash := maphash.MakeSeed()
	prints := make([]fingerprint, len(pages))
	bearers := map[uint64][]int{} // run of syllables → earlier originals
	stands := make(map[string]string, len(pages))
	for i, p := range pages {
		prints[i] = read(hash, p.Text)
		original := nearest(prints, bearers, i)
		if original >= 0 {
			stands[p.ID] = pages[original].ID
			continue
		}
		stands[p.ID] = p.ID
		for run := range prints[i].runs {
			bearers[run] = append(bearers[run], i)
		}
	}
	return stands
}

type fingerprint struct {
	whole     uint64
	syllables int
	runs      map[uint64]struct{}
}

func read(seed maphash.Seed, text string) fingerprint {
	var words []string
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound {
			words = append(words, t.Text)
		}
	}
	f := fingerprint{syllables: len(words), runs: make(map[uint64]struct{}, len(words))}
	f.whole = sum(seed, words)
	for i := range words {
		f.runs[sum(seed, words[i:min(i+shingle, len(words))])] = struct{}{}
	}
	return f
}

func sum(seed maphash.Seed, words []string) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, w := range words {
		h.WriteString(w) //nolint:errcheck // a hash in memory never fails
		h.WriteByte(' ') //nolint:errcheck // the same
	}
	return h.Sum64()
}

// nearest is the earlier original that page i is a copy of, or -1.
func nearest(prints []fingerprint, bearers map[uint64][]int, i int) int {
	p := prints[i]
	shared := map[int]int{}
	for run := range p.runs {
		for _, j := range bearers[run] {
			shared[j]++
		}
	}
	best, most := -1, 0.0
	for j, n := range shared {
		o := prints[j]
		like := float64(n) / float64(len(p.runs)+len(o.runs)-n)
		long := min(p.syllables, o.syllables) >= minSyllables
		copied := p.whole == o.whole || long && like >= likeness
		if copied && (like > most || like == most && j < best) {
			best, most = j, like
		}
	}
	return best
}

// Stand replaces each judged record by the one that stands for it; copies that
// were judged apart get their best grade.
func (j Judgements) Stand(stands map[string]string) Judgements {
	out := make(Judgements, len(j))
	for question, grades := range j {
		out[question] = make(map[string]int, len(grades))
		for id, g := range grades {
			if s, ok := stands[id]; ok {
				id = s
			}
			out[question][id] = max(out[question][id], g)
		}
	}
	return out
}
