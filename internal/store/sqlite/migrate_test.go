package sqlite

import (
	"testing"

	"tracuu/internal/model"
)

// TestFactsInFullAfterTheMigration stands for a store of before version 5: a
// page that is read again with the same result must be written again, because
// the older tables had no room for all of it.
func TestFactsInFullAfterTheMigration(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := article("cu")
	a.Assignments = []model.Assignment{{Agency: "Sở Y tế", Partners: []string{"Công an tỉnh"}}}
	a.Targets = []model.Target{{Indicator: "hộ nghèo", Op: model.Qualitative, Place: "xã Mỹ Cẩm"}}
	if err := s.PutArticle(t.Context(), a, ""); err != nil {
		t.Fatal(err)
	}
	p, err := provider(s.write)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.DownTo(t.Context(), 4); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	s = openTest(t, dir, Options{})
	got, err := s.Article(t.Context(), a.ID)
	if err != nil || got.Targets[0].Place != "" || got.Assignments[0].Partners != nil {
		t.Fatalf("the older schema kept %+v, %+v, %v", got.Targets, got.Assignments, err)
	}
	if err := s.PutArticle(t.Context(), a, ""); err != nil {
		t.Fatal(err)
	}
	got, err = s.Article(t.Context(), a.ID)
	if err != nil || got.Targets[0].Place != "xã Mỹ Cẩm" || len(got.Assignments[0].Partners) != 1 {
		t.Errorf("read again: %+v, %+v, %v", got.Targets, got.Assignments, err)
	}
}
