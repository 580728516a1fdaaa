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
// words from the middle of articles, with snippets, and what nobody should.
func BenchmarkQueries(b *testing.B) {
	docs := phapdien(b)
	s := indexed(b, docs, Options{})
	for _, words := range []int{5, 28} {
		questions := excerpts(docs, words, 300)
		b.Run(fmt.Sprintf("%d words", words), func(b *testing.B) {
			for _, q := range questions { // the layouts of their candidates are kept from here on
				if _, err := s.Search(context.Background(), Request{Text: q}); err != nil {
					b.Fatal(err)
				}
			}
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
	for name, typed := range badInput(docs) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Search(context.Background(), Request{Text: typed}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// badInput is what nobody asks in earnest; each must be answered within 200 ms.
func badInput(docs []line) map[string]string {
	long := strings.Join(excerpts(docs, 200, 300), " ")
	var different strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&different, "từ%d ", i)
	}
	return map[string]string{
		"100 kB of law":         long[:100<<10],
		"100 kB in quotes":      `"` + long[:100<<10] + `"`,
		"5000 different words":  different.String(),
		"only common syllables": strings.Repeat("của và các có được cho người theo quy định ", 200),
		"a common phrase":       `"quy định của pháp luật"`,
		"unbalanced quotes":     strings.Repeat(`"quy định " `, 5000),
		"only digits":           strings.Repeat("12 2020 1 15 ", 2000),
		"one letter":            strings.Repeat("a", 100<<10),
		"slashes":               strings.Repeat("9/", 50<<10),
		"emoji":                 strings.Repeat("😀 ", 20<<10),
	}
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
