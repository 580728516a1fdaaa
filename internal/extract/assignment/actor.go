package assignment

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/extract/agency"
	"tracuu/internal/vietnamese"
)

// word is a word or phrase of the grammar, in its two spellings.
type word struct{ accented, folded string }

// words of the grammar, the longest first.
type words struct{ orders, actors, none, modals, tasks, past []word }

// rules are read once; the embedded files are checked by a test.
var rules = sync.OnceValue(func() words {
	w, err := load()
	if err != nil {
		return words{}
	}
	return w
})

func load() (words, error) {
	var w words
	for _, list := range []struct {
		into       *[]word
		file, kind string
	}{
		{&w.orders, "verbs.txt", "order"},
		{&w.modals, "duties.txt", "modal"},
		{&w.tasks, "duties.txt", "task"},
		{&w.past, "duties.txt", "past"},
	} {
		found, err := data.Words(list.file, list.kind)
		if err != nil {
			return words{}, err
		}
		*list.into = longestFirst(found)
	}
	rows, err := data.Table("actors.txt", 1)
	if err != nil {
		return words{}, err
	}
	var actors, none []string
	for _, row := range rows {
		if w, taken := strings.CutPrefix(row[0], "!"); taken {
			none = append(none, w)
		} else {
			actors = append(actors, row[0])
		}
	}
	w.actors, w.none = longestFirst(actors), longestFirst(none)
	return w, nil
}

func longestFirst(list []string) []word {
	all := make([]word, len(list))
	for i, w := range list {
		all[i] = word{accented: w, folded: vietnamese.Fold(w)}
	}
	slices.SortStableFunc(all, func(a, b word) int { return len(b.folded) - len(a.folded) })
	return all
}

// begins returns the folded length of the word of a list that begins at offset
// at of the folded text. Accents must agree, so that "giáo" is not "giao",
// unless the text has none.
func (s source) begins(at, end int, list []word) (int, bool) {
	rest := s.folded.Text[at:end]
	for _, w := range list {
		n := len(w.folded)
		if !strings.HasPrefix(rest, w.folded) || n < len(rest) && vietnamese.WordByte(rest[n]) {
			continue
		}
		from, to := s.folded.Original(at, at+n)
		if printed := strings.ToLower(s.text[from:to]); printed == w.accented || printed == w.folded {
			return n, true
		}
	}
	return 0, false
}

// opensActor tells whether an actor's name begins at offset at.
func (s source) opensActor(at, end int) bool {
	if _, ok := s.begins(at, end, rules().none); ok {
		return false
	}
	if _, ok := s.begins(at, end, rules().actors); ok {
		return true
	}
	_, _, ok := agency.At(s.folded, s.text, at)
	return ok
}

const maxActors = 420 // bytes of a list of actors

// actors reads the list of actors at i: everything up to the word that begins
// the duty, before end. It returns the offset of that word, and whether it is
// one that states a duty by itself.
func (s source) actors(i, end int) (stop int, modal, ok bool) {
	f := s.folded
	if !s.opensActor(i, end) {
		return i, false, false
	}
	at := nextWord(f.Text, i)
	if _, after, named := agency.At(f, s.text, i); named {
		at = after
	}
	for at < min(end, i+maxActors) {
		if b := f.Text[at]; b == '.' || b == ':' || b == '\n' {
			return at, false, b == ':'
		}
		if !startsWord(f.Text, at) {
			at++
			continue
		}
		if _, past := s.begins(at, end, rules().past); past {
			return at, false, false
		}
		if _, is := s.begins(at, end, rules().modals); is {
			return at, true, true
		}
		if _, is := s.begins(at, end, rules().tasks); is && !s.opensActor(at, end) {
			return at, false, true
		}
		if _, after, named := agency.At(f, s.text, at); named {
			at = after
			continue
		}
		at = nextWord(f.Text, at)
	}
	return at, false, false
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
