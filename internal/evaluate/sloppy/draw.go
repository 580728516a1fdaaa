package sloppy

import (
	"math/rand/v2"

	"tracuu/internal/model"
)

// Question is a line, the way it was typed in, and all documents that it may
// mean: the first is the one that was asked for.
type Question struct {
	Typed
	Way   string
	Means []model.Document
}

// Draw asks for perWay documents in each way, with documents drawn by the seed.
func Draw(known []model.Document, place string, perWay int, seed uint64) []Question {
	byNo := map[string][]model.Document{}
	for _, d := range known {
		byNo[d.Number.No] = append(byNo[d.Number.No], d)
	}
	var out []Question
	for i, way := range Ways(place) {
		draw := rand.New(rand.NewPCG(seed, uint64(i))) //nolint:gosec // a sample, no secret
		count := 0
		for _, at := range draw.Perm(len(known)) {
			if count == perWay {
				break
			}
			d := known[at]
			if d.Number.Symbol == "" { // known by a bare mention: that is how it is asked for anyway
				continue
			}
			typed := way.Type(d, draw)
			if typed.Text == "" {
				continue
			}
			count++
			q := Question{Typed: typed, Way: way.Name, Means: []model.Document{d}}
			for _, other := range byNo[d.Number.No] {
				if other.ID != d.ID && typed.Fits(d, other) {
					q.Means = append(q.Means, other)
				}
			}
			out = append(out, q)
		}
	}
	return out
}

// page is how many documents stand on a first page.
const page = 20

// Right judges what was found, ids best first: the one document stands first
// where the line tells one; all that fit stand on the first page where it tells
// several, or something wrong.
func (q Question) Right(found []string) bool {
	if len(q.Means) == 1 && !q.Wrong {
		return len(found) > 0 && found[0] == q.Means[0].ID
	}
	seen := map[string]bool{}
	for _, id := range found[:min(len(found), page)] {
		seen[id] = true
	}
	if q.Wrong {
		return seen[q.Means[0].ID]
	}
	missing := 0
	for _, d := range q.Means {
		if !seen[d.ID] {
			missing++
		}
	}
	return missing == 0 || len(q.Means) > page && len(q.Means)-missing == page
}
