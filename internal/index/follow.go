package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// ErrAhead tells that an index has seen changes that the store does not have:
// it belongs to another store, or the store was replaced by an older one.
var ErrAhead = errors.New("the index is ahead of the store")

// Source is what an index needs of the store.
type Source interface {
	Changes(ctx context.Context, after int64, limit int) ([]model.Change, error)
	Article(ctx context.Context, id string) (*model.Article, error)
	Document(ctx context.Context, id string) (model.Document, error)
	BestMentions(ctx context.Context, ids []string) (map[string]store.MentionAt, error)
	Copies(ctx context.Context, articleID string) ([]string, error)
	Stats(ctx context.Context) (store.Stats, error)
}

// Progress tells what a pass did.
type Progress struct {
	Sequence int64 // where the engine stands now
	Upserts  int
	Deletes  int
}

// Options of Follow.
type Options struct {
	Interval time.Duration         // between two looks at the store; 2 s when zero
	Logger   *slog.Logger          // nil: silent
	Applied  func(Batch)           // told after each batch; may be nil
	Synced   func(Progress, error) // told after each pass; may be nil
}

// A batch ends at whichever bound it reaches first. Large batches are merged
// less often; two of them are in memory at a time.
const (
	batchChanges = 2000
	batchBytes   = 8 << 20
)

// Sync brings the engine to the end of the store's change sequence, in batches
// that are applied with the number that they reach: it can be stopped at any
// time and goes on where it was. Errors: ErrAhead, those of source and engine.
func Sync(ctx context.Context, src Source, e Engine) (Progress, error) {
	return catchUp(ctx, src, e, nil)
}

func catchUp(ctx context.Context, src Source, e Engine, applied func(Batch)) (Progress, error) {
	var p Progress
	var err error
	if p.Sequence, err = e.Sequence(ctx); err != nil {
		return p, err
	}
	if err := checkAhead(ctx, src, p.Sequence); err != nil {
		return p, err
	}
	err = Feed(ctx, e, batches(ctx, src, p.Sequence), func(b Batch) {
		p.Sequence = b.Sequence
		p.Upserts += len(b.Upserts)
		p.Deletes += len(b.Deletes)
		if applied != nil {
			applied(b)
		}
	})
	return p, err
}

// batches loads what changed after a number, until nothing did.
func batches(ctx context.Context, src Source, after int64) iter.Seq2[Batch, error] {
	return func(yield func(Batch, error) bool) {
		for {
			changes, err := src.Changes(ctx, after, batchChanges)
			if err != nil {
				yield(Batch{}, fmt.Errorf("read changes after %d from the store: %w", after, err))
				return
			}
			if len(changes) == 0 {
				return
			}
			for len(changes) > 0 {
				var b Batch
				if b, changes, err = load(ctx, src, changes); !yield(b, err) || err != nil {
					return
				}
				after = b.Sequence
			}
		}
	}
}

func checkAhead(ctx context.Context, src Source, sequence int64) error {
	stats, err := src.Stats(ctx)
	if err != nil {
		return fmt.Errorf("read the state of the store: %w", err)
	}
	if sequence > stats.Sequence {
		return fmt.Errorf("%w (at change %d, the store at %d): delete the index folder and start again, it is rebuilt",
			ErrAhead, sequence, stats.Sequence)
	}
	return nil
}

// Follow keeps the engine in step with the store until ctx ends, and then
// returns nil. A pass that fails is logged, told to Synced and tried again,
// for a store may be busy for a while; ErrAhead ends it, for no time heals
// that.
func Follow(ctx context.Context, src Source, e Engine, opts Options) error {
	log := opts.Logger
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	interval := opts.Interval
	if interval <= 0 {
		interval = 2 * time.Second
	}
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		p, err := catchUp(ctx, src, e, opts.Applied)
		if ctx.Err() != nil {
			return nil
		}
		if opts.Synced != nil {
			opts.Synced(p, err)
		}
		switch {
		case errors.Is(err, ErrAhead):
			return err
		case err != nil:
			log.ErrorContext(ctx, "index does not follow the store, trying again", "error", err, "sequence", p.Sequence)
		case p.Upserts+p.Deletes > 0:
			log.InfoContext(ctx, "indexed", "records", p.Upserts, "deleted", p.Deletes, "sequence", p.Sequence)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

// load turns changes into a batch until it is large enough, and returns the
// changes that are left.
func load(ctx context.Context, src Source, changes []model.Change) (Batch, []model.Change, error) {
	var b Batch
	size := 0
	for i, c := range changes {
		if size > batchBytes {
			return b, changes[i:], nil
		}
		r, err := record(ctx, src, c)
		switch {
		case errors.Is(err, store.ErrNotFound): // deleted since
			b.Deletes = append(b.Deletes, c.ID)
		case err != nil:
			return b, nil, fmt.Errorf("read %s %s from the store: %w", c.Kind, c.ID, err)
		default:
			b.Upserts = append(b.Upserts, r)
			size += len(r.Text)
		}
		b.Sequence = c.Seq
	}
	return b, nil, nil
}

// record loads what a change is about; store.ErrNotFound when it is gone.
func record(ctx context.Context, src Source, c model.Change) (Record, error) {
	switch {
	case c.Deleted:
		return Record{}, store.ErrNotFound
	case c.Kind == model.ArticleChanged:
		a, err := src.Article(ctx, c.ID)
		if err != nil {
			return Record{}, err
		}
		if a.Kind == model.KindFile {
			return Record{}, store.ErrNotFound // its words stand in the records of the pages that link it
		}
		r := ArticleRecord(a)
		copies, err := src.Copies(ctx, c.ID)
		if err == nil && len(copies) > 0 {
			r.Group = copies[0] // the leader
		}
		return r, err
	case c.Kind == model.DocumentChanged:
		d, err := src.Document(ctx, c.ID)
		if err != nil {
			return Record{}, err
		}
		r := DocumentRecord(d)
		tellers, err := src.BestMentions(ctx, []string{c.ID})
		r.Group = tellers[c.ID].ArticleID
		return r, err
	}
	return Record{}, fmt.Errorf("a change of unknown kind %q", c.Kind)
}
