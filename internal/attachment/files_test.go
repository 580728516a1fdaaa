package attachment

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// testReader is shared by the tests of a package run: PDFium starts once.
var testReader = sync.OnceValues(func() (*Reader, error) {
	return New(Options{CacheDir: filepath.Join(os.TempDir(), "tracuu-test-pdfium")})
})

func mustReader(t testing.TB) *Reader {
	t.Helper()
	r, err := testReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustFile(t testing.TB, path string) []byte {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// wordF1 compares texts as bags of words.
func wordF1(want, got string) float64 {
	words := func(s string) (map[string]int, int) {
		bag, n := map[string]int{}, 0
		for _, w := range strings.FieldsFunc(vietnamese.Clean(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			bag[w]++
			n++
		}
		return bag, n
	}
	a, na := words(want)
	b, nb := words(got)
	same := 0
	for w, n := range a {
		same += min(n, b[w])
	}
	return 2 * float64(same) / float64(max(na+nb, 1))
}

// TestBornDigital reads gazette files whose text is known.
func TestBornDigital(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(require.Shared(t, "files", "born-digital"), "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	r := behaving(t, "serve", Options{})
	pages, start := 0, time.Now()
	for _, path := range files {
		doc, err := r.Read(t.Context(), filepath.Base(path), "", mustFile(t, path))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		pages += len(doc.Pages)
		twin := mustFile(t, strings.TrimSuffix(path, ".pdf")+".txt")
		f1 := wordF1(string(twin), doc.Text)
		t.Logf("%.4f %3d pages %s %s", f1, len(doc.Pages), filepath.Base(path), doc.Note)
		if f1 < 0.995 {
			t.Errorf("%s: word F1 %.4f", path, f1)
		}
	}
	t.Logf("%.0f pages/s", float64(pages)/time.Since(start).Seconds())
}

func TestRealFiles(t *testing.T) {
	dir := require.Shared(t, "files")
	tests := []struct {
		path      string
		kind      error
		mediaType string
		has       []string
	}{
		{"scanned/02-btp.signed thong tu 02 2022.pdf", ErrScan, typePDF, nil},
		{"scanned/2016123094447_qd-1120.pdf", ErrScan, typePDF, nil},
		{"odd/html-page-saved-as.pdf", ErrUnsupported, "text/html", nil},
		{"odd/3mb-inline-images.html", ErrUnsupported, "text/html", nil},
		{"word/30_2020_ND_CP.docx", nil, typeDOCX, []string{"Số: 30/2020/NĐ-CP", "NGHỊ ĐỊNH\nVề công tác văn thư"}},
		{"word/Phuluc1.docx", nil, typeDOCX, []string{"Phụ lục I\nTHỂ THỨC, KỸ THUẬT TRÌNH BÀY VĂN BẢN HÀNH CHÍNH"}},
		{"word/Phuluc3.docx", nil, typeDOCX, []string{"\tQuyết định (cá biệt)\tQĐ\n", "Mẫu 1.5\tCông văn\n"}},
		{"word/Phuluc3.doc", nil, typeDOC, []string{"\tQuyết định (cá biệt)\tQĐ\n", "Mẫu 1.5\tCông văn\n"}},
		{"word/07_LUAT_LuatPCCC_L27QH.DOC", nil, typeDOC, []string{"Luật số: 27/2001/QH10", "LUẬT\nPHÒNG CHÁY VÀ CHỮA CHÁY"}},
		{"word/12_NGHI_DINH_82_2018_ND-CP_332027.doc", nil, typeDOC, []string{"Số: 82/2018/NĐ-CP\tHà Nội, ngày 22 tháng 5 năm 2018"}},
		{"excel/danh-sach-dat-dai.xlsx", ErrNoText, typeXLSX, nil}, // an empty sheet
		{"excel/du-lieu-xlsx-01.xlsx", nil, typeXLSX, []string{"1\t01.0001\tThóc; gạo tẻ thường\t"}},
	}
	r := mustReader(t)
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			doc, err := r.Read(t.Context(), tt.path, "application/octet-stream", mustFile(t, filepath.Join(dir, tt.path)))
			if !errors.Is(err, tt.kind) || doc.MediaType != tt.mediaType {
				t.Fatalf("got %q, %v; want %q, %v", doc.MediaType, err, tt.mediaType, tt.kind)
			}
			for _, want := range tt.has {
				if !strings.Contains(doc.Text, want) {
					t.Errorf("%q is not in the text", want)
				}
			}
		})
	}
}

// TestPortalPDFs tells scans from text on the attachments of three portals: 34
// of 46 files have no text layer.
func TestPortalPDFs(t *testing.T) {
	dir := require.Shared(t, "sites")
	r := behaving(t, "serve", Options{})
	var scans, texts int
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.EqualFold(filepath.Ext(path), ".pdf") {
			return err
		}
		doc, err := r.Read(t.Context(), path, "", mustFile(t, path))
		switch {
		case errors.Is(err, ErrScan):
			scans++
		case err != nil:
			t.Errorf("%s: %v", path, err)
		default:
			texts++
			t.Logf("%s: %d pages, %d letters, %s: %.100q", filepath.Base(path), len(doc.Pages), letters(doc.Text), doc.Note, doc.Text)
		}
		return nil
	})
	if err != nil || scans != 34 || texts != 12 {
		t.Errorf("%d scans, %d texts, %v", scans, texts, err)
	}
}
