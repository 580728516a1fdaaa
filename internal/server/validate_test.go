package server_test

import (
	"net/http"
	"strings"
	"testing"

	"tracuu/internal/server"
)

func TestValidators(t *testing.T) {
	h := router(server.Compressed(), server.Validated)
	first := ask(t, h, http.MethodGet, "/text")
	tag := first.Header().Get("ETag")
	if !strings.HasPrefix(tag, `"`) || first.Header().Get("Cache-Control") != "no-cache" || first.Header().Get("Content-Length") == "" {
		t.Fatalf("%v", first.Header())
	}
	weak := ask(t, h, http.MethodGet, "/text", "Accept-Encoding", "gzip").Header().Get("ETag")
	if weak != "W/"+tag {
		t.Errorf("compressed: %s", weak)
	}
	for _, tt := range []struct {
		path, name, value string
		status            int
	}{
		{"/text", "If-None-Match", tag, 304},
		{"/text", "If-None-Match", weak, 304},
		{"/text", "If-None-Match", `"x", ` + tag, 304},
		{"/text", "If-None-Match", "*", 304},
		{"/text", "If-None-Match", `"x"`, 200},
		{"/text", "If-Modified-Since", "Fri, 01 Apr 2022 01:30:00 GMT", 200}, // it does not tell its time
		{"/dated", "If-Modified-Since", "Fri, 01 Apr 2022 01:30:00 GMT", 304},
		{"/dated", "If-Modified-Since", "Fri, 01 Apr 2022 01:29:59 GMT", 200},
		{"/dated", "If-Modified-Since", "hôm qua", 200},
		{"/bad", "If-None-Match", "*", 422},
		{"/own", "If-None-Match", `"other"`, 200},
	} {
		w := ask(t, h, http.MethodGet, tt.path, tt.name, tt.value, "Accept-Encoding", "gzip")
		if w.Code != tt.status {
			t.Errorf("%s %s %s: %d, want %d", tt.path, tt.name, tt.value, w.Code, tt.status)
		}
		if w.Code == http.StatusNotModified && (w.Body.Len() > 0 || w.Header().Get("Content-Encoding") != "" || w.Header().Get("ETag") == "") {
			t.Errorf("%s: a 304 with %d bytes and %v", tt.path, w.Body.Len(), w.Header())
		}
	}
	if w := ask(t, h, http.MethodGet, "/bad"); w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("a problem is kept: %v", w.Header())
	}
	if w := ask(t, h, http.MethodGet, "/stream"); w.Header().Get("ETag") != "" || w.Body.String() != "a,b\na,b\na,b\n" {
		t.Errorf("a stream: %v %q", w.Header(), w.Body)
	}
}
