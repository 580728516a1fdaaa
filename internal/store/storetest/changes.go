package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func sequence(t *testing.T, s store.Store) int64 {
	t.Helper()
	st, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return st.Sequence
}

func testChanges(t *testing.T, open Open) {
	s := open(t)
	a := page("a", 2022, announce(calangLong))
	b := page("b", 2022, cite("52/KH-UBND", 2022, calangLong))
	commit(t, s, visit(a, start), visit(b, start))
	assertChanges(t, s, 0,
		model.Change{Seq: 1, Kind: model.ArticleChanged, ID: a.ID},
		model.Change{Seq: 2, Kind: model.DocumentChanged, ID: inCang},
		model.Change{Seq: 3, Kind: model.ArticleChanged, ID: b.ID},
	)

	a.Views++
	commit(t, s, visit(a, start), visit(a, start.Add(time.Hour)))
	if err := s.PutArticle(t.Context(), a, ""); err != nil {
		t.Fatal(err)
	}
	assertChanges(t, s, 3)

	a = page("a", 2022)
	commit(t, s, visit(a, start.Add(2*time.Hour)))
	assertChanges(t, s, 3,
		model.Change{Seq: 4, Kind: model.ArticleChanged, ID: a.ID},
		model.Change{Seq: 5, Kind: model.DocumentChanged, ID: inCang}, // cited only, another title
	)
	b = page("b", 2022)
	commit(t, s, visit(b, start))
	assertChanges(t, s, 5,
		model.Change{Seq: 6, Kind: model.ArticleChanged, ID: b.ID},
		model.Change{Seq: 7, Kind: model.DocumentChanged, ID: inCang, Deleted: true},
	)

	got, err := s.Changes(t.Context(), 3, 1)
	if err != nil || len(got) != 1 {
		t.Errorf("one change was asked for: %v, %v", got, err)
	}
}

func assertChanges(t *testing.T, s store.Store, after int64, want ...model.Change) {
	t.Helper()
	got, err := s.Changes(t.Context(), after, 100)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(append([]model.Change{}, want...), got); diff != "" {
		t.Errorf("changes after %d (-want +got):\n%s", after, diff)
	}
}
