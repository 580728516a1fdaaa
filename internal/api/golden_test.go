package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"tracuu/internal/casetest"
	"tracuu/internal/search/searchtest"
)

// golden holds a file against what the code gives; -update writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if casetest.Update() {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what the code gives (%v): go test ./internal/api -update, maybe twice, and read the diff", name, err)
	}
}

// served is the API over the service of the tests, and its document.
func served(t *testing.T) (http.Handler, *huma.OpenAPI) {
	t.Helper()
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	if err := Register(router, searchtest.Open(t)); err != nil {
		t.Fatal(err)
	}
	document := documentOf(t)
	return router, document
}

// documentOf makes the document anew.
func documentOf(t *testing.T) *huma.OpenAPI {
	t.Helper()
	gin.SetMode(gin.ReleaseMode)
	document, err := document(gin.New(), struct{ Service }{})
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func TestExamplesAreAnswers(t *testing.T) {
	h, document := served(t)
	for _, op := range operationsOf(document) {
		address, _ := op.Extensions[exampleKey].(string)
		if address == "" {
			continue
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), op.Method, address, nil))
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", address, w.Code, w.Body)
			continue
		}
		var out bytes.Buffer
		if err := json.Indent(&out, w.Body.Bytes(), "", "  "); err != nil {
			t.Fatal(err)
		}
		golden(t, "examples/"+op.OperationID+".json", out.Bytes())
	}
}

func TestDocumentIsAlwaysTheSame(t *testing.T) {
	first, err := documentJSON(documentOf(t))
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := documentJSON(documentOf(t))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, again) {
			t.Fatal("two documents differ")
		}
	}
}
