package export

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
)

func served(t *testing.T, method string, f Format, tab Table) (*http.Response, string, error) {
	t.Helper()
	failed := make(chan error, 1)
	gin.SetMode(gin.ReleaseMode)
	router := gin.New() // the service's, whose writers stand around the server's
	router.Any("/", func(c *gin.Context) {
		err := Respond(c.Writer, c.Request, f, tab)
		if err != nil && !errors.Is(err, ErrBegun) {
			http.Error(c.Writer, "problem", http.StatusInternalServerError)
		}
		failed <- err
	})
	server := httptest.NewServer(router)
	defer server.Close()
	r, err := http.NewRequestWithContext(t.Context(), method, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if handler := <-failed; (handler != nil) != (err != nil || resp.StatusCode != http.StatusOK) {
		t.Errorf("the handler says %v, the client %v", handler, err)
	}
	return resp, string(body), err
}

func TestRespond(t *testing.T) {
	resp, body, err := served(t, http.MethodGet, CSV, table(rows()))
	if err != nil || !strings.HasPrefix(body, "\uFEFFChỉ tiêu,") {
		t.Errorf("%v: %.40q", err, body)
	}
	_, params, err := mime.ParseMediaType(resp.Header.Get("Content-Disposition"))
	if err != nil || params["filename"] != "Chỉ tiêu 2026-03-18.csv" ||
		!strings.Contains(resp.Header.Get("Content-Disposition"), "filename=chi-tieu-2026-03-18.csv") {
		t.Errorf("%q: %v %v", resp.Header.Get("Content-Disposition"), params, err)
	}
	for name, want := range map[string]string{
		"Content-Type": CSV.MediaType(), "Tracuu-Time": "2026-03-18T01:30:05+07:00", "Tracuu-Question": "unit=%2525&value=%253E%253D50",
		"Tracuu-Coverage": "phuoc-dien;articles=19;years=2021-2022, tan-khe;articles=2;years=",
	} {
		if got := resp.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if _, body, err := served(t, http.MethodHead, XLSX, table(rows())); body != "" || err != nil {
		t.Errorf("HEAD: %d bytes, %v", len(body), err)
	}
}

// failing gives n rows and then an error.
func failing(n int) Table {
	return Table{Head: sample(), Rows: func(yield func([]any, error) bool) {
		for row := range many(n) {
			if !yield(row, nil) {
				return
			}
		}
		yield(nil, errors.New("the store has gone"))
	}}
}

func TestRespondFails(t *testing.T) {
	for name, c := range map[string]struct {
		format Format
		rows   int
	}{"before the first row": {CSV, 0}, "before the workbook is made": {XLSX, 100}} {
		resp, body, err := served(t, http.MethodGet, c.format, failing(c.rows))
		if err != nil || resp.StatusCode != http.StatusInternalServerError || resp.Header.Get("Content-Disposition") != "" || !strings.Contains(body, "problem") {
			t.Errorf("%s: %d, %v, %q", name, resp.StatusCode, err, body)
		}
	}
	for _, f := range []Format{CSV, JSONL} {
		if _, body, err := served(t, http.MethodGet, f, failing(5000)); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: a part of %d bytes passes for the whole file: %v", f, len(body), err)
		}
	}
}
