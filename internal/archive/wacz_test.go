package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/require"
)

// exported writes three captures, one a resource, and exports two of them.
func exported(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	all := []model.Capture{mustWrite(t, w, testExchange(0)), mustWrite(t, w, testExchange(1))}
	saved, err := w.WriteResource(t.Context(), Resource{URL: "https://a.gov.vn/tệp cũ", MediaType: "text/html", Body: []byte("<p>"), Origin: Fields{{"file", "x"}}})
	if err != nil {
		t.Fatal(err)
	}
	mustWrite(t, w, testExchange(2))
	var out bytes.Buffer
	err = NewReader(dir).WACZ(t.Context(), &out, Export{
		Title: "Kế hoạch", Software: "tracuu/test", Created: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
		Captures: []model.Capture{saved, all[1]},
	})
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, w)
	name := filepath.Join(t.TempDir(), "trang.wacz")
	put(t, name, out.Bytes())
	return name
}

// TestWACZ: an export verifies by itself, holds the captures with their
// requests and nothing else, and any byte that is changed is seen.
func TestWACZ(t *testing.T) {
	name := exported(t)
	sum, err := VerifyWACZ(t.Context(), name, func(p Problem) { t.Error(p) })
	// warcinfo, resource and metadata, response and request
	if err != nil || sum.Files != 1 || sum.Records != 5 || sum.Responses != 2 {
		t.Errorf("%+v, %v", sum, err)
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := z.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, f := range z.File {
		changed := rewritten(t, z.File, f.Name)
		found := 0
		_, err := VerifyWACZ(t.Context(), changed, func(Problem) { found++ })
		if found == 0 && err == nil {
			t.Errorf("a changed %s is not seen", f.Name)
		}
	}
	if err := NewReader(t.TempDir()).WACZ(t.Context(), io.Discard, Export{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("nothing to export: %v", err)
	}
}

// rewritten copies a ZIP with one byte of one file changed.
func rewritten(t *testing.T, files []*zip.File, changed string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "khac.wacz")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	for _, f := range files {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == changed {
			body[len(body)/2] ^= 0x01
		}
		to, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestWACZElsewhere: the format's own tool (PyPI wacz) accepts an export.
func TestWACZElsewhere(t *testing.T) {
	tool := os.Getenv("TRACUU_WACZ")
	if tool == "" {
		tool = require.Program(t, "wacz")
	}
	out, err := exec.CommandContext(t.Context(), tool, "validate", "-f", exported(t)).CombinedOutput()
	if err != nil || !strings.Contains(strings.ToLower(string(out)), "valid") || strings.Contains(strings.ToLower(string(out)), "invalid") {
		t.Errorf("wacz validate: %v\n%s", err, out)
	}
}
