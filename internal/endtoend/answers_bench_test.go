package endtoend

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// BenchmarkAnswers asks the whole service, store and all, over the legal code:
// runs of 5 and 28 words from its articles, each once with nothing in memory,
// then again and again.
func BenchmarkAnswers(b *testing.B) {
	all, _ := legalCode(b)
	kept := committed(b, all)
	engine := indexed(b, kept)
	for _, words := range []int{5, 28} {
		s := search.New(kept, engine, nil)
		questions := runsOf(all, words, 300)
		ask := func(b *testing.B, text string) time.Duration {
			start := time.Now()
			if a, err := s.Search(b.Context(), search.Question{Text: text, Limit: 10}); err != nil || len(a.Hits) == 0 {
				b.Fatal(text, len(a.Hits), err)
			}
			return time.Since(start)
		}
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			var cold, warm []time.Duration
			for _, q := range questions {
				cold = append(cold, ask(b, q))
			}
			for i := 0; b.Loop(); i++ {
				warm = append(warm, ask(b, questions[i%len(questions)]))
			}
			report(b, "first", cold)
			report(b, "again", warm)
		})
	}
}

func report(b *testing.B, name string, took []time.Duration) {
	slices.Sort(took)
	ms := func(share int) float64 { return float64(took[len(took)*share/100].Microseconds()) / 1000 }
	b.ReportMetric(ms(50), name+"-p50-ms")
	b.ReportMetric(ms(99), name+"-p99-ms")
}

// runsOf returns n runs of words from the middle of articles.
func runsOf(all []*model.Article, words, n int) []string {
	var out []string
	for i := 0; len(out) < n; i++ {
		fields := strings.Fields(all[(i*7919+13)%len(all)].Body())
		if len(fields) < 2*words {
			continue
		}
		from := len(fields) / 3
		out = append(out, strings.Join(fields[from:min(from+words, len(fields))], " "))
	}
	return out
}
