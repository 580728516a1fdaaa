package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func testAssignmentLists(t *testing.T, open Open) {
	s := open(t)
	a := rich()
	task := a.Assignments[0]
	other := task
	other.Agency, other.Due, other.Partners = "Công an huyện", model.Date{}, nil
	a.Assignments = append(a.Assignments, other)
	// A file stands where the page that links it stands.
	file := page("tep", 0)
	file.URL, file.Kind, file.Portal, file.Place = a.Attachments[0].URL, model.KindFile, "", ""
	file.ID = model.ArticleID(file.URL)
	file.Assignments = []model.Assignment{other}
	commitPages(t, s, a, file)

	rows, err := s.Assignments(t.Context(), store.AssignmentFilter{}, store.Page{Order: store.ByDue, Limit: 9})
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if diff := cmp.Diff(task, rows[0].Assignment); diff != "" || rows[0].Document == nil || rows[0].Document.ID != inCang {
		t.Errorf("document %v (-want +got):\n%s", rows[0].Document, diff)
	}
	for _, r := range rows[1:] {
		if r.Portal != "cang-long" || r.Published != a.Published {
			t.Errorf("%s stands on %q, posted %s", r.ArticleURL, r.Portal, r.Published)
		}
	}
	for name, c := range map[string]struct {
		filter store.FactFilter
		want   int
	}{
		"agency": {store.FactFilter{Words: []store.Phrases{{"cong an"}}}, 2},
		"due":    {store.FactFilter{Due: store.Days{From: dayOf(2023), To: dayOf(2023)}}, 1},
		"portal": {store.FactFilter{Portal: "cang-long"}, 3},
		"place":  {store.FactFilter{Place: []store.Phrases{{"cang long"}}}, 2},
	} {
		f := store.AssignmentFilter{FactFilter: c.filter}
		found, err := s.Assignments(t.Context(), f, store.Page{Order: store.ByIssued, Limit: 9})
		n, countErr := s.CountAssignments(t.Context(), f)
		if len(found) != c.want || n != c.want || err != nil || countErr != nil {
			t.Errorf("%s: %d rows, %d counted, %v, %v, want %d", name, len(found), n, err, countErr, c.want)
		}
	}
	// Facts that went with a new version of the page are in no list.
	if err := s.PutArticle(t.Context(), page("cang-long", 2022), ""); err != nil {
		t.Fatal(err)
	}
	if n, err := s.CountAssignments(t.Context(), store.AssignmentFilter{}); n != 1 || err != nil {
		t.Errorf("%d assignments of before, %v", n, err)
	}
}
