package rank

import (
	"math"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// maxBody bounds in bytes how far into a text passages are scored.
const maxBody = 128 << 10

// Read reads the texts for the question, on as many processors as there are.
func (q *Question) Read(texts []Text) []Reading {
	out := make([]Reading, len(texts))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(texts)) {
		wg.Go(func() {
			r := newReader(q)
			for i := int(next.Add(1)) - 1; i < len(texts); i = int(next.Add(1)) - 1 {
				out[i] = r.read(texts[i])
			}
		})
	}
	wg.Wait()
	return out
}

// reader reads texts for one question, one after the other.
type reader struct {
	q          *Question
	head, body page
	implied    page
	base       counts // of title and heading, which every clause is seen with
	here       counts // of one clause
	whole      []bool // terms that the text has
	near       []bool // pairs whose words stand near each other
}

func newReader(q *Question) *reader {
	n := len(q.terms)
	return &reader{q: q, base: newCounts(n), here: newCounts(n), whole: make([]bool, n), near: make([]bool, n)}
}

// read fills a reading.
func (r *reader) read(t Text) Reading {
	var out Reading
	heading, body := t.parts()
	r.head.reset()
	r.body.reset()
	r.base.reset()
	clear(r.near)
	clear(r.whole)
	r.implied.reset()
	r.implied.scan(r.q, oneLine(t.Implied))
	r.head.scan(r.q, oneLine(heading))
	r.readHeading(&out)
	if heading != t.Title {
		r.head.scan(r.q, oneLine(t.Title))
	}
	for _, c := range r.head.clauses {
		r.base.count(r.q, &r.head, c)
		r.readNear(&r.head, c)
	}
	r.addImplied(&r.base)
	r.mark(r.base.touched)
	body = cutText(body, maxBody)
	r.body.scan(r.q, body)
	r.readPassages(&out)
	r.readWhole(&out)
	out.values[featDefinition] = r.definition(heading, body)
	out.values[featArticle] = articleMatch(r.q.article, t.Title, heading)
	if out.best.end > 0 {
		shift := strings.Index(t.Body, body)
		out.best = span{out.best.start + shift, out.best.end + shift}
	}
	return out
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

func (r *reader) mark(terms []int32) {
	for _, t := range terms {
		r.whole[t] = true
	}
}

// readHeading sees how much of the question stands in the heading, and how
// much of the heading was asked for. The page holds the heading only.
func (r *reader) readHeading(out *Reading) {
	q := r.q
	r.here.reset()
	for _, c := range r.head.clauses {
		r.here.count(q, &r.head, c)
	}
	asked, all := 0.0, 0.0
	said := len(r.here.touched)
	others := max(0, r.here.words-len(r.head.spots))
	for _, t := range r.here.touched {
		if int(t) < q.wordCount {
			asked += q.idf[t]
			all += q.idf[t] * float64(r.here.of[t])
		}
	}
	r.addImplied(&r.here)
	for _, t := range r.here.touched[said:] {
		if int(t) < q.wordCount {
			asked += q.idf[t]
		}
	}
	out.values[featHeading] = ratio(asked, q.allWords)
	out.values[featHeadingAsked] = ratio(all, all+float64(others)*q.unknown)
}

// addImplied counts what the record implies and c does not have: it is known
// without being said, so it adds nothing to the length.
func (r *reader) addImplied(c *counts) {
	words := c.words
	for _, in := range r.implied.clauses {
		for i := in.from; i < in.to; i++ {
			if t := r.implied.spots[i].word; c.of[t] == 0 {
				c.add(t)
			}
		}
		for i := in.from + 1; i < in.to; i++ {
			a, b := r.implied.spots[i-1], r.implied.spots[i]
			if t := r.q.pair(a.word, b.word); t != none && b.at == a.at+1 && c.of[t] == 0 {
				c.add(t)
			}
		}
	}
	c.words = words
}

// readPassages finds the best clause.
func (r *reader) readPassages(out *Reading) {
	r.here.reset()
	r.readPassage(out) // title and heading alone
	for _, c := range r.body.clauses {
		if c.from == c.to {
			continue
		}
		r.here.reset()
		r.here.count(r.q, &r.body, c)
		r.readNear(&r.body, c)
		r.mark(r.here.touched)
		if r.readPassage(out) {
			out.best = span{c.start, c.end}
		}
	}
}

// readPassage raises passage and units to those of title, heading and the
// clause at hand, and reports whether it is the best passage so far.
func (r *reader) readPassage(out *Reading) bool {
	q := r.q
	sum, matched := 0.0, 0
	add := func(t int32) {
		sum += math.Sqrt(float64(r.base.of[t]+r.here.of[t])) * q.idf[t] * q.idf[t]
		matched++
	}
	for _, t := range r.base.touched {
		add(t)
	}
	for _, t := range r.here.touched {
		if r.base.of[t] == 0 {
			add(t)
		}
	}
	if matched == 0 {
		return false
	}
	units := 0.0
	for _, t := range q.units {
		if r.base.of[t]+r.here.of[t] > 0 {
			units += q.idf[t]
		}
	}
	v := &out.values
	v[featUnits] = max(v[featUnits], ratio(units, q.allUnits))
	coordination := float64(matched) / float64(len(q.terms))
	passage := coordination * sum / math.Sqrt(float64(r.base.words+r.here.words))
	if passage <= v[featPassage] {
		return false
	}
	v[featPassage] = passage
	return true
}

// nearWords is how many words on the words of a pair may stand, in any order.
const nearWords = 5

func (r *reader) readNear(p *page, c clause) {
	for i := c.from; i < c.to; i++ {
		for j := i + 1; j < c.to && p.spots[j].at-p.spots[i].at <= nearWords; j++ {
			a, b := p.spots[i].word, p.spots[j].word
			if t := r.q.pair(a, b); t != none {
				r.near[t] = true
			}
			if t := r.q.pair(b, a); t != none {
				r.near[t] = true
			}
		}
	}
}

func (r *reader) readWhole(out *Reading) {
	pairs, near := 0.0, 0.0
	for t := r.q.wordCount; t < len(r.q.terms); t++ {
		if r.whole[t] {
			pairs += r.q.idf[t]
		}
		if r.near[t] {
			near++
		}
	}
	out.values[featPairs] = ratio(pairs, r.q.allPairs)
	out.values[featNear] = near
}
