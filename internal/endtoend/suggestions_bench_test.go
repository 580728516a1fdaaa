package endtoend

import (
	"strings"
	"testing"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// BenchmarkSuggestions types the titles of the legal code letter by letter,
// with and without accents, into a service that has learned them, then asks for
// what is like its articles and for words typed wrong.
func BenchmarkSuggestions(b *testing.B) {
	all, _ := legalCode(b)
	kept := committed(b, all)
	engine := indexed(b, kept)
	s := search.New(kept, engine, nil)
	b.Run("learn", func(b *testing.B) {
		for b.Loop() {
			if err := search.New(kept, engine, nil).Learn(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	timed(b, "type", beginnings(all), func(text string) error {
		_, err := s.Suggest(b.Context(), text, search.DefaultSuggestions)
		return err
	})
	var ids []string
	for i := range 200 {
		ids = append(ids, all[(i*7919+13)%len(all)].ID)
	}
	timed(b, "similar", ids, func(id string) error {
		_, err := s.Similar(b.Context(), id, search.DefaultSimilar)
		return err
	})
	timed(b, "mistyped", mistyped(all), func(text string) error {
		_, err := s.Search(b.Context(), search.Question{Text: text, Limit: 10})
		return err
	})
}

// timed asks all of a list once, then again and again.
func timed(b *testing.B, name string, list []string, ask func(string) error) {
	b.Run(name, func(b *testing.B) {
		for _, text := range list {
			if err := ask(text); err != nil {
				b.Fatal(err)
			}
		}
		var took []time.Duration
		for i := 0; b.Loop(); i++ {
			start := time.Now()
			if err := ask(list[i%len(list)]); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
		}
		report(b, "again", took)
	})
}

// beginnings is what is typed on the way to titles, or to their later words.
func beginnings(all []*model.Article) []string {
	var out []string
	for i := range 300 {
		title := all[(i*7919+13)%len(all)].Title
		if i%3 > 0 {
			_, title, _ = strings.Cut(title, ". ")
		}
		runes := []rune(title)
		for n := 1; n <= min(len(runes), 24); n++ {
			out = append(out, string(runes[:n]))
		}
	}
	return out
}

// mistyped is runs of words of the articles, two letters of one exchanged.
func mistyped(all []*model.Article) []string {
	out := runsOf(all, 5, 100)
	for i, text := range out {
		words := strings.Fields(text)
		if w := []rune(words[2]); len(w) > 2 {
			w[1], w[2] = w[2], w[1]
			words[2] = string(w)
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}
