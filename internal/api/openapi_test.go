package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

// openAPI is what the tests read of the document.
type openAPI struct {
	OpenAPI string `json:"openapi"`
	Paths   map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Summary     string `json:"summary"`
		Description string `json:"description"`
		Parameters  []struct {
			Name, In, Description string
			Schema                struct {
				Type  string
				Items struct{ Type string }
			}
		} `json:"parameters"`
		Responses map[string]any `json:"responses"`
	} `json:"paths"`
	Components struct {
		Schemas map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"schemas"`
	} `json:"components"`
}

// TestParametersAreThoseOfThePages holds the document against the tables that the
// parsers, which the pages use too, are held against.
func TestParametersAreThoseOfThePages(t *testing.T) {
	_, doc := get[openAPI](t, router(searchtest.Open(t)), "/api/v1/openapi.json")
	for path, table := range map[string][]search.Parameter{
		"/api/v1/search": append(search.Parameters(), search.FormatParameter()), "/api/v1/targets": search.TargetParameters(),
		"/api/v1/assignments": search.AssignmentParameters(), "/api/v1/missing": search.MissingParameters(),
	} {
		var described []string
		for _, p := range doc.Paths[path]["get"].Parameters {
			if p.In == "query" {
				described = append(described, p.Name)
			}
			if p.Schema.Type == "array" && p.Schema.Items.Type != "string" {
				t.Errorf("%s: %s is a list of %s", path, p.Name, p.Schema.Items.Type)
			}
		}
		read := []string{}
		for _, p := range table {
			read = append(read, p.Name)
		}
		if read = append(read, "fields"); !slices.Equal(described, read) {
			t.Errorf("%s: described %v, read %v", path, described, read)
		}
	}
}

// TestEveryRouteIsDescribed walks the document both ways: what it names answers,
// and every operation says what it is.
func TestEveryRouteIsDescribed(t *testing.T) {
	h := router(searchtest.Open(t))
	_, doc := get[openAPI](t, h, "/api/v1/openapi.json")
	if !strings.HasPrefix(doc.OpenAPI, "3.1") || len(doc.Paths) < 11 || len(doc.Components.Schemas) < 20 {
		t.Fatalf("OpenAPI %s with %d paths, %d schemas", doc.OpenAPI, len(doc.Paths), len(doc.Components.Schemas))
	}
	ids := map[string]bool{}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			if op.Summary == "" || op.Description == "" || ids[op.OperationID] || op.Responses["200"] == nil || op.Responses["default"] == nil {
				t.Errorf("%s %s is not described: %+v", method, path, op)
			}
			ids[op.OperationID] = true
			for _, p := range op.Parameters {
				if p.Description == "" {
					t.Errorf("%s: parameter %s has no description", path, p.Name)
				}
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), strings.ToUpper(method), strings.NewReplacer("{", "", "}", "").Replace(path), nil))
			if w.Code == http.StatusMethodNotAllowed || w.Code == http.StatusNotFound && !strings.Contains(path, "{") {
				t.Errorf("%s %s: %d", method, path, w.Code)
			}
		}
	}
}

func TestYAMLSaysTheSame(t *testing.T) {
	h := router(searchtest.Open(t))
	_, fromJSON := get[any](t, h, "/api/v1/openapi.json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/openapi.yaml", nil))
	back, err := yaml.YAMLToJSON(w.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var fromYAML any
	if err := json.Unmarshal(back, &fromYAML); err != nil {
		t.Fatal(err)
	}
	a, _ := json.Marshal(fromJSON)
	b, _ := json.Marshal(fromYAML)
	if string(a) != string(b) {
		t.Error("the two documents differ")
	}
}

func TestReferencePage(t *testing.T) {
	h := router(searchtest.Open(t))
	for _, path := range []string{"/api", "/api/v1/docs"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		body := w.Body.String()
		for _, want := range []string{"<h2>Versions</h2>", `id="search"`, "/api/v1/check", `<a class="code" href="/api/v1/search?q=kh&#43;52&#43;2022&amp;limit=3">`, `id="type-Answer"`} {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
		if strings.Contains(body, "<script") || strings.Contains(body, "style=") || strings.Contains(body, "//unpkg") {
			t.Errorf("%s brings scripts or styles", path)
		}
	}
}
