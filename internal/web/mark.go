package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tracuu/internal/model"
)

// factKind is one letter of the legend.
type factKind string

// The kinds of fact that are marked in a text, by their CSS class.
const (
	numberFact     factKind = "so"
	dateFact       factKind = "ngay"
	targetFact     factKind = "chitieu"
	assignmentFact factKind = "viec"
)

// fact is a marked place of a text.
type fact struct {
	model.Span
	kind   factKind
	note   string // what was understood
	letter string // of its kind, in the language of the page
	href   string // page of the document it names; empty when there is none
}

// segment is a run of text under the same facts. Facts that overlap are cut
// into such runs, so that the HTML never has crossing tags.
type segment struct {
	Text    string
	Class   string // CSS classes of the kinds that cover it; empty: plain text
	Href    string
	ID      string // anchor, on the first run of a fact only
	Letters string // of the kinds that begin here
	Note    string // what was understood of those, one line a fact
}

// anchor names the place of a text where a fact starts.
func anchor(start int) string { return "v" + strconv.Itoa(start) }

// segments cuts text[within] into runs. Facts are clipped to within; those
// outside, empty, or not on rune borders are left out.
func segments(text string, within model.Span, facts []fact) []segment {
	facts = clip(text, within, facts)
	cuts := []int{within.Start, within.End}
	for _, f := range facts {
		cuts = append(cuts, f.Start, f.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []segment
	var open []fact
	next := 0
	for i := range len(cuts) - 1 {
		start, end := cuts[i], cuts[i+1]
		open = slices.DeleteFunc(open, func(f fact) bool { return f.End <= start })
		opened := next
		for next < len(facts) && facts[next].Start == start {
			open = append(open, facts[next])
			next++
		}
		seg := cover(open)
		seg.Text = text[start:end]
		if next > opened {
			seg.ID, seg.Letters, seg.Note = anchor(start), letters(facts[opened:next]), notes(facts[opened:next])
		}
		out = append(out, seg)
	}
	return out
}

// clip keeps the parts of facts inside within, in order of start.
func clip(text string, within model.Span, facts []fact) []fact {
	var kept []fact
	for _, f := range facts {
		f.Start, f.End = max(f.Start, within.Start), min(f.End, within.End)
		if f.Start < f.End && border(text, f.Start) && border(text, f.End) {
			kept = append(kept, f)
		}
	}
	slices.SortStableFunc(kept, func(a, b fact) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

func border(text string, i int) bool {
	return i >= 0 && (i >= len(text) || utf8.RuneStart(text[i]))
}

// letters joins those of facts, each once.
func letters(facts []fact) string {
	out := ""
	for _, f := range facts {
		if !strings.Contains(out, f.letter) {
			out += f.letter
		}
	}
	return out
}

// maxNotes bounds what one place tells.
const maxNotes = 4

// notes tells what was understood of facts, one line each.
func notes(facts []fact) string {
	var lines []string
	for _, f := range facts {
		if f.note != "" && len(lines) < maxNotes && !slices.Contains(lines, f.note) {
			lines = append(lines, f.note)
		}
	}
	return strings.Join(lines, "\n")
}

// cover describes a run under the given facts.
func cover(open []fact) segment {
	var seg segment
	var classes []string
	for _, f := range open {
		if !slices.Contains(classes, string(f.kind)) {
			classes = append(classes, string(f.kind))
		}
		if seg.Href == "" {
			seg.Href = f.href
		}
	}
	seg.Class = strings.Join(classes, " ")
	return seg
}

// paragraph is one line of a text.
type paragraph []segment

// paragraphs cuts text from start into its lines, empty ones left out.
func paragraphs(text string, start int, facts []fact) []paragraph {
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b fact) int { return cmp.Compare(a.Start, b.Start) })
	var out []paragraph
	var open []fact
	for start < len(text) {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		open = slices.DeleteFunc(open, func(f fact) bool { return f.End <= start })
		for len(facts) > 0 && facts[0].Start < end {
			open, facts = append(open, facts[0]), facts[1:]
		}
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, segments(text, model.Span{Start: start, End: end}, open))
		}
		start = end + 1
	}
	return out
}

// spanSegments marks the words that a query found.
func spanSegments(text string, spans []model.Span) []segment {
	facts := make([]fact, len(spans))
	for i, s := range spans {
		facts[i] = fact{Span: s, kind: "tu"}
	}
	segs := segments(text, model.Span{End: len(text)}, facts)
	for i := range segs {
		segs[i].ID = ""
	}
	return segs
}
