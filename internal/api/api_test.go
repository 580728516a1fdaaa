package api_test

import (
	"encoding/json"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"tracuu/internal/api"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

func router(s api.Service) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.HandleMethodNotAllowed = true
	if err := api.Register(r, s); err != nil {
		panic(err) // a mistake in the API itself, the same for every test
	}
	r.NoRoute(api.NotFound)
	r.NoMethod(api.NotAllowed)
	return r
}

// get asks for an address and reads the JSON of the answer.
func get[T any](t *testing.T, h http.Handler, address string) (*httptest.ResponseRecorder, T) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
	var body T
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("%s: %v in %s", address, err, w.Body)
	}
	return w, body
}

func TestAnswers(t *testing.T) {
	h := router(searchtest.Open(t))
	w, answer := get[search.Answer](t, h, "/api/v1/search?q=613+kh+ubnd&limit=5")
	if w.Code != http.StatusOK || len(answer.Lookups) != 1 || answer.Lookups[0].Title != searchtest.WasteTitle {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	found := answer.Lookups[0]
	if w, doc := get[search.DocumentView](t, h, "/api/v1/documents/"+found.ID); w.Code != http.StatusOK || doc.Name != "Kế hoạch 613/KH-UBND" || len(doc.Places) != 1 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w, article := get[search.ArticleView](t, h, "/api/v1/articles/"+found.Place.ArticleID); w.Code != http.StatusOK || article.Title != searchtest.WasteTitle || article.Mentions[0].DocumentID != found.ID || len(article.Captures) != 1 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w, answer := get[search.Answer](t, h, "/api/v1/lookup?q=52%2FKH-UBND"); w.Code != http.StatusOK || len(answer.Lookups) != 1 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w, _ := get[search.Answer](t, h, "/api/v1/search"); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "null,\"hits\"") {
		t.Errorf("an empty question: %d %s", w.Code, w.Body)
	}
	if w, ready := get[search.Readiness](t, h, "/readyz"); w.Code != http.StatusOK || !ready.Ready {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w, _ := get[map[string]string](t, h, "/healthz"); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestScoresAreExplained(t *testing.T) {
	h := router(searchtest.Open(t))
	_, answer := get[search.Answer](t, h, "/api/v1/search?q=rac+thai+nhua&explain=true")
	if len(answer.Hits) == 0 {
		t.Fatal("nothing is found")
	}
	for _, hit := range answer.Hits {
		sum := 0.0
		for _, share := range hit.Shares {
			sum += share.Share
		}
		if len(hit.Shares) == 0 || math.Abs(sum-hit.Score) > 1e-9 {
			t.Errorf("%s: the shares are %v, the score %v", hit.Title, hit.Shares, hit.Score)
		}
	}
	if _, answer = get[search.Answer](t, h, "/api/v1/search?q=rac+thai+nhua"); len(answer.Hits) == 0 || answer.Hits[0].Shares != nil {
		t.Error("a score is explained though nobody asked")
	}
}

func TestPartsOfDocumentsAndArticles(t *testing.T) {
	h := router(searchtest.Open(t))
	_, answer := get[search.Answer](t, h, "/api/v1/lookup?q=52%2FKH-UBND")
	found := answer.Lookups[0]
	if w, part := get[struct{ Relations []search.Related }](t, h, "/api/v1/documents/"+found.ID+"/relations"); w.Code != http.StatusOK || len(part.Relations) != 1 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w, part := get[struct{ Places []search.Place }](t, h, "/api/v1/documents/"+found.ID+"/mentions"); w.Code != http.StatusOK || len(part.Places) == 0 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	w, part := get[struct{ Captures []model.Capture }](t, h, "/api/v1/articles/"+found.Place.ArticleID+"/captures")
	if w.Code != http.StatusOK || len(part.Captures) == 0 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	first := part.Captures[0]
	if w, one := get[model.Capture](t, h, "/api/v1/captures/"+first.ID); w.Code != http.StatusOK || one != first {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, path := range []string{"/api/v1/captures/khong-co", "/api/v1/documents/khong-co/relations", "/api/v1/articles/khong-co/captures"} {
		if w, _ := get[api.Problem](t, h, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
