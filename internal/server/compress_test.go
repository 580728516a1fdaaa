package server_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/zstd"

	"tracuu/internal/server"
)

var long = strings.Repeat("Kế hoạch số 52/KH-UBND của UBND huyện. ", 400)

// router answers at /text, /short, /file and others behind the middleware.
func router(middleware ...gin.HandlerFunc) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(middleware...)
	r.GET("/text", func(c *gin.Context) { c.Data(http.StatusOK, "application/json; charset=utf-8", []byte(long)) })
	r.GET("/short", func(c *gin.Context) { c.String(http.StatusOK, "ngắn") })
	r.GET("/file", func(c *gin.Context) { c.Data(http.StatusOK, "application/warc", []byte(long)) })
	r.GET("/bad", func(c *gin.Context) { c.Data(http.StatusUnprocessableEntity, "application/problem+json", []byte(long)) })
	r.GET("/own", func(c *gin.Context) {
		c.Header("ETag", `"own"`)
		c.Header("Content-Encoding", "gzip")
		c.Data(http.StatusOK, "text/plain", []byte(long))
	})
	r.GET("/dated", func(c *gin.Context) {
		c.Header("Last-Modified", "Fri, 01 Apr 2022 01:30:00 GMT")
		c.String(http.StatusOK, long)
	})
	r.GET("/stream", func(c *gin.Context) {
		c.Header("Content-Type", "text/csv")
		for range 3 {
			_, _ = c.Writer.WriteString("a,b\n")
			c.Writer.Flush()
		}
	})
	r.POST("/body", func(c *gin.Context) {
		b, err := io.ReadAll(c.Request.Body)
		c.String(http.StatusOK, "%d %v", len(b), err)
	})
	return r
}

func ask(t *testing.T, h http.Handler, method, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// plain undoes the coding of an answer.
func plain(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var r io.Reader = bytes.NewReader(w.Body.Bytes())
	var err error
	switch w.Header().Get("Content-Encoding") {
	case "gzip":
		r, err = gzip.NewReader(r)
	case "br":
		r = brotli.NewReader(r)
	case "zstd":
		r, err = zstd.NewReader(r)
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCompression(t *testing.T) {
	h := router(server.Compressed(), server.Validated)
	for _, tt := range []struct{ path, accept, coding string }{
		{"/text", "", ""},
		{"/text", "gzip", "gzip"},
		{"/text", "gzip, deflate, br", "br"},
		{"/text", "gzip, br;q=0.5", "gzip"},
		{"/text", "gzip, br, zstd", "zstd"},
		{"/text", "br;q=0, *;q=0.1", "zstd"},
		{"/text", "identity", ""},
		{"/text", "GZIP;q=x", ""},
		{"/text", "*", "zstd"},
		{"/bad", "gzip", "gzip"},
		{"/short", "gzip", ""},
		{"/file", "gzip", ""},
		{"/stream", "gzip", "gzip"},
	} {
		for range 2 { // the second time with an encoder that was used
			w := ask(t, h, http.MethodGet, tt.path, "Accept-Encoding", tt.accept)
			if got := w.Header().Get("Content-Encoding"); got != tt.coding {
				t.Errorf("%s for %q: %q, want %q", tt.path, tt.accept, got, tt.coding)
			}
			if body := plain(t, w); tt.path == "/text" && body != long || tt.path == "/stream" && body != "a,b\na,b\na,b\n" {
				t.Errorf("%s for %q: %d bytes come out", tt.path, tt.accept, len(body))
			}
			if varies := w.Header().Get("Vary") == "Accept-Encoding"; varies != (tt.path != "/file") {
				t.Errorf("%s: Vary %q", tt.path, w.Header().Get("Vary"))
			}
		}
	}
	if w := ask(t, h, http.MethodGet, "/own", "Accept-Encoding", "br"); w.Header().Get("Content-Encoding") != "gzip" || w.Body.String() != long {
		t.Error("what a handler has encoded is encoded again")
	}
}
