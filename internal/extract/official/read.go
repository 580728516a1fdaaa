package official

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tracuu/internal/model"
)

// Bounds of the head and the tail, in lines.
const (
	headLines  = 40 // in which a document states what it is
	titleLines = 12 // of a title
	signLines  = 12 // of a signature
)

// Read returns the parts of a document in the order of their beginnings.
// A text that is no document gives the anchors that it has, or nothing.
func Read(text string) []Part {
	r := reader{text: text, lines: linesOf(text)}
	body := r.head()
	r.body(body)
	r.close(0, len(text))
	slices.SortStableFunc(r.parts, func(a, b Part) int { return a.Start - b.Start }) // the heading may stand beside the issuer
	return r.parts
}

// headBytes bounds the text in which Head looks.
const headBytes = 16 << 10

// Head returns the parts above the body of a document: heading, issuer, number,
// place and date, title, legal bases. A text that states neither number nor
// type gives nothing.
func Head(text string) []Part {
	if len(text) > headBytes {
		text = text[:headBytes]
		text = text[:strings.LastIndexByte(text, '\n')+1]
	}
	r := reader{text: text, lines: linesOf(text)}
	r.head()
	return r.parts
}

type reader struct {
	text  string
	lines []line
	parts []Part
	open  []int // indexes of parts whose end is not known, the widest first
	quote int   // depth of quotation marks: an amended text is no anchor
}

func (r *reader) add(k Kind, label string, s model.Span, lineEnd int) {
	r.parts = append(r.parts, Part{Kind: k, Label: label, Span: s, Line: lineEnd})
}

func (r *reader) addLines(k Kind, from, to int) {
	if from < to {
		r.add(k, "", model.Span{Start: r.lines[from].Start, End: r.lines[to-1].End}, r.lines[from].End)
	}
}

// head reads the lines above the body and returns where the body begins.
func (r *reader) head() int {
	issuer := -1
	i := 0
	for ; i < min(headLines, len(r.lines)); i++ {
		l := r.lines[i]
		number, place := numberLine.MatchString(l.folded), placeDate.FindStringIndex(l.text)
		switch {
		case l.running():
		case motto.MatchString(l.folded):
			r.heading(i)
		case isType(l):
			r.issuer(issuer, i)
			return r.title(i)
		case number || place != nil:
			r.issuer(issuer, i)
			issuer = -1
			r.numberLine(l, number, place)
		case subjectOf.MatchString(l.folded):
			i = r.subject(i) - 1
		case l.isBasis() || anchorOf(l).kind != "":
			return r.bases(i)
		case l.capitals() && issuer < 0 && !r.has(Number):
			issuer = i
		}
	}
	if !r.has(Number) {
		r.parts = nil
		return 0 // a fragment: its first line may be an anchor
	}
	return i
}

// heading adds a line of the national heading; its two lines are one part.
func (r *reader) heading(i int) {
	if n := len(r.parts); n > 0 && r.parts[n-1].Kind == Heading {
		r.parts[n-1].End = r.lines[i].End
		return
	}
	r.addLines(Heading, i, i+1)
}

// issuer adds the lines in capitals from one on, up to another.
func (r *reader) issuer(from, to int) {
	if from < 0 {
		return
	}
	end := from
	for end < to && r.lines[end].capitals() && !motto.MatchString(r.lines[end].folded) {
		end++
	}
	r.addLines(Issuer, from, end)
}

func (r *reader) numberLine(l line, number bool, place []int) {
	end := len(l.text)
	if place != nil {
		end = place[0]
	}
	if number && strings.TrimSpace(l.text[:end]) != "" {
		s := model.Span{Start: l.Start, End: l.Start + len(strings.TrimRight(l.text[:end], " \t|"))}
		r.add(Number, "", s, s.End)
	}
	if place != nil {
		s := model.Span{Start: l.Start + place[0], End: l.Start + place[1]}
		r.add(PlaceDate, "", s, s.End)
	}
}

func (r *reader) has(k Kind) bool {
	for _, p := range r.parts {
		if p.Kind == k {
			return true
		}
	}
	return false
}

// title reads the type at line i and the subject below it.
func (r *reader) title(i int) int {
	end := i + 1
	for end < len(r.lines) && end-i < titleLines && r.subjectGoesOn(end, i) {
		end++
	}
	r.addLines(Title, i, end)
	return r.bases(end)
}

func (r *reader) subjectGoesOn(at, from int) bool {
	l := r.lines[at]
	if l.running() || l.isBasis() || anchorOf(l).kind != "" || attached.MatchString(l.folded) || isIssuer(l) {
		return false
	}
	if at > from+1 && strings.ContainsRune(".:;", rune(l.text[len(l.text)-1])) {
		return false // a sentence of the body
	}
	if at > from+1 && r.opensText(at) {
		return false
	}
	// Below a subject in small letters, capitals are the issuer or a heading.
	return at == from+1 || !l.capitals() || r.lines[at-1].capitals()
}

// opensText tells whether a line below a subject begins the text: it opens like
// one behind a line that is not full, or is too long for a subject.
func (r *reader) opensText(at int) bool {
	const fullLine, wrapWidth = 55, 130 // runes of a line of a printed page
	before, l := r.lines[at-1].text, r.lines[at]
	ended := utf8.RuneCountInString(before) < fullLine && !strings.HasSuffix(before, " của") && !strings.HasSuffix(before, ",")
	return ended && opening.MatchString(l.text) || utf8.RuneCountInString(l.text) > wrapWidth
}

// subject reads the subject of a letter (công văn), which has no type.
func (r *reader) subject(i int) int {
	end := i + 1
	for end < len(r.lines) && end-i < titleLines && !r.lines[end].capitals() && !placeDate.MatchString(r.lines[end].text) &&
		!strings.HasPrefix(r.lines[end].folded, "kinh gui") && anchorOf(r.lines[end]).kind == "" && !motto.MatchString(r.lines[end].folded) {
		end++
	}
	r.addLines(Title, i, end)
	return end
}

// bases reads the legal bases from line i on and returns the first line behind
// them. A basis ends with its line's ; or . and may go on over lines.
func (r *reader) bases(i int) int {
	for limit := i + headLines; i < min(limit, len(r.lines)); i++ {
		l := r.lines[i]
		if anchorOf(l).kind != "" {
			break
		}
		if !l.isBasis() {
			continue
		}
		end := i + 1
		for end < len(r.lines) && end-i < titleLines && !strings.ContainsRune(";.,", rune(r.lines[end-1].text[len(r.lines[end-1].text)-1])) &&
			!r.lines[end].isBasis() && anchorOf(r.lines[end]).kind == "" {
			end++
		}
		r.addLines(Basis, i, end)
		i, limit = end-1, limit+end-i
	}
	return i
}
