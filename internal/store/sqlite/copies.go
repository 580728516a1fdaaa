package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/similar"
)

// A group of copies is a connected part of the graph of articles whose texts
// are the same or near, so it does not depend on the order of arrival. Its
// leader is the most official article, of those the earliest.

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
	var sketch similar.Sketch
	var ok bool
	if a.Kind == model.KindArticle || a.Kind == model.KindDocument {
		sketch, ok = similar.Of(a.Text)
	}
	known, err := t.copyAt(ctx, a.ID)
	switch {
	case errors.Is(err, sql.ErrNoRows) && !ok:
		return nil
	case err == nil && ok && known.digest == similar.Digest(a.Text) && known.leader != a.ID:
		return t.join(ctx, known, []string{known.leader}) // its copies are the same; it may lead now
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return err
	}
	former, err := t.dropCopy(ctx, a.ID)
	if err != nil {
		return err
	}
	if ok {
		if err := t.addCopy(ctx, a, sketch); err != nil {
			return err
		}
		if len(former) == 0 {
			return t.joinNear(ctx, a.ID)
		}
		former = append(former, a.ID)
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
