package attachment

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/attachment/ocr"
	"tracuu/internal/require"
)

// TestScansAreReadByTesseract reads the first page of real scans: what every
// official page prints must be there.
func TestScansAreReadByTesseract(t *testing.T) {
	require.Program(t, "tesseract")
	engine, err := ocr.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(require.Shared(t, "files", "scanned"), "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	r := mustReader(t)
	for _, file := range files {
		body := mustFile(t, file)
		doc, err := r.Read(t.Context(), file, "", body)
		if !errors.Is(err, ErrScan) || len(doc.Scanned) == 0 {
			t.Errorf("%s: taken for no scan: %v", file, err)
			continue
		}
		picture, err := r.Render(t.Context(), body, doc.Scanned[0])
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		text, err := engine.Read(t.Context(), picture)
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for _, want := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập", "Tự do", "Hạnh phúc"} {
			if !strings.Contains(strings.ToUpper(text), strings.ToUpper(want)) {
				t.Errorf("%s: %q is not read in\n%s", file, want, text)
			}
		}
	}
}
