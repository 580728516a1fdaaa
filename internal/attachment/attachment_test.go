package attachment

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/attachment/msdoc/msdoctest"
	"tracuu/internal/attachment/msxls/msxlstest"
	"tracuu/internal/attachment/ole/oletest"
)

func TestRecognise(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 2000)
	tests := []struct{ name, declared, body, mediaType, reader string }{
		{"a.doc", "application/msword", "%PDF-1.4\n", typePDF, readerPDF},
		{"a.pdf", "", "\r\n%PDF-1.4\n", typePDF, readerPDF},
		{"a.pdf", "application/pdf", "<!DOCTYPE html><html></html>", "text/html", ""},
		{"a.doc", "", ole, typeDOC, readerDOC},
		{"a", "application/vnd.ms-excel; x=y", ole, typeXLS, readerXLS},
		{"a", "", ole, typeOLE, ""},
		{"a.pdf", "", string(msdoctest.File(msdoctest.Part{Text: "x"})), typeDOC, readerDOC},
		{"a.doc", typeDOC, string(msxlstest.File()), typeXLS, readerXLS},
		{"a.docx", "", string(oletest.File(oletest.Stream{Name: "EncryptedPackage"})), typeLocked, readerLock},
		{"a.doc", "", `{\rtf1\ansi Ke hoach}`, "text/rtf", readerRTF},
		{"a.zip", "", "PK\x03\x04" + strings.Repeat("\x00", 22) + "\x0b\x00\x00\x00van-ban.doc", typeZIP, readerZIP},
		{"a.txt", "", "Số: 52/KH-UBND", typeText, readerText},
		{"a.csv", "", "a,b\n1,2\n3,4\n", "text/csv", readerText},
		{"a.png", "", "\x89PNG\r\n\x1a\n", "image/png", ""},
	}
	for _, tt := range tests {
		got := recognise(tt.name, tt.declared, []byte(tt.body))
		if got.mediaType != tt.mediaType || got.reader != tt.reader {
			t.Errorf("%s %.10q: got %+v, want %s %q", tt.name, tt.body, got, tt.mediaType, tt.reader)
		}
	}
}

func TestFailures(t *testing.T) {
	r, err := New(Options{MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		body   string
		kind   error
		reason string
	}{
		"empty":       {"", ErrDamaged, "tệp rỗng"},
		"large":       {strings.Repeat("x", 1<<20+1), ErrTooLarge, "tệp lớn hơn 1 MB, không đọc"},
		"blank":       {" \n\u200b\n", ErrNoText, "tệp không có chữ"},
		"picture":     {"\x89PNG\r\n\x1a\n", ErrUnsupported, "chưa đọc được định dạng image/png"},
		"not a docx":  {string(docx(t, "<no xml")), ErrDamaged, "tệp Word (DOCX) bị hỏng, không đọc được"},
		"half a docx": {string(docx(t, wordDocument(`<w:p/>`)))[:300], ErrDamaged, "tệp nén ZIP bị hỏng, không đọc được"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := r.Read(t.Context(), name, "", []byte(tt.body))
			f := new(Failure)
			if !errors.As(err, &f) || !errors.Is(err, tt.kind) || err.Error() != tt.reason {
				t.Errorf("got %q (%v), want %q", err, errors.Is(err, tt.kind), tt.reason)
			}
		})
	}
}

func TestBounded(t *testing.T) {
	r, err := New(Options{Timeout: 20 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	kind := format{label: "PDF"}
	err = r.bounded(t.Context(), func(context.Context) error { panic("broken table") })
	if !errors.Is(err, errPanic) || !errors.Is(r.failure(t.Context(), kind, err), ErrDamaged) {
		t.Errorf("panic: %v", err)
	}
	forever := make(chan struct{})
	defer close(forever)
	err = r.bounded(t.Context(), func(context.Context) error { <-forever; return nil })
	if !errors.Is(r.failure(t.Context(), kind, err), ErrTimeout) {
		t.Errorf("endless: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Read(ctx, "a.txt", "", []byte("x")); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestText(t *testing.T) {
	const want = "Số: 52/KH-UBND\nđường"
	for name, body := range map[string]string{
		"utf-8":        "\uFEFFSố: 52/KH-UBND\r\nđường  ",
		"nfd":          "Số: 52/KH-UBND\nđường",
		"utf-16":       "\xFF\xFES\x00\xD1\x1E:\x00 \x005\x002\x00/\x00K\x00H\x00-\x00U\x00B\x00N\x00D\x00\n\x00\x11\x01\xB0\x01\xDD\x1En\x00g\x00",
		"windows-1258": "S\xF4\xEC: 52/KH-UBND\n\xF0\xFD\xF5\xCCng",
	} {
		out := newPages(1000)
		if err := readText(t.Context(), []byte(body), out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, out.text.String()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestPages(t *testing.T) {
	p := newPages(20)
	if err := p.add("\n một  \n\n\n\nhai \n"); err != nil {
		t.Fatal(err)
	}
	p.addScan()
	if err := p.add("đường dài lắm"); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(" một\n\nhai\n\nđườ", p.text.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{0, 11, 13}, p.starts); diff != "" {
		t.Error(diff)
	}
	if got := ranges([]int{1, 2, 3, 7, 9, 10}); got != "1-3, 7, 9-10" {
		t.Error(got)
	}
}

func TestPDF(t *testing.T) {
	r := mustReader(t)
	const words = "KE HOACH so 52/KH-UBND ngay 18/3/2022"
	body := pdfFile(textPage(words), imagePage(), textPage(""), imagePage(), imagePage())
	doc, err := r.Read(t.Context(), "x", "", body)
	if err != nil {
		t.Fatal(err)
	}
	want := Document{
		Text: words, Pages: []int{0, 37, 37, 37, 37}, MediaType: typePDF, Reader: readerPDF,
		Scanned: []int{2, 4, 5}, Note: "trang 2, 4-5 là bản quét, chưa đọc được",
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Error(diff)
	}
	for name, tt := range map[string]struct {
		body []byte
		want error
	}{
		"scan":     {pdfFile(imagePage(), imagePage()), ErrScan},
		"blank":    {pdfFile(textPage("")), ErrNoText},
		"cut":      {body[:40], ErrDamaged},
		"password": {[]byte(strings.Replace(string(body), "/Root", "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >> /ID [(a)(b)] /Root", 1)), ErrEncrypted},
	} {
		if _, err := r.Read(t.Context(), name, "", tt.body); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
}

// TestPDFEngines: files read at once, a file interrupted and one after it, and
// the end.
func TestPDFEngines(t *testing.T) {
	r, err := New(Options{CacheDir: mustReader(t).pdf.cacheDir})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			words := fmt.Sprintf("So %d/QD-UBND", i)
			doc, err := r.Read(t.Context(), "", "", pdfFile(textPage(words)))
			if err != nil || doc.Text != words {
				t.Errorf("%q: %q, %v", words, doc.Text, err)
			}
		})
	}
	wg.Wait()

	long := make([]string, 3000)
	for i := range long {
		long[i] = textPage("So 1/QD-UBND")
	}
	body := pdfFile(long...)
	r.opts.Timeout = 30 * time.Millisecond
	for range 3 {
		if _, err := r.Read(t.Context(), "", "", body); !errors.Is(err, ErrTimeout) {
			t.Errorf("got %v, want %v", err, ErrTimeout)
		}
	}
	r.opts.Timeout = time.Minute
	if doc, err := r.Read(t.Context(), "", "", pdfFile(textPage("sau"))); err != nil || doc.Text != "sau" {
		t.Errorf("after the interrupted ones: %q, %v", doc.Text, err)
	}
	for range 2 {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := r.Read(t.Context(), "", "", pdfFile(textPage("x"))); err == nil {
		t.Error("a closed reader reads")
	}
}
