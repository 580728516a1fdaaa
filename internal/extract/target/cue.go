package target

import "sort"

// cue is a phrase of goals.txt in the text.
type cue struct {
	start, end int
	kind       string
}

// findCues lists the cues of a text in lower case, in order; masks and plain
// words, which take others away, are left out.
func findCues(s string) []cue {
	lex := &rules().cues
	var found []cue
	for i := 0; i < len(s); {
		c := s[i]
		if !letter(c) {
			i = step(s, i)
			continue
		}
		if lex.byFirst[c] != nil {
			if kind, end := lex.at(s, i); kind != "" {
				if kind != "mask" && kind != "plain" {
					found = append(found, cue{i, end, kind})
				}
				i = end
				continue
			}
		}
		i = wordTo(s, i)
	}
	return found
}

// cuesIn is the cues of a part of the text.
func (s *scan) cuesIn(from, to int) []cue {
	first := sort.Search(len(s.cues), func(i int) bool { return s.cues[i].start >= from })
	last := first
	for last < len(s.cues) && s.cues[last].end <= to {
		last++
	}
	return s.cues[first:last]
}

// resultIn is the first word of a result in a part of the text, -1 without one.
func (s *scan) resultIn(from, to int) int {
	for _, c := range s.cuesIn(from, to) {
		if c.kind == "result" {
			return c.start
		}
	}
	return -1
}
