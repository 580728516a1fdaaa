package index_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// source is a store in memory that keeps the law of the change sequence: a
// thing stands once in it, at its latest step.
type source struct {
	mu       sync.Mutex
	sequence int64
	changes  map[string]model.Change
	articles map[string]*model.Article
	leaders  map[string]string // of copies
	fail     error
}

func newSource() *source {
	return &source{changes: map[string]model.Change{}, articles: map[string]*model.Article{}}
}

func (s *source) put(a *model.Article) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sequence++
	s.articles[a.ID] = a
	s.changes[a.ID] = model.Change{Seq: s.sequence, Kind: model.ArticleChanged, ID: a.ID}
}

func (s *source) remove(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sequence++
	delete(s.articles, id)
	s.changes[id] = model.Change{Seq: s.sequence, Kind: model.ArticleChanged, ID: id, Deleted: true}
}

func (s *source) Changes(_ context.Context, after int64, limit int) ([]model.Change, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []model.Change
	for _, c := range s.changes {
		if c.Seq > after {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b model.Change) int { return cmp.Compare(a.Seq, b.Seq) })
	return out[:min(limit, len(out))], s.fail
}

func (s *source) Article(_ context.Context, id string) (*model.Article, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a, ok := s.articles[id]; ok {
		return a, nil
	}
	return nil, fmt.Errorf("article %s: %w", id, store.ErrNotFound)
}

func (s *source) Document(_ context.Context, id string) (model.Document, error) {
	return model.Document{}, fmt.Errorf("document %s: %w", id, store.ErrNotFound)
}

func (s *source) BestMentions(context.Context, []string) (map[string]store.MentionAt, error) {
	return nil, nil
}

func (s *source) Copies(_ context.Context, id string) ([]string, error) {
	if leader, ok := s.leaders[id]; ok {
		return []string{leader, id}, nil
	}
	return []string{id}, nil
}

func (s *source) Stats(context.Context) (store.Stats, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return store.Stats{Sequence: s.sequence}, nil
}

// engine remembers what it was given.
type engine struct {
	mu      sync.Mutex
	records map[string]index.Record
	batches []index.Batch
	failAt  int // number of the batch that fails, from 1
}

var _ index.Engine = (*engine)(nil)

func newEngine() *engine { return &engine{records: map[string]index.Record{}} }

func (e *engine) Sequence(context.Context) (int64, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.batches) == 0 {
		return 0, nil
	}
	return e.batches[len(e.batches)-1].Sequence, nil
}

var errFull = errors.New("disk full")

func (e *engine) Apply(_ context.Context, b index.Batch) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failAt == len(e.batches)+1 {
		e.failAt = 0
		return errFull
	}
	for _, id := range b.Deletes {
		delete(e.records, id)
	}
	for _, r := range b.Upserts {
		e.records[r.ID] = r
	}
	e.batches = append(e.batches, b)
	return nil
}

func (e *engine) Search(context.Context, index.Request) (index.Result, error) {
	return index.Result{}, nil
}

func (e *engine) Close() error { return nil }

func (e *engine) ids() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var out []string
	for id := range e.records {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

func article(id, text string) *model.Article {
	return &model.Article{ID: id, Title: id, Text: id + "\n" + text, BodyStart: len(id) + 1}
}

func TestSyncGoesInBatches(t *testing.T) {
	src, e := newSource(), newEngine()
	for i := range 4321 {
		src.put(article(fmt.Sprintf("%04d", i), "nội dung"))
	}
	p, err := index.Sync(t.Context(), src, e)
	if err != nil || p != (index.Progress{Sequence: 4321, Upserts: 4321}) {
		t.Fatalf("progress %+v, %v", p, err)
	}
	for _, b := range e.batches {
		if len(b.Upserts) > 2000 || b.Sequence != src.changes[b.Upserts[len(b.Upserts)-1].ID].Seq {
			t.Errorf("a batch of %d that ends at %d", len(b.Upserts), b.Sequence)
		}
	}
	before := len(e.batches)
	if p, err = index.Sync(t.Context(), src, e); err != nil || p.Upserts != 0 || len(e.batches) != before {
		t.Errorf("a second pass did %+v, %v", p, err)
	}
}

func TestDocumentsInFilesAreFoundByTheirPages(t *testing.T) {
	src, e := newSource(), newEngine()
	page, file := article("trang", "Kế hoạch kèm theo"), article("tep", "KẾ HOẠCH")
	file.Kind = model.KindFile
	src.put(page)
	src.put(file)
	if _, err := index.Sync(t.Context(), src, e); err != nil {
		t.Fatal(err)
	}
	if got := e.ids(); !slices.Equal(got, []string{"trang"}) {
		t.Errorf("records %v: the words of a file stand in its page's record", got)
	}
}

func TestCopiesAreLed(t *testing.T) {
	src, e := newSource(), newEngine()
	src.leaders = map[string]string{"copy": "first"}
	src.put(article("first", "nội dung"))
	src.put(article("copy", "nội dung"))
	if _, err := index.Sync(t.Context(), src, e); err != nil {
		t.Fatal(err)
	}
	if e.records["copy"].Group != "first" || e.records["first"].Group != "first" {
		t.Errorf("groups %q and %q", e.records["copy"].Group, e.records["first"].Group)
	}
}

func TestSyncBoundsBatchesInBytes(t *testing.T) {
	src, e := newSource(), newEngine()
	for i := range 10 {
		src.put(article(fmt.Sprint(i), strings.Repeat("nước ", 1<<20)))
	}
	if _, err := index.Sync(t.Context(), src, e); err != nil {
		t.Fatal(err)
	}
	for _, b := range e.batches {
		if len(b.Upserts) > 4 {
			t.Errorf("a batch of %d large articles", len(b.Upserts))
		}
	}
	if len(e.ids()) != 10 {
		t.Errorf("indexed %v", e.ids())
	}
}

func TestSyncDeletesAndGoesOn(t *testing.T) {
	src, e := newSource(), newEngine()
	src.put(article("a", ""))
	src.put(article("b", ""))
	sync := func() index.Progress {
		t.Helper()
		p, err := index.Sync(t.Context(), src, e)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	sync()
	src.remove("a")
	src.put(article("c", ""))
	delete(src.articles, "b") // gone before it was read
	src.changes["b"] = model.Change{Seq: 5, Kind: model.ArticleChanged, ID: "b"}
	src.sequence = 5
	p := sync()
	if diff := gocmp.Diff(index.Progress{Sequence: 5, Upserts: 1, Deletes: 2}, p); diff != "" {
		t.Error(diff)
	}
	if diff := gocmp.Diff([]string{"c"}, e.ids()); diff != "" {
		t.Error(diff)
	}
}

func TestSyncAfterAFailedBatchLosesNothing(t *testing.T) {
	src, e := newSource(), newEngine()
	for i := range 4100 {
		src.put(article(fmt.Sprint(i), ""))
	}
	e.failAt = 2
	if p, err := index.Sync(t.Context(), src, e); !errors.Is(err, errFull) || p.Sequence != 2000 {
		t.Fatalf("%+v, %v", p, err)
	}
	if p, err := index.Sync(t.Context(), src, e); err != nil || p.Upserts != 2100 || len(e.ids()) != 4100 {
		t.Errorf("%+v, %v, %d records", p, err, len(e.ids()))
	}
}

func TestSyncRefusesAnotherStore(t *testing.T) {
	e := newEngine()
	if err := e.Apply(t.Context(), index.Batch{Sequence: 10}); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Sync(t.Context(), newSource(), e); !errors.Is(err, index.ErrAhead) {
		t.Errorf("%v, want ErrAhead", err)
	}
	if err := index.Follow(t.Context(), newSource(), e, index.Options{}); !errors.Is(err, index.ErrAhead) {
		t.Errorf("Follow: %v, want ErrAhead", err)
	}
}

func TestFollowSeesNewArticles(t *testing.T) {
	src, e := newSource(), newEngine()
	src.put(article("a", ""))
	src.fail = errors.New("the store is busy")
	ctx, stop := context.WithCancel(t.Context())
	passes := make(chan error, 1000)
	done := make(chan error, 1)
	go func() {
		done <- index.Follow(ctx, src, e, index.Options{
			Interval: time.Millisecond,
			Synced:   func(_ index.Progress, err error) { passes <- err },
		})
	}()
	if err := <-passes; err == nil {
		t.Error("the failed pass was not told")
	}
	src.mu.Lock()
	src.fail = nil
	src.mu.Unlock()
	src.put(article("b", ""))
	for deadline := time.After(10 * time.Second); len(e.ids()) < 2; {
		select {
		case <-passes:
		case <-deadline:
			t.Fatal("Follow does not catch up")
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("Follow ended with %v", err)
	}
}

func TestArticleRecord(t *testing.T) {
	mention := func(canonical, issuer string, role model.Role) model.Mention {
		return model.Mention{Number: model.DocNumber{Canonical: canonical}, Issuer: issuer, Role: role}
	}
	a := article("Kế hoạch", "Thân bài")
	a.Kind, a.Portal, a.Issuer = model.KindArticle, "sonha", "UBND huyện Sơn Hà"
	a.Attachments = []model.Attachment{{Name: "Phụ lục", Text: "Bảng chỉ tiêu"}, {Name: "bản quét.pdf", State: model.Unread}}
	a.Mentions = []model.Mention{
		mention("68-KH/HU", "Huyện ủy", model.Cited), mention("52/KH-UBND", "UBND huyện Sơn Hà", model.Announced),
		mention("", "", model.Cited), mention("68-KH/HU", "", model.Cited),
	}
	want := index.Record{
		ID: "Kế hoạch", Kind: model.ArticleChanged, PageKind: model.KindArticle, Title: "Kế hoạch", Portal: "sonha",
		Text:     "Thân bài\n\nPhụ lục\n\nBảng chỉ tiêu\n\nbản quét.pdf",
		Numbers:  []string{"52/KH-UBND", "68-KH/HU"},
		Agencies: []string{"UBND huyện Sơn Hà", "Huyện ủy"},
		Issuers:  []string{"UBND huyện Sơn Hà"}, Levels: []string{"huyen"}, Places: []string{"huyện Sơn Hà, tỉnh Quảng Ngãi", "tỉnh Quảng Ngãi"},
		HasFile: true, States: []string{"held"},
	}
	if diff := gocmp.Diff(want, index.ArticleRecord(a)); diff != "" {
		t.Error(diff)
	}
}
