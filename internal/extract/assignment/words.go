package assignment

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// word is a word or phrase of the grammar, in its two spellings.
type word struct{ accented, folded string }

// list is the words of one kind by their first two folded bytes, the longest
// first; first tells the bytes that any of them begins with.
type list struct {
	first [256]bool
	words map[[2]byte][]word
}

// grammar is the words that the readers know, by kind.
type grammar struct {
	kinds map[string]*list
	// the kinds that every word is compared with
	order, modal, lead, task, will, past, stop, quantifier *list
	actors                                                 *list // words that open an actor's name
	kind                                                   *list // those that need a quantifier
	proper                                                 *list // those that open an actor in a capital only
	none                                                   *list // those that open no actor
}

// rules are read once; the embedded files are checked by a test.
var rules = sync.OnceValue(func() grammar {
	g, err := load()
	if err != nil {
		return grammar{}
	}
	return g
})

// kindsOf are the kinds of words that each file must hold.
var kindsOf = map[string][]string{
	"verbs.txt":        {"order"},
	"duties.txt":       {"modal", "lead", "task", "past", "future", "will", "review", "adverbial", "duty", "power", "deadline", "head", "field task", "field partner", "field due", "field other", "topic", "norm", "petition", "told", "apposition", "duty word"},
	"actors_words.txt": {"quantifier", "stop", "partner"},
}

func load() (grammar, error) {
	g := grammar{kinds: map[string]*list{}}
	for file, kinds := range kindsOf {
		for _, kind := range kinds {
			words, err := data.Words(file, kind)
			if err != nil {
				return g, err
			}
			g.kinds[kind] = listOf(words)
		}
	}
	g.order, g.modal, g.lead, g.task = g.kinds["order"], g.kinds["modal"], g.kinds["lead"], g.kinds["task"]
	g.will, g.past, g.stop, g.quantifier = g.kinds["will"], g.kinds["past"], g.kinds["stop"], g.kinds["quantifier"]
	rows, err := data.Table("actors.txt", 1)
	if err != nil {
		return g, err
	}
	var actors, kind, proper, none []string
	for _, row := range rows {
		switch w := row[0]; w[0] {
		case '!':
			none = append(none, w[1:])
		case '~':
			kind = append(kind, w[1:])
		case '^':
			proper = append(proper, strings.TrimPrefix(w, "^"))
		default:
			actors = append(actors, w)
		}
	}
	g.actors, g.kind, g.proper, g.none = listOf(actors), listOf(kind), listOf(proper), listOf(none)
	return g, nil
}

func listOf(words []string) *list {
	l := &list{words: map[[2]byte][]word{}}
	for _, w := range words {
		folded := vietnamese.Fold(w)
		key := [2]byte{folded[0], folded[1]}
		l.first[key[0]] = true
		l.words[key] = append(l.words[key], word{accented: w, folded: folded})
	}
	for _, all := range l.words {
		slices.SortStableFunc(all, func(a, b word) int { return len(b.folded) - len(a.folded) })
	}
	return l
}

// begins returns the folded length of the word of a list that begins at offset
// at of the folded text. Accents must agree, so that "giáo" is not "giao",
// unless the text has none.
func (s source) begins(at, end int, l *list) (int, bool) {
	if at+1 >= end || l == nil || !l.first[s.folded.Text[at]] {
		return 0, false
	}
	rest := s.folded.Text[at:end]
	for _, w := range l.words[[2]byte{rest[0], rest[1]}] {
		n := len(w.folded)
		if !strings.HasPrefix(rest, w.folded) || n < len(rest) && vietnamese.WordByte(rest[n]) {
			continue
		}
		from, to := s.folded.Original(at, at+n)
		if printed := strings.ToLower(s.text[from:to]); printed == w.accented || s.plain && printed == w.folded {
			return n, true
		}
	}
	return 0, false
}

// has tells whether a word of a kind begins at an offset.
func (s source) has(at, end int, kind string) bool {
	_, ok := s.begins(at, end, rules().kinds[kind])
	return ok
}

// is tells whether a word of a list begins at an offset.
func (s source) is(at, end int, l *list) bool {
	_, ok := s.begins(at, end, l)
	return ok
}

// skips returns the offset behind the word of a kind that begins at an offset
// and the blanks and commas behind it, or the offset itself.
func (s source) skips(at, end int, kind string) int {
	n, ok := s.begins(at, end, rules().kinds[kind])
	if !ok {
		return at
	}
	return s.blanks(at+n, end)
}

// blanks steps over blanks, commas and line breaks.
func (s source) blanks(at, end int) int {
	for at < end && strings.IndexByte(" ,\n", s.folded.Text[at]) >= 0 {
		at++
	}
	return at
}

// capital tells whether the printed word at a folded offset begins with a
// capital letter.
func (s source) capital(at int) bool {
	from, _ := s.folded.Original(at, at+1)
	r, _ := utf8.DecodeRuneInString(s.text[from:])
	return unicode.IsUpper(r)
}

func startsWord(s string, i int) bool {
	return vietnamese.WordByte(s[i]) && (i == 0 || !vietnamese.WordByte(s[i-1]))
}

func nextWord(s string, i int) int {
	for i < len(s) && vietnamese.WordByte(s[i]) {
		i++
	}
	return i
}
