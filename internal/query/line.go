package query

import "strings"

// line is the positive words of a question one after the other: what a number
// is read from, and what the full text is asked for.
type line struct {
	text    string
	phrases []string
	starts  []int // of each word, in text
	typed   []int // of each word, in the typed text
}

// words are the positive words and phrases, in the order of typing.
func (n *node) words() []*node {
	switch n.op {
	case leafWord, leafPhrase:
		return []*node{n}
	case leafFilter, opNot:
		return nil
	}
	var all []*node
	for _, child := range n.of {
		all = append(all, child.words()...)
	}
	return all
}

func lineOf(tree *node) line {
	var l line
	var b strings.Builder
	for _, w := range tree.words() {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		l.starts, l.typed = append(l.starts, b.Len()), append(l.typed, w.start)
		if w.op == leafPhrase {
			l.phrases = append(l.phrases, w.text)
			b.WriteString(`"` + w.text + `"`)
		} else {
			b.WriteString(w.text)
		}
	}
	l.text = b.String()
	return l
}

// where tells where what stands at an offset of the line was typed.
func (l line) where(offset int) int {
	at := 0
	for i, start := range l.starts {
		if start <= offset {
			at = l.typed[i] + offset - start
		}
	}
	return at
}

// rest joins the words that are no part of the number, as they were typed.
func rest(text string, tokens []token) string {
	var out []string
	for _, t := range tokens {
		if !t.used {
			out = append(out, text[t.start:t.end])
		}
	}
	return strings.Join(out, " ")
}

// fillers say nothing about a document: folded, as written.
var fillers = map[string]string{
	"so": "số", "nam": "năm", "ngay": "ngày", "thang": "tháng", "cua": "của", "ve": "về", "viec": "việc", "tai": "tại", "va": "và",
	"signed": "signed", "pdf": "pdf", "doc": "doc", "docx": "docx", "xls": "xls", "xlsx": "xlsx", "file": "file",
}

// ambiguous fillers are something else without their accents: sở, Nam, tài, vệ.
var ambiguous = map[string]bool{"so": true, "nam": true, "tai": true, "ve": true, "va": true, "thang": true}

func (t token) isFiller() bool {
	written := strings.ToLower(t.word)
	return fillers[t.text] != "" && (written == fillers[t.text] || written == t.text && !ambiguous[t.text])
}

// words lists the syllables that may tell place, issuer or topic.
func words(tokens []token) []string {
	var out []string
	for _, t := range tokens {
		if !t.used && !t.digits && !t.isFiller() {
			out = append(out, t.text)
		}
	}
	return out
}
