package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"tracuu/internal/api"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

// post sends a body to /check.
func post(t *testing.T, h http.Handler, media, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/check", strings.NewReader(body))
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestCheck(t *testing.T) {
	h := router(searchtest.Open(t))
	const text = "Thực hiện Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Phước Điền và Kế hoạch số 9999/KH-UBND."
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	for media, body := range map[string]string{
		"application/json": `{"text":` + string(quoted) + `}`, "application/json; charset=utf-8": ` { "text" : ` + string(quoted) + " } \n",
		"text/plain": text, "text/plain; charset=utf-8": text,
	} {
		w := post(t, h, media, body)
		var got search.Check
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK || len(got.Numbers) != 2 {
			t.Fatalf("%s: %d %s (%v)", media, w.Code, w.Body, err)
		}
		if got.Numbers[0].Verdict != search.VerdictHeld || got.Numbers[1].Verdict != search.VerdictUnknown {
			t.Errorf("%s: %+v", media, got.Numbers)
		}
	}
}

func TestCheckRefusesWhatItCannotRead(t *testing.T) {
	h := router(searchtest.Open(t))
	for _, tt := range []struct {
		media, body string
		status      int
		location    string
	}{
		{"application/json", `{"text":5}`, 422, "body.text"},
		{"application/json", `{"text":null}`, 422, "body.text"},
		{"application/json", `{}`, 422, "body.text"},
		{"application/json", `{"text":"a","lang":"vi"}`, 422, "body.lang"},
		{"application/json", `["a"]`, 422, "body"},
		{"application/json", `{"text":"a"}{"text":"b"}`, 400, "body"},
		{"application/json", `{"text":`, 400, "body"},
		{"application/json", ``, 400, "body"},
		{"application/json", strings.Repeat("[", 100_000), 400, "body"},
		{"text/plain", "\xff\xfe", 422, "body.text"},
		{"text/plain", strings.Repeat("a", 200_000), 422, "body.text"},
		{"text/plain", strings.Repeat("a", 2_000_000), 413, ""},
		{"application/x-www-form-urlencoded", "text=a", 415, ""},
		{"", "a", 415, ""},
		{"text/plain; charset", "a", 415, ""},
	} {
		w := post(t, h, tt.media, tt.body)
		var p api.Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		at := ""
		if len(p.Errors) > 0 {
			at = p.Errors[0].Location
		}
		if w.Code != tt.status || at != tt.location || w.Body.Len() > 2000 {
			t.Errorf("%s %.40q: %d at %q: %.300s", tt.media, tt.body, w.Code, at, w.Body)
		}
	}
}
