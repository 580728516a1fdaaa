package search

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"tracuu/internal/completion"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/gazetteer"
	"tracuu/internal/model"
	"tracuu/internal/spelling"
	"tracuu/internal/store"
)

// headlines is what names are learned from.
type headlines interface {
	store.Headliner
	Changes(ctx context.Context, after int64, limit int) ([]model.Change, error)
}

// names is all that is completed while it is typed, in memory. It follows the
// change sequence of the store as the index does.
type names struct {
	source                            headlines
	numbers, titles, agencies, places *completion.Table
	words                             *spelling.Vocabulary

	loaded atomic.Bool // what was there at the start has been read
	behind atomic.Bool // the store may have changed since the last look

	busy    sync.Mutex     // held by the one who reads; what follows is its own
	at      int64          // change that was read last
	issuers map[string]int // documents by issuer
	general bool           // agencies of the centre and places are there
}

// Memory of the tables: a title takes some 300 bytes, so that a million fit.
const (
	titleBytes  = 384 << 20
	numberBytes = 256 << 20
	agencyBytes = 32 << 20
	placeBytes  = 32 << 20
	maxIssuers  = 50_000
	maxIssuer   = 200 // bytes of a name
)

// headlinesAtOnce is how many names are read from the store at a time.
const headlinesAtOnce = 4000

func newNames(source headlines) *names {
	table := func(bytes int) *completion.Table { return completion.New(completion.Options{MaxBytes: bytes}) }
	return &names{
		source: source, words: spelling.New(), issuers: map[string]int{},
		numbers: table(numberBytes), titles: table(titleBytes), agencies: table(agencyBytes), places: table(placeBytes),
	}
}

// Learn reads the names of all that the store holds, for Suggest and for words
// typed wrong. Without it the first who asks waits for that: let it run when a
// server starts. Calling it again reads what is new.
func (s *Service) Learn(ctx context.Context) error { return s.names.catchUp(ctx) }

// ready reads the names if nobody has. While another does, what it has read so
// far must do.
func (n *names) ready(ctx context.Context) error {
	if n.loaded.Load() && !n.behind.Load() {
		return nil
	}
	return n.catchUp(ctx)
}

// changed tells that the store has changed. Nothing is read before somebody
// has asked for names; an error shows when somebody asks again.
func (n *names) changed() {
	n.behind.Store(true)
	if !n.loaded.Load() {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), readTime)
	defer stop()
	_ = n.catchUp(ctx)
}

// readTime bounds how long the index waits for names.
const readTime = 20 * time.Second

// catchUp reads what has changed. Only one does at a time; whoever comes
// meanwhile leaves a sign for it to look again.
func (n *names) catchUp(ctx context.Context) error {
	n.behind.Store(true)
	for n.behind.Load() && n.busy.TryLock() {
		n.behind.Store(false)
		err := n.read(ctx)
		if err != nil {
			n.behind.Store(true)
		}
		n.busy.Unlock()
		if err != nil {
			return fmt.Errorf("read names from the store: %w", err)
		}
	}
	return nil
}

// read goes through the changes after the last look.
func (n *names) read(ctx context.Context) error {
	n.addGeneral()
	for {
		changes, err := n.source.Changes(ctx, n.at, headlinesAtOnce)
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			n.loaded.Store(true)
			return nil
		}
		found, err := n.source.Headings(ctx, changes)
		if err != nil {
			return err
		}
		n.put(changes, found)
		n.at = changes[len(changes)-1].Seq
	}
}

// addGeneral puts in what no store tells: agencies of the centre and places.
func (n *names) addGeneral() {
	if n.general {
		return
	}
	var places []completion.Entry
	for _, u := range gazetteer.Vietnam().Units() {
		places = append(places, placeEntry(u))
	}
	n.places.Put(places)
	n.countIssuers(docnum.Issuers())
	n.general = true
}

// put takes what was found of some changes, and forgets the rest of them.
func (n *names) put(changes []model.Change, found []store.Heading) {
	var titles, numbers []completion.Entry
	var issuers []string
	untitled, unnumbered := map[string]bool{}, map[string]bool{}
	for _, c := range changes {
		untitled[c.ID], unnumbered[c.ID] = true, c.Kind == model.DocumentChanged
	}
	for _, h := range found {
		if hasTitle(h) {
			e := titleEntry(h)
			titles = append(titles, e)
			n.words.Learn(e.Label)
			delete(untitled, h.ID)
		}
		if h.Kind == model.DocumentChanged && h.Number.No != "" {
			numbers = append(numbers, numberEntry(h))
			issuers = append(issuers, h.Issuer)
			delete(unnumbered, h.ID)
		}
	}
	n.titles.Delete(keysOf(untitled))
	n.numbers.Delete(keysOf(unnumbered))
	n.titles.Put(titles)
	n.numbers.Put(numbers)
	n.countIssuers(issuers)
}

// hasTitle tells whether a thing is completed by its title: articles, and
// documents that no article tells of.
func hasTitle(h store.Heading) bool {
	switch {
	case h.Title == "":
		return false
	case h.Kind == model.DocumentChanged:
		return h.Status == model.Listed
	}
	return h.PageKind == model.KindArticle || h.PageKind == model.KindDocument
}

// countIssuers puts agencies in with the number of their documents. A document
// that changes is counted again: the number is for ranking only.
func (n *names) countIssuers(issuers []string) {
	touched := map[string]bool{}
	for _, name := range issuers {
		if name == "" || len(name) > maxIssuer || n.issuers[name] == 0 && len(n.issuers) >= maxIssuers {
			continue
		}
		n.issuers[name]++
		touched[name] = true
	}
	var entries []completion.Entry
	for name := range touched {
		entries = append(entries, agencyEntry(name, n.issuers[name]))
	}
	n.agencies.Put(entries)
}

func keysOf(set map[string]bool) []string {
	var out []string
	for key, is := range set {
		if is {
			out = append(out, key)
		}
	}
	return out
}
