package archive

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tracuu/internal/model"
)

// memory is a list of captures, newest first.
type memory []model.Capture

func (m *memory) of(_ context.Context, url string) ([]model.Capture, error) {
	var out []model.Capture
	for _, c := range *m {
		if c.URL == url {
			out = append(out, c)
		}
	}
	return out, nil
}

// TestRevisits: a body is kept once however often it comes; every capture reads
// as what the server answered, also after a crash and in an export.
func TestRevisits(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	var known memory
	r := Revisits{Writer: w, Earlier: known.of}
	body := bytes.Repeat([]byte("Kế hoạch số 52/KH-UBND. "), 400)
	ask := func(n int, status string, body []byte) model.Capture {
		t.Helper()
		e := testExchange(1)
		e.Time, e.Status, e.Body = e.Time.Add(time.Duration(n)*time.Hour), status, body
		if status == "304 Not Modified" {
			e.Header = http.Header{"Etag": {"x"}}
		}
		c, err := r.WriteExchange(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		known = slices.Insert(known, 0, c)
		return c
	}
	first := ask(0, "200 OK", body)
	same, unchanged, again := ask(1, "200 OK", body), ask(2, "304 Not Modified", nil), ask(3, "200 OK", body)
	other := ask(4, "200 OK", []byte("khác"))
	if same.SHA256 != first.SHA256 || same.Status != 200 {
		t.Errorf("a revisit is not told like the capture: %+v", same)
	}
	data, err := os.ReadFile(filepath.Join(dir, first.File+openExt))
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, w)
	crashed := t.TempDir()
	put(t, filepath.Join(crashed, first.File+openExt), data)
	mustClose(t, mustOpen(t, crashed, testOptions()))
	for _, dir := range []string{dir, crashed} {
		if sum := mustVerify(t, dir); sum.Responses != 5 {
			t.Errorf("%+v", sum)
		}
		for i, c := range []model.Capture{first, same, unchanged, again} {
			res, err := NewReader(dir).Read(t.Context(), c)
			if err != nil || !bytes.Equal(res.Body, body) || !res.Time.Equal(c.Time) || res.Header.Get("Content-Type") == "" {
				t.Errorf("capture %d: %d bytes at %v, %v", i, len(res.Body), res.Time, err)
			}
		}
		if res, err := NewReader(dir).Read(t.Context(), other); err != nil || string(res.Body) != "khác" {
			t.Errorf("%q, %v", res.Body, err)
		}
	}
	kinds := map[string]int{}
	for rec, err := range Scan(t.Context(), filepath.Join(dir, first.File)) {
		if err != nil {
			t.Fatal(err)
		}
		kinds[rec.Type()]++
	}
	if kinds[TypeResponse] != 2 || kinds[TypeRevisit] != 3 {
		t.Errorf("records: %v", kinds)
	}
	exportRevisit(t, dir, again)
}

// exportRevisit: an export of a revisit has the body that it stands for.
func exportRevisit(t *testing.T, dir string, c model.Capture) {
	t.Helper()
	var out bytes.Buffer
	if err := NewReader(dir).WACZ(t.Context(), &out, Export{Title: "x", Created: c.Time, Captures: []model.Capture{c}}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "x.wacz")
	put(t, name, out.Bytes())
	if sum, err := VerifyWACZ(t.Context(), name, nil); err != nil || sum.Problems != 0 || sum.Responses != 2 {
		t.Errorf("export: %+v, %v", sum, err)
	}
}

// TestRevisitInCircles: a record that refers to a revisit is damaged, no loop.
func TestRevisitInCircles(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	first := mustWrite(t, w, testExchange(1))
	e := testExchange(1)
	e.Revisits = &first
	second := mustWrite(t, w, e)
	e.Revisits = &second
	third := mustWrite(t, w, e)
	mustClose(t, w)
	if _, err := NewReader(dir).Read(t.Context(), third); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v, want ErrDamaged", err)
	}
}
