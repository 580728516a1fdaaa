package endtoend

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/search"
)

// asSources makes each article of the legal code announce the document that it
// is from, as told by number: so that there is something to filter by and count.
func asSources(all []*model.Article, sources map[string]string) {
	for i, a := range all {
		for _, m := range docnum.Find(sources[a.ID]) {
			issuer := docnum.IssuerOf(m.Number.Symbol)
			day, _ := model.NewDate(max(m.Number.Year, 2000), 1+i%12, 1+i%28)
			a.Published, a.Portal = day, fmt.Sprint("portal-", i%7)
			a.Mentions = []model.Mention{{Number: m.Number, Issuer: issuer, Issued: day, Role: model.Announced}}
			break
		}
	}
}

// BenchmarkFacets asks the whole service for hits with passages and counts, one
// and two clients at a time, over the legal code whose articles announce the
// documents that they are from.
func BenchmarkFacets(b *testing.B) {
	all, sources := legalSources(b)
	asSources(all, sources)
	kept := committed(b, all)
	s := search.New(kept, indexed(b, kept), nil)
	kinds := map[string][]search.Question{}
	for name, words := range map[string]int{"2 words": 2, "5 words": 5, "28 words": 28} {
		for _, text := range runsOf(all, words, 200) {
			kinds[name] = append(kinds[name], search.Question{Text: text, Limit: 20, Facets: true})
		}
	}
	for _, q := range kinds["2 words"] {
		q.Filters = map[filter.Field][]string{filter.Type: {"NĐ"}, filter.Year: {"2010..2020"}}
		kinds["filters"] = append(kinds["filters"], q)
	}
	kinds["common words"] = []search.Question{
		{Text: "quy định", Limit: 20, Facets: true},
		{Text: "cơ quan nhà nước", Limit: 20, Facets: true},
		{Text: "của", Limit: 20, Facets: true},
		{Text: "", Filters: map[filter.Field][]string{filter.Type: {"TT"}}, Facets: true, Limit: 20},
	}
	kinds["number"] = []search.Question{{Text: "15/2020/NĐ-CP", Limit: 20, Facets: true}, {Text: "nd 100 2019", Limit: 20, Facets: true}}
	kinds["newest"] = []search.Question{{Text: "nhà nước", Limit: 20, Sort: index.Newest, Facets: true}}
	for _, name := range []string{"2 words", "5 words", "28 words", "filters", "common words", "number", "newest"} {
		for _, clients := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s, %d clients", name, clients), func(b *testing.B) {
				for range b.N {
					report(b, "", askAll(b, s, kinds[name], clients))
				}
			})
		}
	}
}

// askAll asks each question as often as makes 400, by several clients, and
// returns how long each took.
func askAll(b *testing.B, s *search.Service, questions []search.Question, clients int) []time.Duration {
	const times = 400
	for _, q := range questions { // what was read of texts is kept
		if _, err := s.Search(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	took := make([]time.Duration, times)
	var wait sync.WaitGroup
	for client := range clients {
		wait.Go(func() {
			for i := client; i < times; i += clients {
				began := time.Now()
				if _, err := s.Search(b.Context(), questions[i%len(questions)]); err != nil {
					b.Error(err)
				}
				took[i] = time.Since(began)
			}
		})
	}
	wait.Wait()
	return took
}
