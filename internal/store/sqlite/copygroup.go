package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/similar"
)

// maxCompared bounds the articles that one is compared with, and those of a
// band: one that more share holds a form, not copies.
const maxCompared = 200

// regroup finds the groups of the articles anew. Readers are told of every
// article whose leader has become another one.
func (t *tx) regroup(ctx context.Context, ids []string) error {
	done := map[string]bool{}
	for _, id := range ids {
		if done[id] {
			continue
		}
		group, err := t.reach(ctx, id)
		if err != nil {
			return fmt.Errorf("copies of article %s: %w", id, err)
		}
		leader, err := t.leader(ctx, group)
		if err != nil {
			return err
		}
		for _, c := range group {
			done[c.id] = true
			if c.leader == leader {
				continue
			}
			if err := t.lead(ctx, leader, c.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// joinNear puts an article that was in no group into those of its copies, which
// become one group: the same as finding the groups anew, at the cost of the
// article's own copies instead of the group's.
func (t *tx) joinNear(ctx context.Context, id string) error {
	c, err := t.copyAt(ctx, id)
	if err != nil {
		return err
	}
	near, err := t.near(ctx, c)
	if err != nil {
		return err
	}
	var leaders []string
	for _, other := range near {
		if !slices.Contains(leaders, other.leader) {
			leaders = append(leaders, other.leader)
		}
	}
	if len(leaders) == 0 {
		return nil
	}
	return t.join(ctx, c, leaders)
}

// join makes one group of an article and the groups of the leaders. The best of
// all is the best of the article and the leaders.
func (t *tx) join(ctx context.Context, c copyOf, leaders []string) error {
	all := []copyOf{c}
	for _, id := range leaders {
		all = append(all, copyOf{id: id})
	}
	best, err := t.leader(ctx, all)
	if err != nil {
		return err
	}
	moved := []string{}
	if c.leader != best {
		moved = append(moved, c.id)
	}
	for _, old := range leaders {
		if old == best {
			continue
		}
		members, err := list(ctx, t, scanString, "SELECT article_id FROM copies WHERE leader = ? AND article_id <> ?", old, c.id)
		if err != nil {
			return err
		}
		moved = append(moved, members...)
	}
	for _, id := range moved {
		if err := t.lead(ctx, best, id); err != nil {
			return err
		}
	}
	return nil
}

// lead gives an article another leader, and tells readers.
func (t *tx) lead(ctx context.Context, leader, id string) error {
	if _, err := t.exec(ctx, "UPDATE copies SET leader = ? WHERE article_id = ?", leader, id); err != nil {
		return err
	}
	return t.changed(ctx, model.ArticleChanged, id, false)
}

// reach walks from an article to all that are its copies, directly or through
// others.
func (t *tx) reach(ctx context.Context, id string) ([]copyOf, error) {
	first, err := t.copyAt(ctx, id)
	if err != nil {
		return nil, err
	}
	group, seen := []copyOf{first}, map[string]bool{id: true}
	for i := 0; i < len(group) && len(group) < maxGroup; i++ {
		near, err := t.near(ctx, group[i])
		if err != nil {
			return nil, err
		}
		for _, c := range near {
			if !seen[c.id] {
				seen[c.id] = true
				group = append(group, c)
			}
		}
	}
	return group, nil
}

// near lists the direct copies of an article: of those that share the most
// bands with it, the ones whose text is the same or near.
func (t *tx) near(ctx context.Context, c copyOf) ([]copyOf, error) {
	shared := map[string]int{}
	for _, band := range c.sketch.Bands() {
		ids, err := list(ctx, t, scanString, "SELECT article_id FROM copy_bands WHERE band = ? LIMIT ?", band, maxCompared)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			shared[id]++
		}
	}
	delete(shared, c.id)
	ids := slices.SortedFunc(maps.Keys(shared), func(a, b string) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b))
	})
	var near []copyOf
	for _, id := range ids[:min(len(ids), maxCompared)] {
		other, err := t.copyAt(ctx, id)
		if err != nil {
			return nil, err
		}
		if other.digest == c.digest || other.sketch.Similarity(&c.sketch) >= similar.Near {
			near = append(near, other)
		}
	}
	return near, nil
}

// leader picks the one that speaks for a group: the portal that presents a
// document of its own place, then any that presents one, then the earliest
// posted, then the first captured.
func (t *tx) leader(ctx context.Context, group []copyOf) (string, error) {
	if len(group) == 1 {
		return group[0].id, nil
	}
	best, leader := "", ""
	for _, c := range group {
		var issuer, place, published string
		var captured sql.NullInt64
		err := t.QueryRowContext(ctx, `SELECT a.issuer, a.place, a.published, (SELECT MIN(c.taken_at) FROM article_captures ac
			JOIN captures c ON c.id = ac.capture_id WHERE ac.article_id = a.id) FROM articles a WHERE a.id = ?`, c.id).
			Scan(&issuer, &place, &published, &captured)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return "", err
		}
		if published == "" {
			published = "9999"
		}
		key := fmt.Sprintf("%d %s %020d %s", standing(issuer, place), published, captured.Int64, c.id)
		if best == "" || key < best {
			best, leader = key, c.id
		}
	}
	return leader, nil
}

// standing ranks how official an article is, 0 the most.
func standing(issuer, place string) int {
	switch {
	case issuer == "":
		return 2
	case place == "" || !strings.HasSuffix(issuer, place):
		return 1
	}
	return 0
}
