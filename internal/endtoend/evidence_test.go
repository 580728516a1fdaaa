package endtoend

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"tracuu/data"
	"tracuu/internal/api"
	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/sample"
	"tracuu/internal/search"
	"tracuu/internal/store/sqlite"
)

// TestEvidenceIsHandedOut downloads what proves an article and lets the
// crawler's own program judge it, as a reader without the archive would.
func TestEvidenceIsHandedOut(t *testing.T) {
	site, err := sample.New(data.Sample())
	if err != nil {
		t.Fatal(err)
	}
	portal := serve(t, site)[0]
	dir := filepath.Join(t.TempDir(), "data")
	run(t, crawlerProgram, "crawl", "--data", dir, "--allow-private", portal.url+"/")
	kept, err := sqlite.Open(t.Context(), dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	service := search.New(kept, nil, nil)
	service.Evidence = search.Evidence{Archive: archive.NewReader(filepath.Join(dir, "archive")), Software: "tracuu/test"}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	if err := api.Register(router, service); err != nil {
		t.Fatal(err)
	}
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		router.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/articles/"+path, nil))
		return w
	}

	id := model.ArticleID(strings.TrimSuffix(portal.url+portal.Public()[0].Path, "/"))
	captures, err := kept.ArticleCaptures(t.Context(), id)
	if err != nil || len(captures) == 0 {
		t.Fatal(captures, err)
	}
	record := get(id + "/captures/" + captures[0].ID)
	if record.Code != http.StatusOK || record.Header().Get("Content-Type") != "application/warc" {
		t.Fatalf("record: %d %v", record.Code, record.Header())
	}
	file := filepath.Join(t.TempDir(), "record.warc.gz")
	if err := os.WriteFile(file, record.Body.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for r, err := range archive.Scan(t.Context(), file) {
		if err != nil || r.Fields.Get("WARC-Target-URI") != captures[0].URL {
			t.Errorf("record: %v %v", r, err)
		}
	}

	whole := get(id + "/package")
	if whole.Code != http.StatusOK || !strings.Contains(whole.Header().Get("Content-Disposition"), id+".wacz") {
		t.Fatalf("package: %d %v", whole.Code, whole.Header())
	}
	file = filepath.Join(t.TempDir(), id+".wacz")
	if err := os.WriteFile(file, whole.Body.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, crawlerProgram, "archive", "verify", file)
	forged := whole.Body.Bytes()
	forged[bytes.Index(forged, []byte("data.warc.gz"))+200] ^= 1 // within the first record
	if err := os.WriteFile(file, forged, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out := crawlerProgram(t.Context(), []string{"archive", "verify", file}); code == 0 {
		t.Errorf("a forged package is believed:\n%s", out)
	}
	for _, path := range []string{id + "/captures/none", "none/captures/none", "none/package"} {
		if w := get(path); w.Code != http.StatusNotFound || !strings.Contains(w.Header().Get("Content-Type"), "problem+json") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
