package server_test

import (
	"net/http"
	"testing"

	"tracuu/internal/server"
)

func TestOrigins(t *testing.T) {
	const ours, theirs = "https://vidu.vn", "https://khac.vn"
	for _, tt := range []struct {
		allowed      []string
		path, origin string
		want         string
	}{
		{nil, "/text", ours, ""},
		{[]string{ours}, "/text", ours, ours},
		{[]string{ours}, "/text", theirs, ""},
		{[]string{ours}, "/short", ours, ""}, // not under the prefix
		{[]string{ours}, "/text", "", ""},
		{[]string{"*"}, "/text", theirs, theirs},
	} {
		h := router(server.Origins("/text", tt.allowed))
		w := ask(t, h, http.MethodGet, tt.path, "Origin", tt.origin)
		if got := w.Header().Get("Access-Control-Allow-Origin"); got != tt.want || w.Code != http.StatusOK {
			t.Errorf("%v: %d %q", tt, w.Code, got)
		}
	}
	h := router(server.Origins("/text", []string{ours}))
	w := ask(t, h, http.MethodOptions, "/text", "Origin", ours, "Access-Control-Request-Method", "POST")
	if w.Code != http.StatusNoContent || w.Header().Get("Access-Control-Allow-Methods") == "" {
		t.Errorf("preflight: %d %v", w.Code, w.Header())
	}
	if w := ask(t, h, http.MethodOptions, "/text", "Origin", theirs, "Access-Control-Request-Method", "POST"); w.Header().Get("Access-Control-Allow-Methods") != "" {
		t.Errorf("preflight of a stranger: %d %v", w.Code, w.Header())
	}
}
