package official

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tracuu/internal/model"
)

// mark is the anchor that a line begins with.
type mark struct {
	kind  Kind
	label string
}

// anchorOf reads the mark at the beginning of a line; its kind is empty when
// there is none.
func anchorOf(l line) mark {
	for _, a := range anchors {
		m := a.mark.FindStringSubmatchIndex(l.folded)
		if m == nil {
			continue
		}
		label := strings.TrimRight(firstRunes(l.text, utf8.RuneCountInString(l.folded[:m[3]])), " .:)")
		return mark{a.kind, label}
	}
	return mark{}
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// body reads the anchors from line i on, then tail and annexes.
func (r *reader) body(i int) {
	ended := false // the text has come to its end mark ./. or its recipients
	for ; i < len(r.lines); i++ {
		l := r.lines[i]
		m := anchorOf(l)
		if m.kind == Article || annex.MatchString(l.folded) {
			r.quote = 0 // an unclosed quotation ends with the next article
		}
		quoted := r.quote > 0
		r.quote = max(0, r.quote+strings.Count(l.text, "“")-strings.Count(l.text, "”"))
		switch {
		case quoted || l.running():
		case recipients.MatchString(l.folded):
			r.close(0, l.Start)
			i = r.recipients(i) - 1
			ended = true
		case annex.MatchString(l.folded) && len(l.text) < foldedHead:
			r.anchor(mark{Annex, annexLabel(l)}, l)
			ended = false
		case attached.MatchString(l.folded):
			r.attached(i)
			ended = false
		case (ended || proxy.MatchString(l.folded)) && signs(l):
			i = r.signer(i) - 1
		case m.kind != "":
			r.anchor(m, l)
		}
		ended = ended || strings.HasSuffix(l.text, "./.")
	}
}

func annexLabel(l line) string {
	m := annex.FindStringSubmatchIndex(l.folded)
	return strings.TrimSpace(firstRunes(l.text, utf8.RuneCountInString(l.folded[:m[1]])))
}

// anchor opens a part and closes those of its level and below.
func (r *reader) anchor(m mark, l line) {
	r.close(m.kind.level(), l.Start)
	r.open = append(r.open, len(r.parts))
	r.add(m.kind, m.label, model.Span{Start: l.Start, End: l.End}, l.End)
}

// close ends the open parts of a level and below at an offset.
func (r *reader) close(level, at int) {
	for n := len(r.open); n > 0 && r.parts[r.open[n-1]].Kind.level() >= level; n = len(r.open) {
		p := &r.parts[r.open[n-1]]
		p.End = max(p.Line, p.Start+len(strings.TrimRight(r.text[p.Start:at], " \t\n")))
		r.open = r.open[:n-1]
	}
}

// attached opens an annex at the capitals above "(Ban hành kèm theo …)": a
// regulation, a list.
func (r *reader) attached(i int) {
	last := Part{}
	if n := len(r.parts); n > 0 {
		last = r.parts[n-1]
	}
	from := i
	for from > 0 && i-from < titleLines && r.lines[from-1].Start >= last.Line && !signs(r.lines[from-1]) &&
		(r.lines[from-1].capitals() || isType(r.lines[from-1])) {
		from--
	}
	opened := last.Kind == Annex && strings.TrimSpace(r.text[last.Line:r.lines[from].Start]) == ""
	if from == i || opened {
		return
	}
	r.anchor(mark{Annex, ""}, r.lines[from])
}

// recipients reads the list "Nơi nhận" from line i on.
func (r *reader) recipients(i int) int {
	end := i + 1
	for end < len(r.lines) && (strings.ContainsAny(r.lines[end].text[:1], "-+*") || strings.HasSuffix(r.lines[end].text, ";") || strings.HasPrefix(r.lines[end].folded, "luu")) && !signs(r.lines[end]) {
		end++
	}
	r.addLines(Recipients, i, end)
	return end
}

// signs tells a line of a signature: authority or position.
func signs(l line) bool {
	return proxy.MatchString(l.folded) || l.capitals() && slices.ContainsFunc(positions(), func(p string) bool { return strings.HasPrefix(l.folded, p) })
}

// signer reads authority, position and name from line i on.
func (r *reader) signer(i int) int {
	r.close(0, r.lines[i].Start)
	end := i + 1
	for end < len(r.lines) && end-i < signLines {
		l := r.lines[end]
		if personName.MatchString(l.text) && !l.capitals() {
			end++
			break
		}
		if !signs(l) && !l.capitals() && !strings.HasPrefix(l.text, "(") || annex.MatchString(l.folded) || isType(l) {
			break
		}
		end++
	}
	r.addLines(Signer, i, end)
	return end
}
