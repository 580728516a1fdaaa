package topic

import (
	"cmp"
	"slices"
	"sync"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// Topic is a field of administration.
type Topic struct {
	ID   string // nong-nghiep
	Name string // Nông nghiệp và nông thôn
}

// none is the topic of phrases that name no field.
const none = -1

// phrase is a row's words, folded and exact, of one place in a text.
type phrase struct {
	topics []int // none alone, or indexes of table.topics
	words  []string
	exact  []string
	points int
}

// table is data/rules/topics.txt made ready.
type table struct {
	topics  []Topic
	offices map[string]bool      // words that begin the name of an agency, exact
	phrases map[string][]*phrase // by first word, the longest first
}

// load is read once; tests read it, so that a broken row shows there.
var load = sync.OnceValues(func() (*table, error) {
	rows, err := data.Table("topics.txt", 4)
	if err != nil {
		return nil, err
	}
	t := &table{offices: map[string]bool{}, phrases: map[string][]*phrase{}}
	for _, row := range rows {
		at := none
		switch row[0] {
		case "~":
			for _, office := range data.List(row[2]) {
				t.offices[vietnamese.Exact(office)] = true
			}
			continue
		case "-":
		default:
			at = len(t.topics)
			t.topics = append(t.topics, Topic{ID: row[0], Name: row[1]})
		}
		for i, points := range []int{phrasePoints, hintPoints} {
			for _, text := range data.List(row[2+i]) {
				t.add(at, text, points)
			}
		}
	}
	for _, ps := range t.phrases {
		slices.SortStableFunc(ps, func(a, b *phrase) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return t, nil
})

// add puts a phrase in; one that stands in several rows tells all of them.
func (t *table) add(at int, text string, points int) {
	p := &phrase{topics: []int{at}, points: points}
	for tok := range vietnamese.Tokens(text) {
		if tok.Kind != vietnamese.Compound {
			p.words = append(p.words, tok.Text)
			p.exact = append(p.exact, vietnamese.Exact(text[tok.Start:tok.End]))
		}
	}
	first := p.words[0]
	for _, other := range t.phrases[first] {
		if slices.Equal(other.exact, p.exact) {
			other.topics = append(other.topics, at)
			other.points = max(other.points, points)
			return
		}
	}
	t.phrases[first] = append(t.phrases[first], p)
}

// All lists the topics in the order of the table.
func All() []Topic {
	t, err := load()
	if err != nil {
		return nil
	}
	return slices.Clone(t.topics)
}

// Name is the name of a topic for people, the id itself when it is unknown.
func Name(id string) string {
	for _, t := range All() {
		if t.ID == id {
			return t.Name
		}
	}
	return id
}

// stands tells whether the phrase is at the start of words. In a text with
// accents they must be those of the phrase; a single syllable must have them
// anyway.
func (p *phrase) stands(words []word, accented bool) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		if words[i].folded != w {
			return false
		}
	}
	if !accented && len(p.words) > 1 {
		return true
	}
	for i, exact := range p.exact {
		if vietnamese.Exact(words[i].typed) != exact {
			return false
		}
	}
	return true
}
