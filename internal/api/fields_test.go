package api_test

import (
	"maps"
	"net/http"
	"slices"
	"testing"

	"tracuu/internal/search/searchtest"
)

func TestFieldsAreChosen(t *testing.T) {
	h := router(searchtest.Open(t))
	w, body := get[map[string]any](t, h, "/api/v1/search?q=rac+thai+nhua&fields=hits.title,total")
	hits, _ := body["hits"].([]any)
	if w.Code != http.StatusOK || !slices.Equal(slices.Sorted(maps.Keys(body)), []string{"hits", "total"}) || len(hits) == 0 {
		t.Fatalf("%d %v", w.Code, body)
	}
	for _, hit := range hits {
		if parts, _ := hit.(map[string]any); len(parts) != 1 || parts["title"] == "" {
			t.Errorf("of a hit: %v", hit)
		}
	}
	type named struct{ Documents map[string]map[string]string }
	_, article := get[named](t, h, "/api/v1/articles/c30347390b55c174?fields=documents.*.name")
	if len(article.Documents) != 2 {
		t.Errorf("%v", article)
	}
	for id, document := range article.Documents {
		if len(document) != 1 || document["name"] == "" {
			t.Errorf("%s: %v", id, document)
		}
	}
}
