package bleve

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tracuu/internal/casetest"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// TestTableOfNumbers indexes the table of numbers that the extractor and the
// search box read too. Each number is found first by its whole, folded, with
// its parts apart and glued together, and among others by its symbol alone.
func TestTableOfNumbers(t *testing.T) {
	found := map[string]model.DocNumber{}
	var batch index.Batch
	casetest.Run(t, "../../../testdata/numbers/*.txt", func(input string) string {
		n, err := docnum.Parse(input)
		switch {
		case err != nil:
			return "none"
		case n.Canonical == "" && n.Year != 0:
			return fmt.Sprintf("%s %s of %d", n.Type, n.No, n.Year)
		case n.Canonical == "":
			return n.Type + " " + n.No
		}
		if _, known := found[n.Canonical]; !known {
			found[n.Canonical] = n
			batch.Upserts = append(batch.Upserts, index.Record{
				ID: n.Canonical, Kind: model.ArticleChanged, PageKind: model.KindArticle,
				Title: "Bài viết", Text: "Triển khai " + input + ".", Numbers: []string{n.Canonical},
			})
		}
		return n.Type + " " + n.Canonical
	})
	batch.Sequence = 1
	e := mustOpen(t, filepath.Join(t.TempDir(), "index"))
	defer func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := e.Apply(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	if len(found) < 60 {
		t.Fatalf("%d different numbers: the table is not read", len(found))
	}
	for canonical, n := range found {
		folded := vietnamese.Fold(canonical)
		apart := strings.Join(strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune("/-. ", r) }), " ")
		for _, typed := range []string{canonical, folded, apart, strings.ReplaceAll(apart, " ", "")} {
			if ids := search(t, e, typed); len(ids) == 0 || ids[0] != canonical {
				t.Errorf("%q gives %.3q, not %s first", typed, ids, canonical)
			}
		}
		if ids := search(t, e, vietnamese.Fold(n.Symbol)); !slices.Contains(ids, canonical) {
			t.Errorf("the symbol %q does not give %s", vietnamese.Fold(n.Symbol), canonical)
		}
	}
}

func search(t *testing.T, e *Engine, typed string) []string {
	t.Helper()
	got, err := e.Search(t.Context(), index.Request{Text: typed, Limit: 500})
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, len(got.Hits))
	for i, h := range got.Hits {
		ids[i] = h.ID
	}
	return ids
}
