// Package spelling knows the words of a collection: which are near to one that
// is typed wrong, and with which accents they are written most.
//
// Words are syllables, folded. Numbers are no words: nothing here ever changes
// a digit.
package spelling

import (
	"strings"
	"sync"

	"tracuu/internal/vietnamese"
)

// Bounds of what is kept, some 60 MB in all; what is beyond is not learned.
const (
	maxWords    = 200_000
	maxPairs    = 300_000
	maxVariants = 6  // spellings of a word
	maxLetters  = 24 // of a word
)

// Vocabulary is the words that were learned. It may be shared.
type Vocabulary struct {
	mu    sync.RWMutex
	words map[string]*known
	pairs map[string]*vote // "khai sinh"
	// byLength lists the words by their number of letters.
	byLength [maxLetters + 1][]string
}

// known is a word: how often it was seen, and in which spellings.
type known struct {
	count    int
	variants []variant
}

type variant struct {
	spelling string
	count    int
}

// vote finds the spelling that most of what is counted has, in the room of
// one: others count against it.
type vote struct {
	spelling string
	lead     int
}

// New returns a vocabulary that knows nothing.
func New() *Vocabulary {
	return &Vocabulary{words: map[string]*known{}, pairs: map[string]*vote{}}
}

// Learn counts the words of a text, and how they are written, in lower case.
func (v *Vocabulary) Learn(text string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	before, last := "", "" // the word before, folded and as it is written
	end := 0
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		if t.Kind != vietnamese.Syllable || len(t.Text) > maxLetters {
			before = ""
			continue
		}
		written := strings.ToLower(vietnamese.NFC(text[t.Start:t.End]))
		v.count(t.Text, written)
		if before != "" && strings.TrimSpace(text[end:t.Start]) == "" {
			v.countPair(before+" "+t.Text, last+" "+written)
		}
		before, last, end = t.Text, written, t.End
	}
}

func (v *Vocabulary) count(folded, written string) {
	k := v.words[folded]
	if k == nil {
		if len(v.words) >= maxWords {
			return
		}
		k = &known{}
		v.words[strings.Clone(folded)] = k
		v.byLength[len(folded)] = append(v.byLength[len(folded)], strings.Clone(folded))
	}
	k.count++
	for i := range k.variants {
		if k.variants[i].spelling == written {
			k.variants[i].count++
			return
		}
	}
	if len(k.variants) < maxVariants {
		k.variants = append(k.variants, variant{strings.Clone(written), 1})
	}
}

func (v *Vocabulary) countPair(folded, written string) {
	switch p := v.pairs[folded]; {
	case p == nil:
		if len(v.pairs) < maxPairs {
			v.pairs[folded] = &vote{written, 1}
		}
	case p.spelling == written:
		p.lead++
	case p.lead > 0:
		p.lead--
	default:
		*p = vote{written, 1}
	}
}

// Count is how often a folded word was seen.
func (v *Vocabulary) Count(folded string) int {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if k := v.words[folded]; k != nil {
		return k.count
	}
	return 0
}

// Spelled writes a folded word with the accents that it has most often between
// two others, which may be empty, and is sure then; else with those that it has
// most often by itself, folded when it is not known.
func (v *Vocabulary) Spelled(before, word, after string) (spelling string, sure bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	lead := 0
	if p := v.pairs[before+" "+word]; p != nil && p.lead > lead {
		_, spelling, _ = strings.Cut(p.spelling, " ")
		lead = p.lead
	}
	if p := v.pairs[word+" "+after]; p != nil && p.lead > lead {
		spelling, _, _ = strings.Cut(p.spelling, " ")
	}
	if spelling != "" {
		return spelling, true
	}
	spelling = word
	most := 0
	if k := v.words[word]; k != nil {
		for _, w := range k.variants {
			if w.count > most {
				spelling, most = w.spelling, w.count
			}
		}
	}
	return spelling, false
}
