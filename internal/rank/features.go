package rank

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"strings"

	"tracuu/internal/vietnamese"
)

// The features of a record.
const (
	featPassage = iota
	featPairs
	featPairsBest
	featNear
	featHeading
	featHeadingBack
	featHeadingPairs
	featUnits
	featUnitsDoc
	featWords
	featDefinition
	featArticle
	featEngine
	featList
	features
)

var featureNames = [features]string{
	"passage", "pairs", "pairs_best", "near", "heading", "heading_back", "heading_pairs", "units", "units_doc", "words", "definition", "article", "engine", "list",
}

// Reading is what a question sees in a text.
type Reading struct {
	values [features]float64
	best   span
}

type span struct{ start, end int }

// reader reads texts for one question. Not to be shared.
type reader struct {
	q          *Question
	head, body page
	base, here counts
	near, doc  []bool
}

func newReader(q *Question) *reader {
	n := len(q.terms)
	return &reader{q: q, base: newCounts(n), here: newCounts(n), near: make([]bool, n), doc: make([]bool, n)}
}

// counts holds how often each term stands in a passage.
type counts struct {
	of      []int32
	touched []int32
	words   int
}

func newCounts(n int) counts { return counts{of: make([]int32, n)} }

func (c *counts) reset() {
	for _, t := range c.touched {
		c.of[t] = 0
	}
	c.touched, c.words = c.touched[:0], 0
}

func (c *counts) add(t int32) {
	if c.of[t] == 0 {
		c.touched = append(c.touched, t)
	}
	c.of[t]++
}

// count adds the words and pairs of a clause.
func (c *counts) count(q *Question, p *page, cl clause) {
	c.words += cl.words
	for i := cl.from; i < cl.to; i++ {
		s := p.spots[i]
		c.add(s.word)
		if i > cl.from && s.joined && p.spots[i-1].at == s.at-1 {
			if t, ok := q.pairs[pair{p.spots[i-1].word, s.word}]; ok {
				c.add(t)
			}
		}
	}
}

// read fills a reading.
func (r *reader) read(t Text) Reading {
	var out Reading
	q := r.q
	heading, body := t.parts()
	r.head.reset()
	r.base.reset()
	clear(r.near)
	clear(r.doc)
	r.head.scan(q, strings.ReplaceAll(heading, "\n", " "))
	r.headings(&out)
	if heading != t.Title {
		r.head.scan(q, strings.ReplaceAll(t.Title, "\n", " "))
	}
	for _, c := range r.head.clauses {
		r.base.count(q, &r.head, c)
		r.nearPairs(&r.head, c)
	}
	r.mark(&r.base)
	r.body.reset()
	r.body.scan(q, cutText(body, maxBody))
	r.passages(&out, len(t.Body)-len(body))
	r.whole(&out)
	out.values[featDefinition] = r.definition(heading, body)
	out.values[featArticle] = articleMatch(q.article, t.Title, heading)
	return out
}

// maxBody bounds in bytes how far into a text passages are scored.
const maxBody = 128 << 10

func (r *reader) mark(c *counts) {
	for _, t := range c.touched {
		r.doc[t] = true
	}
}

func (r *reader) headings(out *Reading) {
	q := r.q
	r.here.reset()
	for _, c := range r.head.clauses {
		r.here.count(q, &r.head, c)
	}
	words, pairs := 0.0, 0.0
	inHead := 0.0
	for _, t := range r.here.touched {
		if int(t) < q.wordCount {
			words += q.idf[t]
			inHead += q.idf[t] * float64(r.here.of[t])
		} else {
			pairs += q.idf[t]
		}
	}
	known := len(r.head.spots)
	if q.allWords > 0 {
		out.values[featHeading] = words / q.allWords
	}
	if q.allPairs > 0 {
		out.values[featHeadingPairs] = pairs / q.allPairs
	}
	if r.here.words > 0 {
		out.values[featHeadingBack] = inHead / (inHead + float64(r.here.words-min(known, r.here.words))*q.unknown)
	}
}

// passages finds the best clause, each seen with title and heading.
func (r *reader) passages(out *Reading, shift int) {
	r.score(out, nil, clause{}) // title and heading alone
	out.best = span{}
	for _, c := range r.body.clauses {
		if c.from == c.to {
			continue
		}
		r.here.reset()
		r.here.count(r.q, &r.body, c)
		r.nearPairs(&r.body, c)
		r.mark(&r.here)
		if r.score(out, &r.here, c) {
			out.best = span{c.start + shift, c.end + shift}
		}
	}
}

// score takes the greatest of each feature of a passage.
func (r *reader) score(out *Reading, here *counts, c clause) bool {
	q := r.q
	sum, words, pairs, matched := 0.0, 0.0, 0.0, 0
	units := 0.0
	length := r.base.words
	total := func(t int32) int32 {
		n := r.base.of[t]
		if here != nil {
			n += here.of[t]
		}
		return n
	}
	one := func(t int32) {
		idf := q.idf[t]
		sum += math.Sqrt(float64(total(t))) * idf * idf
		matched++
		if int(t) < q.wordCount {
			words += idf
		} else {
			pairs += idf
		}
	}
	for _, t := range r.base.touched {
		one(t)
	}
	if here != nil {
		length += here.words
		for _, t := range here.touched {
			if r.base.of[t] == 0 {
				one(t)
			}
		}
	}
	for _, u := range q.units {
		if total(u.term) > 0 {
			units += q.idf[u.term]
		}
	}
	if matched == 0 {
		return false
	}
	passage := float64(matched) / float64(len(q.terms)) * sum / math.Sqrt(float64(length+lengthPrior))
	v := &out.values
	v[featUnits] = max(v[featUnits], ratio(units, q.allUnits))
	v[featWords] = max(v[featWords], ratio(words, q.allWords))
	v[featPairsBest] = max(v[featPairsBest], ratio(pairs, q.allPairs))
	if passage > v[featPassage] {
		v[featPassage] = passage
		return true
	}
	return false
}

var lengthPrior = 0

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// nearPairs marks the pairs of the question that stand within 5 words.
func (r *reader) nearPairs(p *page, c clause) {
	for i := c.from; i < c.to; i++ {
		for j := i + 1; j < c.to && p.spots[j].at-p.spots[i].at <= 5; j++ {
			a, b := p.spots[i].word, p.spots[j].word
			if t, ok := r.q.pairs[pair{a, b}]; ok {
				r.near[t] = true
			}
			if t, ok := r.q.pairs[pair{b, a}]; ok {
				r.near[t] = true
			}
		}
	}
}

func (r *reader) whole(out *Reading) {
	q := r.q
	pairs, near, units := 0.0, 0.0, 0.0
	for t := q.wordCount; t < len(q.terms); t++ {
		if r.doc[t] {
			pairs += q.idf[t]
		}
		if r.near[t] {
			near++
		}
	}
	for _, u := range q.units {
		if r.doc[u.term] {
			units += q.idf[u.term]
		}
	}
	out.values[featPairs] = ratio(pairs, q.allPairs)
	out.values[featNear] = near
	out.values[featUnitsDoc] = ratio(units, q.allUnits)
}

// definition looks for "X là ..." where X was asked for, in a text that
// explains words.
func (r *reader) definition(heading, body string) float64 {
	if !strings.Contains(vietnamese.Fold(heading), "giai thich tu ngu") {
		return 0
	}
	best := 0.0
	for line := range strings.Lines(body) {
		phrase, n := " ", 0
		for t := range vietnamese.Tokens(line) {
			if t.Kind == vietnamese.Compound || t.Kind == vietnamese.Number && n == 0 {
				continue
			}
			if t.Text == "la" {
				if n > 0 && strings.Contains(r.q.folded, phrase) {
					best = max(best, min(1, float64(n)/6))
				}
				break
			}
			phrase += t.Text + " "
			if n++; n > 20 {
				break
			}
		}
	}
	return best
}

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
