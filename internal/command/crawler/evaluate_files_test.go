package crawler

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/require"
)

// TestOwnNumbersOfPortalFiles: the own number of an attachment is right or
// left open, never wrong; here as on a machine without OCR.
func TestOwnNumbersOfPortalFiles(t *testing.T) {
	portals := require.Shared(t, "sites")
	t.Setenv("PATH", "")
	page := filepath.Join(t.TempDir(), "BENCHMARKS.md")
	if err := os.WriteFile(page, []byte("# Figures\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{
		"evaluate", "files", "--files", t.TempDir(), "--portals", portals,
		"--numbers", filepath.FromSlash("../../../testdata/file-numbers.tsv"), "--write", page,
	}
	var out, errs bytes.Buffer
	if code := Run(t.Context(), args, nil, &out, &errs); code != 0 || strings.Contains(errs.String(), "wrong") {
		t.Fatalf("status %d: %s", code, errs.String())
	}
	if !strings.Contains(out.String(), "own number of 46 portal PDF files, without OCR: right / left open / wrong | 37 / 9 / 0 |") {
		t.Errorf("figures changed:\n%s", out.String())
	}
	written, err := os.ReadFile(page)
	if err != nil || !strings.HasPrefix(string(written), "# Figures\n") || !strings.Contains(string(written), out.String()[:20]) {
		t.Errorf("%v: %s", err, written)
	}
}

func TestWriteSection(t *testing.T) {
	page := filepath.Join(t.TempDir(), "a.md")
	for _, text := range []string{"một\n", "hai\n"} {
		if err := writeSection(page, "x", text); err != nil {
			t.Fatal(err)
		}
		if err := writeSection(page, "y", "khác\n"); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	want := "<!-- x: begin -->\nhai\n<!-- x: end -->\n<!-- y: begin -->\nkhác\n<!-- y: end -->\n"
	if err != nil || string(got) != want {
		t.Errorf("%v: %q", err, got)
	}
	if err := writeAbove(page, "trên\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(page); err != nil || string(got) != "trên\n"+want {
		t.Errorf("written above: %v, %q", err, got)
	}
	if err := os.WriteFile(page, []byte("<!-- x: begin -->\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeSection(page, "x", ""); err == nil {
		t.Error("a section without end is replaced")
	}
}
