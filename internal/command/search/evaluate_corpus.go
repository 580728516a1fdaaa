package search

import (
	"context"
	"fmt"
	"io"

	"tracuu/internal/evaluate"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/retrieval"
	"tracuu/internal/vietnamese"
)

// corpus is a plain corpus in memory: what retrieval reads instead of a store.
type corpus struct {
	texts   map[string]retrieval.Text
	order   []string
	skipped int // distractors that may hold what is asked for
}

var _ retrieval.Texts = (*corpus)(nil)

// Text implements retrieval.Texts.
func (c *corpus) Text(_ context.Context, ids []string) (map[string]retrieval.Text, error) {
	found := make(map[string]retrieval.Text, len(ids))
	for _, id := range ids {
		if t, ok := c.texts[id]; ok {
			found[id] = t
		}
	}
	return found, nil
}

// add reads records; of two with one id the first stays. With distract, those
// of laws are left out.
func (c *corpus) add(r io.Reader, distract bool) error {
	for rec, err := range evaluate.Records(r) {
		if err != nil {
			return err
		}
		if distract && rec.OfALaw() {
			c.skipped++
			continue
		}
		if _, known := c.texts[rec.ID]; known {
			continue
		}
		c.order = append(c.order, rec.ID)
		c.texts[rec.ID] = retrieval.Text{ // as the store keeps texts
			Title: vietnamese.Clean(rec.Title), Body: vietnamese.Clean(rec.Text), Kind: model.KindArticle,
		}
	}
	return nil
}

// fill indexes the corpus.
func (c *corpus) fill(ctx context.Context, e index.Engine) error {
	records := func(yield func(index.Record, error) bool) {
		for _, id := range c.order {
			t := c.texts[id]
			if !yield(index.Record{ID: id, Kind: model.ArticleChanged, PageKind: t.Kind, Title: t.Title, Text: t.Body}, nil) {
				return
			}
		}
	}
	if err := index.Feed(ctx, e, index.Group(records), nil); err != nil {
		return fmt.Errorf("index the corpus: %w", err)
	}
	return nil
}

// missing counts the judged records that the corpus does not hold.
func (c *corpus) missing(judged evaluate.Judgements) int {
	n := 0
	for _, grades := range judged {
		for id := range grades {
			if _, ok := c.texts[id]; !ok {
				n++
			}
		}
	}
	return n
}
