package search_test

import (
	"net/url"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/export"
	"tracuu/internal/index"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

// TestSearchTable: a file has every hit once, newest first, whatever page was asked for.
func TestSearchTable(t *testing.T) {
	s := searchtest.OpenOver(t, searchtest.Many(60))
	q := search.Question{Text: "nước sạch", Sort: index.Newest, Limit: 7}
	table, err := s.SearchTable(t.Context(), url.Values{"q": {q.Text}, "limit": {"7"}, "offset": {"7"}, "format": {"csv"}})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(table.Columns, func(c export.Column) bool { return c.Name == "article_id" })
	var written []string
	for row, err := range table.Rows {
		if err != nil {
			t.Fatal(err)
		}
		id, _ := row[at].(string)
		written = append(written, id)
	}
	if diff := cmp.Diff(ids(pages(t, s, q)), written); diff != "" {
		t.Errorf("(-pages +file):\n%s", diff)
	}
	if want := (url.Values{"q": {q.Text}}).Encode(); table.Question != want {
		t.Errorf("question %q, want %q", table.Question, want)
	}
}
