package search

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// BenchmarkSuggestNumbers types numbers of 200,000 made-up documents, digit by
// digit and in the orders that people type them.
func BenchmarkSuggestNumbers(b *testing.B) {
	const documents = 200_000
	l := &ledger{have: make(map[string]store.Heading, documents)}
	symbols := []string{"KH-UBND", "QĐ-UBND", "CT-TTg", "UBND-VX", "NQ-HĐND", "TB-UBND"}
	for i := range documents {
		n, err := docnum.Parse(fmt.Sprintf("%d/%s", 1+i%4000, symbols[i%len(symbols)]))
		if err != nil {
			b.Fatal(err)
		}
		l.put(store.Heading{
			Kind: model.DocumentChanged, ID: fmt.Sprint(i), Number: n, Year: 2000 + i%25, Status: model.Held,
			Issuer: fmt.Sprintf("UBND huyện Số %d", i%700), Title: "Về việc giao chỉ tiêu", Mentions: i % 9,
		})
	}
	n := newNames(l)
	if err := n.catchUp(context.Background()); err != nil {
		b.Fatal(err)
	}
	typed := []string{"1", "12", "123", "12/", "12/k", "12/KH", "12 kh ubnd", "kh 12", "kế hoạch số 12", "qđ 1", "12 kh 2020", "kh 12 số 3", "52 tb"}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		n.suggest(typed[i%len(typed)], DefaultSuggestions)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(n.numbers.Bytes())/documents, "B/number")
}
