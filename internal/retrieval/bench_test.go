package retrieval

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkQueries asks the legal code in its own words: runs of 5 and 28
// words from the middle of articles, with snippets, and 100 kB at once.
func BenchmarkQueries(b *testing.B) {
	docs := phapdien(b)
	s := indexed(b, docs, Options{})
	for _, words := range []int{5, 28} {
		questions := excerpts(docs, words, 300)
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				if _, err := s.Search(context.Background(), Request{Text: questions[i%len(questions)]}); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
	b.Run("100 kB", func(b *testing.B) {
		huge := strings.Join(excerpts(docs, 200, 300), " ")
		for b.Loop() {
			if _, err := s.Search(context.Background(), Request{Text: huge[:100<<10]}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// excerpts returns n runs of words, spread over the documents.
func excerpts(docs []line, words, n int) []string {
	var out []string
	for i := 0; len(out) < n; i++ {
		d := docs[(i*7919+13)%len(docs)]
		fields := strings.Fields(d.Text)
		if len(fields) < 2*words && len(fields) < 60 {
			continue
		}
		from := min(len(fields)/3, max(0, len(fields)-words))
		out = append(out, strings.Join(fields[from:min(from+words, len(fields))], " "))
	}
	return out
}
