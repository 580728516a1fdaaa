package rank

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// Read reads the texts for the question, on as many processors as there are.
// Where all texts that have a word write it with other accents than were typed,
// these are taken for a slip.
func (q *Question) Read(texts []*Forward) []Reading {
	out, slips := q.readAll(texts)
	if table, any := q.table.without(slips); any {
		heard := *q
		heard.table = table
		out, _ = heard.readAll(texts)
	}
	return out
}

// readAll also tells which words the texts have with other accents only.
func (q *Question) readAll(texts []*Forward) ([]Reading, []bool) {
	out := make([]Reading, len(texts))
	readers := make([]*reader, min(runtime.GOMAXPROCS(0), len(texts)))
	var next atomic.Int64
	var wg sync.WaitGroup
	for i := range readers {
		r := newReader(q)
		readers[i] = r
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(texts); i = int(next.Add(1)) - 1 {
				out[i] = r.read(texts[i])
			}
		})
	}
	wg.Wait()
	slips := make([]bool, len(q.terms))
	for t := range slips {
		for _, r := range readers {
			slips[t] = slips[t] || r.other[t]
		}
		for _, r := range readers {
			slips[t] = slips[t] && !r.met[t]
		}
	}
	return out, slips
}

// reader reads texts for one question, one after the other.
type reader struct {
	q       *Question
	spots   []spot // of one clause
	implied counts // of what is implied
	base    counts // of title and heading, which every clause is seen with
	here    counts // of one clause
	whole   []bool // terms that the text has
	near    []bool // pairs whose words stand near each other
	met     []bool // terms that any text had
	other   []bool // words that any text had with other accents
}

func newReader(q *Question) *reader {
	n := len(q.terms)
	return &reader{
		q: q, implied: newCounts(n), base: newCounts(n), here: newCounts(n),
		whole: make([]bool, n), near: make([]bool, n), met: make([]bool, n), other: make([]bool, n),
	}
}

// read fills a reading.
func (r *reader) read(f *Forward) Reading {
	var out Reading
	for _, c := range []*counts{&r.implied, &r.base, &r.here} {
		c.reset()
	}
	clear(r.near)
	clear(r.whole)
	for _, c := range f.clauses[:f.implied] {
		r.find(f, c)
		r.implied.count(r.q, c, r.spots)
	}
	asked := r.readHead(f, f.clauses[f.implied:f.heading])
	r.readHeading(&out, asked)
	r.readHead(f, f.clauses[f.heading:f.title])
	r.base.addAbsent(&r.implied)
	r.mark(r.base.touched)
	best := r.readPassages(f, &out)
	r.readWhole(&out)
	out.values[featDefinition] = r.q.definition(f)
	out.values[featArticle] = r.q.articleMatch(f)
	if best >= 0 {
		out.best = span{int(f.clauses[best].start), int(f.clauses[best].end)}
	}
	return out
}

// readHead adds clauses to the base, and tells how many places of asked words
// they have.
func (r *reader) readHead(f *Forward, clauses []clause) (spots int) {
	for _, c := range clauses {
		r.find(f, c)
		r.base.count(r.q, c, r.spots)
		r.readNear()
		spots += len(r.spots)
	}
	return spots
}

func (r *reader) mark(terms []int32) {
	for _, t := range terms {
		r.whole[t], r.met[t] = true, true
	}
}

// readHeading sees how much of the question stands in the heading, and how
// much of the heading was asked for. The base holds the heading only, which
// has places of asked words.
func (r *reader) readHeading(out *Reading, places int) {
	q := r.q
	asked, all := 0.0, 0.0
	for _, t := range r.base.touched {
		if int(t) < q.wordCount {
			asked += q.idf[t]
			all += q.idf[t] * float64(r.base.of[t])
		}
	}
	for _, t := range r.implied.touched {
		if int(t) < q.wordCount && r.base.of[t] == 0 {
			asked += q.idf[t]
		}
	}
	others := max(0, r.base.words-places)
	out.values[featHeading] = ratio(asked, q.allWords)
	out.values[featHeadingAsked] = ratio(all, all+float64(others)*q.unknown)
}

// readPassages finds the best clause of the body, -1 when none is better than
// title and heading alone.
func (r *reader) readPassages(f *Forward, out *Reading) (best int) {
	best = -1
	r.readPassage(out, 1) // title and heading alone
	for i, c := range f.clauses[f.title:] {
		if r.find(f, c); len(r.spots) == 0 {
			continue
		}
		r.here.reset()
		r.here.count(r.q, c, r.spots)
		r.readNear()
		r.mark(r.here.touched)
		if r.readPassage(out, f.worth(c)) {
			best = f.title + i
		}
	}
	return best
}

// attachedWorth is what a clause of an attached file counts beside one of the
// page: files are long, and scans are read with errors. The short queries over
// crawled portals are the same from .5 to .8 (nDCG@10 .882, .878 for 1).
const attachedWorth = 0.8

func (f *Forward) worth(c clause) float64 {
	if f.attached > 0 && c.start >= f.attached {
		return attachedWorth
	}
	return 1
}

// readPassage raises passage and units to those of title, heading and the
// clause at hand, by what the clause is worth, and reports whether it is the
// best passage so far.
func (r *reader) readPassage(out *Reading, worth float64) bool {
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
	length := r.base.words + r.here.words
	if matched == 0 || length == 0 { // what is implied has no length
		return false
	}
	units := 0.0
	for _, t := range q.units {
		if r.base.of[t]+r.here.of[t] > 0 {
			units += q.idf[t]
		}
	}
	v := &out.values
	v[featUnits] = max(v[featUnits], worth*ratio(units, q.allUnits))
	coordination := float64(matched) / float64(len(q.terms))
	passage := worth * coordination * sum / math.Sqrt(float64(length))
	if passage <= v[featPassage] {
		return false
	}
	v[featPassage] = passage
	return true
}

// nearWords is how many words on the words of a pair may stand, in any order.
const nearWords = 5

// readNear marks the pairs whose words stand near each other in the clause at hand.
func (r *reader) readNear() {
	for i, a := range r.spots {
		for _, b := range r.spots[i+1:] {
			if b.at-a.at > nearWords {
				break
			}
			if t := r.q.pair(a.term, b.term); t != none {
				r.near[t] = true
			}
			if t := r.q.pair(b.term, a.term); t != none {
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
