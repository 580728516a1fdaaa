package api

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/danielgtaylor/huma/v2"
)

// TestAnswersObeyTheirSchemas is stricter than the document: no field may be
// there that it does not describe.
func TestAnswersObeyTheirSchemas(t *testing.T) {
	h, document := served(t)
	schemas := document.Components.Schemas
	for _, s := range schemas.Map() {
		s.AdditionalProperties = false
		s.PrecomputeMessages()
	}
	for _, op := range operationsOf(document) {
		address, _ := op.Extensions[exampleKey].(string)
		if address == "" {
			continue
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), op.Method, address, nil))
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", address, w.Code)
		}
		var body any
		if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
			t.Fatal(err)
		}
		result := huma.ValidateResult{}
		huma.Validate(schemas, op.Responses["200"].Content["application/json"].Schema, huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, body, &result)
		for _, err := range result.Errors {
			t.Errorf("%s: %v", address, err)
		}
	}
}
