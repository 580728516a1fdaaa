package sqlite

import (
	"testing"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// TestKeysOfOlderFacts opens a store of before version 11: its facts are in the
// lists without being read again.
func TestKeysOfOlderFacts(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, slug := range []string{"a", "b", "c"} {
		a := article(slug)
		a.Mentions = []model.Mention{{Number: model.DocNumber{Type: "KH", No: "5", Symbol: "KH-UBND", Canonical: "5/KH-UBND"}, Issuer: "UBND xã " + slug, Role: model.Announced}}
		a.Targets = []model.Target{{Indicator: "hộ nghèo", Op: model.Qualitative}}
		a.Assignments = []model.Assignment{{Agency: "Sở Y tế"}}
		if err := s.PutArticle(t.Context(), a, ""); err != nil {
			t.Fatal(err)
		}
	}
	p, err := provider(s.write)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.DownTo(t.Context(), 9); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openTest(t, dir, Options{})
	rows, err := s.Targets(t.Context(), store.TargetFilter{}, store.Page{Order: store.ByDue, Limit: 9})
	if err != nil || len(rows) != 3 || rows[0].Document == nil {
		t.Errorf("%d targets, %v", len(rows), err)
	}
	if n, err := s.CountAssignments(t.Context(), store.AssignmentFilter{}); n != 3 || err != nil {
		t.Errorf("%d assignments, %v", n, err)
	}
}
