package sqlite

import (
	"context"
	"fmt"
	"strconv"

	"tracuu/internal/store"
)

const isArticle = "a.kind NOT IN ('list', 'other')"

// Holdings implements store.Holder.
func (s *Store) Holdings(ctx context.Context) ([]store.Holding, error) {
	all, err := s.heldByYear(ctx)
	if err == nil {
		err = s.addTimes(ctx, all)
	}
	if err == nil {
		err = s.addFiles(ctx, all)
	}
	if err != nil {
		return nil, fmt.Errorf("what is held of each portal: %w", err)
	}
	return all, nil
}

func (s *Store) heldByYear(ctx context.Context) ([]store.Holding, error) {
	type group struct {
		portal, year string
		articles     int
	}
	groups, err := list(ctx, s.read, func(row scanner) (g group, err error) {
		return g, row.Scan(&g.portal, &g.year, &g.articles)
	}, "SELECT a.portal, substr(a.published, 1, 4), COUNT(*) FROM articles a WHERE "+isArticle+" GROUP BY 1, 2 ORDER BY 1, 2")
	if err != nil {
		return nil, err
	}
	all := []store.Holding{}
	for _, g := range groups {
		if n := len(all); n == 0 || all[n-1].Portal != g.portal {
			all = append(all, store.Holding{Portal: g.portal, Years: []store.YearCount{}})
		}
		h := &all[len(all)-1]
		h.Articles += g.articles
		if year, err := strconv.Atoi(g.year); err == nil {
			h.Dated += g.articles
			h.Years = append(h.Years, store.YearCount{Year: year, Articles: g.articles})
		}
	}
	return all, nil
}

// pair is two numbers of a portal.
type pair struct {
	portal        string
	first, second int64
}

func scanPair(row scanner) (p pair, err error) { return p, row.Scan(&p.portal, &p.first, &p.second) }

func (s *Store) addTimes(ctx context.Context, all []store.Holding) error {
	times, err := list(ctx, s.read, scanPair, `SELECT a.portal, MIN(c.taken_at), MAX(c.taken_at) FROM articles a
		JOIN article_captures ac ON ac.article_id = a.id JOIN captures c ON c.id = ac.capture_id WHERE `+isArticle+" GROUP BY 1")
	for i := range all {
		for _, t := range times {
			if t.portal == all[i].Portal {
				all[i].First, all[i].Last = instant(t.first), instant(t.second)
			}
		}
	}
	return err
}

func (s *Store) addFiles(ctx context.Context, all []store.Holding) error {
	files, err := list(ctx, s.read, scanPair, `SELECT a.portal, COUNT(DISTINCT t.url), COUNT(DISTINCT CASE WHEN f.state = 'read' THEN t.url END)
		FROM attachments t JOIN articles a ON a.id = t.article_id LEFT JOIN files f ON f.url = t.url WHERE `+isArticle+" GROUP BY 1")
	for i := range all {
		for _, f := range files {
			if f.portal == all[i].Portal {
				all[i].Files, all[i].Read = int(f.first), int(f.second)
			}
		}
	}
	return err
}
