package sqlite

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/store"
)

// benchFacts is how many targets the benchmarks list, four an article.
const benchFacts = 200_000

// BenchmarkTargets lists and counts targets as a page of a table does.
func BenchmarkTargets(b *testing.B) {
	s, err := Open(b.Context(), b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	if err := s.update(b.Context(), func(t *tx) error { return fillTargets(b.Context(), t) }); err != nil {
		b.Fatal(err)
	}
	fifty := 50.0
	percent := store.TargetFilter{Unit: "%", Amount: store.Amounts{From: &fifty}, Year: store.Years{From: 2019, To: 2019}}
	words := store.TargetFilter{FactFilter: store.FactFilter{Words: []store.Phrases{{"ho"}, {"ngheo"}, {"kieu 7"}}}}
	for name, run := range map[string]func() error{
		"newest":        func() error { return first(b, s, store.TargetFilter{}, store.ByIssued) },
		"unit by value": func() error { return first(b, s, percent, store.ByValue) },
		"words":         func() error { return first(b, s, words, store.ByIssued) },
		"count":         func() error { _, err := s.CountTargets(b.Context(), percent); return err },
		"count all":     func() error { _, err := s.CountTargets(b.Context(), store.TargetFilter{}); return err },
		"count words":   func() error { _, err := s.CountTargets(b.Context(), words); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("export 1000", func(b *testing.B) {
		p := store.Page{Order: store.ByIssued, Desc: true, Limit: 1000}
		for b.Loop() {
			rows, err := s.Targets(b.Context(), store.TargetFilter{}, p)
			if err != nil || len(rows) == 0 {
				b.Fatal(len(rows), err)
			}
			p.After = &rows[len(rows)-1].Position
			if len(rows) < p.Limit {
				p.After = nil
			}
		}
	})
}

func first(b *testing.B, s *Store, f store.TargetFilter, order store.Order) error {
	_, err := s.Targets(b.Context(), f, store.Page{Order: order, Desc: true, Limit: 20})
	return err
}

func fillTargets(ctx context.Context, t *tx) error {
	quote := strings.Repeat("phấn đấu tỷ lệ hộ nghèo giảm ", 8)
	for i := range benchFacts {
		id := fmt.Sprintf("%016x", uint64(i/4)*0x9e3779b97f4a7c15)
		unit, due := []string{"%", "hộ", "tỷ đồng"}[i%3], fmt.Sprintf("%d", 2015+i%15)
		if i%4 == 0 {
			if _, err := t.exec(ctx, `INSERT INTO articles (id, url, host, portal, family, kind, title, published, author, views, place, issuer,
				body, body_start, digest) VALUES (?, ?, 'h', ?, '', 'article', 'Tin', ?, '', 0, '', '', ?, 0, '')`,
				id, "https://h/"+id, fmt.Sprintf("p%d", i%50), fmt.Sprintf("%d-03-18", 2015+i%10), strings.Repeat(quote, 10)); err != nil {
				return err
			}
		}
		if _, err := t.exec(ctx, `INSERT INTO targets (article_id, pos, indicator, op, value, unit, due, span_start, span_end, quote, rule, confidence)
			VALUES (?, ?, 'tỷ lệ hộ nghèo', '=', ?, ?, ?, 0, 9, ?, 'mau', 0.9)`, id, i%4, i%100, unit, due, quote); err != nil {
			return err
		}
		if _, err := t.exec(ctx, `INSERT INTO fact_keys (kind, article_id, pos, series, words, family, unit, low, high, due, year, issued, posted,
			name_id, issuer, place, portal) VALUES ('target', ?, ?, 0, ?, '', ?, ?, ?, ?, ?, ?, '', 0, ' ubnd ', ' huyen ', ?)`,
			id, i%4, fmt.Sprintf(" ty le ho ngheo kieu %d ", i%1000), unit, i%100, i%100, due+"-12-31", 2015+i%15, fmt.Sprintf("%d-03-18", 2015+i/4%10),
			fmt.Sprintf("p%d", i%50)); err != nil {
			return err
		}
	}
	return nil
}
