package rank

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

const (
	defaultRunes = 240
	leastRunes   = 20
	// maxScan bounds in bytes how far into a text a passage is looked for.
	maxScan = 1 << 20
	cutMark = "…"
)

// Snippet returns the passage of text that answers query best, at most
// maxRunes long (240 when not positive, never under 20) with "…" where a sentence is cut, and
// the places of the words asked for in it, as byte spans of the passage in
// order. Words match with and without diacritics, in any normal form. Without
// any match it is the beginning of the text. Line ends become blanks.
func Snippet(text, query string, maxRunes int) (string, []model.Span) {
	if len(text) > maxScan {
		text = strings.ToValidUTF8(text[:maxScan], "")
	}
	return newAsked(query).snippet(text, len(text), maxRunes)
}

// contextBytes is how much of the text after the best clause may be shown
// with it.
const contextBytes = 2 << 10

// Snippet returns a passage of the best clause of t that r found, as the
// function Snippet does. Without a best clause it is the beginning.
func (q *Question) Snippet(t Text, r Reading, maxRunes int) (string, []model.Span) {
	clause := r.best
	if clause.end == 0 {
		return q.marks.snippet(cutText(t.Body, contextBytes), contextBytes, maxRunes)
	}
	// An empty line parts the body from the attachments.
	after := cutText(t.Body[clause.end:], contextBytes)
	after, _, _ = strings.Cut(after, "\n\n")
	within := min(clause.end-clause.start, maxScan)
	shown := cutText(t.Body[clause.start:], within+len(after))
	return q.marks.snippet(shown, within, maxRunes)
}

// snippet chooses among the sentences that start before offset within.
func (a asked) snippet(text string, within, maxRunes int) (string, []model.Span) {
	if maxRunes <= 0 {
		maxRunes = defaultRunes
	}
	maxRunes = max(maxRunes, leastRunes)
	sentences := vietnamese.Sentences(text)
	if len(sentences) == 0 {
		return "", nil
	}
	first := 1
	for first < len(sentences) && sentences[first].Start < within {
		first++
	}
	found := a.matches(text)
	best := choose(text, sentences, first, found, a.weights(found), maxRunes-2*utf8.RuneCountInString(cutMark))
	return dress(text, sentences, best, marks(inside(found, best)))
}

// choose returns the best passage: one of the first sentences, a part of one
// that is too long, with the sentences after it as far as there is room.
func choose(text string, sentences []model.Span, first int, found []match, weights []float64, room int) model.Span {
	best, bestValue := passage(text, sentences[0], sentences[0].Start, room), 0.0
	for _, s := range sentences[:first] {
		rest := inside(found, s)
		for len(rest) > 0 {
			p := passage(text, s, rest[0].start, room)
			seen := inside(rest, p)
			if v := value(seen, weights); v > bestValue {
				best, bestValue = p, v
			}
			if p == s || len(seen) == 0 {
				break
			}
			// The next window begins half a window on, so that a long
			// sentence costs a few looks at each of its matches.
			half := p.Start + (p.End-p.Start)/2
			next, _ := slices.BinarySearchFunc(rest, half, func(m match, at int) int { return m.start - at })
			rest = rest[max(next, 1):]
		}
	}
	return extend(text, sentences, best, room)
}

// passage returns the sentence when there is room for it, else the part of it
// that begins a little before offset at.
func passage(text string, s model.Span, at, room int) model.Span {
	if runesWithin(text[s.Start:s.End], room) {
		return s
	}
	start := s.Start
	if lead := backBy(text[s.Start:at], room/4); lead > 0 {
		start = wordStart(text, s.Start+lead, at)
	}
	end := start
	for n := 0; end < s.End && n < room; n++ {
		_, w := utf8.DecodeRuneInString(text[end:])
		end += w
	}
	if end < s.End {
		end = wordEnd(text, start, end)
	}
	return model.Span{Start: start, End: end}
}

// extend adds whole sentences after a passage that ends with one.
func extend(text string, sentences []model.Span, p model.Span, room int) model.Span {
	i, found := slices.BinarySearchFunc(sentences, p.End, func(s model.Span, end int) int { return s.End - end })
	for ; found && i+1 < len(sentences); i++ {
		next := sentences[i+1]
		if !runesWithin(text[p.Start:next.End], room) {
			break
		}
		p.End = next.End
	}
	return p
}

// marks chooses what to mark: what stands together as in the query, numbers, forms,
// and those words that nowhere in the passage stand together with another.
// Neighbours become one mark.
func marks(found []match) []model.Span {
	paired := make(map[int]bool)
	for i, m := range found {
		if m.pair {
			paired[m.word] = true
			paired[found[i-1].word] = true
		}
	}
	var out []model.Span
	for i, m := range found {
		together := m.pair || i+1 < len(found) && found[i+1].pair
		if paired[m.word] && !together && !m.whole {
			continue
		}
		if last := len(out) - 1; last >= 0 && (m.start <= out[last].End || m.pair) {
			out[last].Start = min(out[last].Start, m.start)
			out[last].End = max(out[last].End, m.end)
			continue
		}
		out = append(out, model.Span{Start: m.start, End: m.end})
	}
	return out
}

// dress cuts the passage out of the text, says where it was cut, and moves
// the marks along.
func dress(text string, sentences []model.Span, p model.Span, at []model.Span) (string, []model.Span) {
	byStart := func(s model.Span, offset int) int { return s.Start - offset }
	byEnd := func(s model.Span, offset int) int { return s.End - offset }
	before, after := "", ""
	if _, whole := slices.BinarySearchFunc(sentences, p.Start, byStart); !whole {
		before = cutMark
	}
	if _, whole := slices.BinarySearchFunc(sentences, p.End, byEnd); !whole {
		after = cutMark
	}
	shift := len(before) - p.Start
	for i := range at {
		at[i].Start += shift
		at[i].End += shift
	}
	blank := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ") // of one byte each: spans stay
	return before + blank.Replace(text[p.Start:p.End]) + after, at
}

// inside returns the matches that lie in the span. A compound or a form comes
// after its parts, so the starts are in order but for those.
func inside(found []match, s model.Span) []match {
	from, _ := slices.BinarySearchFunc(found, s.Start, func(m match, at int) int { return m.end - at - 1 })
	to, _ := slices.BinarySearchFunc(found, s.End, func(m match, at int) int { return m.end - at - 1 })
	for from < to && found[from].start < s.Start {
		from++
	}
	if from < to && found[from].pair && from > 0 {
		// Its partner stands outside.
		cut := slices.Clone(found[from:to])
		cut[0].pair = false
		return cut
	}
	return found[from:to]
}

// runesWithin reports whether s has at most n runes; it looks no further.
func runesWithin(s string, n int) bool {
	if len(s) <= n {
		return true
	}
	for range s {
		if n--; n < 0 {
			return false
		}
	}
	return true
}

// backBy returns the offset in s that is n runes before its end.
func backBy(s string, n int) int {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:at])
		at -= w
	}
	return at
}

// wordStart moves i forward to the start of a word, at most to limit.
func wordStart(text string, i, limit int) int {
	if j := strings.IndexFunc(text[i:limit], unicode.IsSpace); j >= 0 {
		return limit - len(strings.TrimLeftFunc(text[i+j:limit], unicode.IsSpace))
	}
	return limit
}

// wordEnd moves i back to the end of a word, unless the word is too long.
func wordEnd(text string, start, i int) int {
	const longest = 32 // bytes
	if j := strings.LastIndexFunc(text[start:i], unicode.IsSpace); j > 0 && i-start-j < longest {
		return start + len(strings.TrimRightFunc(text[start:start+j], unicode.IsSpace))
	}
	return i
}
