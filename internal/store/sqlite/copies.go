package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/similar"
)

// A group of copies is a connected part of the graph of articles whose texts
// are the same or near, so it does not depend on the order of arrival. Its
// leader is the most official article, of those the earliest.

// maxCompared bounds the articles that one is compared with: a band that more
// share holds a form, not copies.
const maxCompared = 200

// maxGroup bounds the articles that are parted again when one of them changed.
const maxGroup = 1000

// copyOf is an article of a group.
type copyOf struct {
	id     string
	digest string
	sketch similar.Sketch
	leader string
}

// putCopy looks for the copies of an article that was written and groups it
// with them. Lists and rows of registers are no copies of anything.
func (t *tx) putCopy(ctx context.Context, a *model.Article) error {
	former, err := t.dropCopy(ctx, a.ID)
	if err != nil {
		return err
	}
	if a.Kind == model.KindArticle || a.Kind == model.KindDocument {
		if sketch, ok := similar.Of(a.Text); ok {
			if err := t.addCopy(ctx, a, sketch); err != nil {
				return err
			}
			former = append(former, a.ID)
		}
	}
	return t.regroup(ctx, former)
}

// dropCopy takes an article out of its group and gives those that were in it.
func (t *tx) dropCopy(ctx context.Context, id string) ([]string, error) {
	members, err := list(ctx, t, scanString, `SELECT m.article_id FROM copies c JOIN copies m ON m.leader = c.leader
		WHERE c.article_id = ? AND m.article_id <> ? LIMIT ?`, id, id, maxGroup)
	if err != nil {
		return nil, err
	}
	for _, table := range []string{"copy_bands", "copies"} {
		if _, err := t.exec(ctx, "DELETE FROM "+table+" WHERE article_id = ?", id); err != nil {
			return nil, err
		}
	}
	return members, nil
}

func (t *tx) addCopy(ctx context.Context, a *model.Article, sketch similar.Sketch) error {
	_, err := t.exec(ctx, "INSERT INTO copies (article_id, digest, sketch, leader) VALUES (?, ?, ?, ?)",
		a.ID, similar.Digest(a.Text), sketch.Bytes(), a.ID)
	if err != nil {
		return err
	}
	for _, band := range sketch.Bands() {
		if _, err := t.exec(ctx, "INSERT INTO copy_bands (band, article_id) VALUES (?, ?) ON CONFLICT (band, article_id) DO NOTHING",
			band, a.ID); err != nil {
			return err
		}
	}
	return nil
}

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
			if _, err := t.exec(ctx, "UPDATE copies SET leader = ? WHERE article_id = ?", leader, c.id); err != nil {
				return err
			}
			if err := t.changed(ctx, model.ArticleChanged, c.id, false); err != nil {
				return err
			}
		}
	}
	return nil
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
		near, err := list(ctx, t, scanString, `SELECT o.article_id FROM copy_bands b JOIN copy_bands o ON o.band = b.band
			WHERE b.article_id = ? GROUP BY o.article_id ORDER BY COUNT(*) DESC, o.article_id LIMIT ?`, group[i].id, maxCompared)
		if err != nil {
			return nil, err
		}
		for _, other := range near {
			if seen[other] {
				continue
			}
			c, err := t.copyAt(ctx, other)
			if err != nil {
				return nil, err
			}
			if c.digest == group[i].digest || c.sketch.Similarity(&group[i].sketch) >= similar.Near {
				seen[other] = true
				group = append(group, c)
			}
		}
	}
	return group, nil
}

func (t *tx) copyAt(ctx context.Context, id string) (copyOf, error) {
	c := copyOf{id: id}
	var sketch []byte
	err := t.QueryRowContext(ctx, "SELECT digest, sketch, leader FROM copies WHERE article_id = ?", id).
		Scan(&c.digest, &sketch, &c.leader)
	if err != nil {
		return c, err
	}
	var ok bool
	if c.sketch, ok = similar.Parse(sketch); !ok {
		return c, fmt.Errorf("sketch of article %s is damaged", id)
	}
	return c, nil
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

// Copies implements store.History.
func (s *Store) Copies(ctx context.Context, articleID string) ([]string, error) {
	all, err := list(ctx, s.read, scanString, `SELECT m.article_id FROM copies c JOIN copies m ON m.leader = c.leader
		WHERE c.article_id = ? ORDER BY m.article_id = m.leader DESC, m.article_id LIMIT ?`, articleID, maxGroup)
	if err != nil {
		return nil, fmt.Errorf("copies of article %s: %w", articleID, err)
	}
	if !slices.Contains(all, articleID) {
		return []string{articleID}, nil
	}
	return all, nil
}
