package attachment

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// patched is a workbook whose first sheet is replaced.
func patched(t *testing.T, sheet io.Reader) []byte {
	t.Helper()
	var plain, b bytes.Buffer
	if err := excelize.NewFile().Write(&plain); err != nil {
		t.Fatal(err)
	}
	from, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	if err != nil {
		t.Fatal(err)
	}
	to := zip.NewWriter(&b)
	for _, part := range from.File {
		if part.Name != "xl/worksheets/sheet1.xml" {
			if err := to.Copy(part); err != nil {
				t.Fatal(err)
			}
			continue
		}
		w, err := to.Create(part.Name)
		if err == nil {
			_, err = io.Copy(w, sheet)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestMillionEmptyRows: nothing is read behind many empty rows.
func TestMillionEmptyRows(t *testing.T) {
	var rows bytes.Buffer
	rows.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` +
		`<row r="1"><c r="A1" t="inlineStr"><is><t>Chỉ tiêu</t></is></c></row>`)
	for i := 2; i <= 1_000_000; i++ {
		fmt.Fprintf(&rows, `<row r="%d"/>`, i)
	}
	rows.WriteString(`</sheetData></worksheet>`)
	body := patched(t, &rows)
	start := time.Now()
	doc, err := mustReader(t).Read(t.Context(), "", "", body)
	if err != nil || doc.Text != "Chỉ tiêu" || time.Since(start) > 10*time.Second {
		t.Errorf("%q, %v after %v", doc.Text, err, time.Since(start))
	}
}

// TestBombs: small files that unpack to much are refused or cut, and the
// reader is good for the next one.
func TestBombs(t *testing.T) {
	r := behaving(t, "serve", Options{})
	blank := io.LimitReader(repeat(' '), maxUnzipped+1)
	_, err := r.Read(t.Context(), "bom.xlsx", "", patched(t, blank))
	if !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrDamaged) {
		t.Errorf("workbook: %v", err)
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := io.Copy(z, io.LimitReader(repeat('q'), 100<<20)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	bomb := strings.Replace(string(pdfFile(textPage("x"))), fmt.Sprintf("<< /Length %d >>\nstream\n%s", len(textPage("x")), textPage("x")),
		fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s", packed.Len(), packed.String()), 1)
	r.opts.Timeout, r.grace = time.Second, time.Second/2
	start := time.Now()
	_, err = r.Read(t.Context(), "bom.pdf", "", []byte(bomb))
	if f := new(Failure); !errors.As(err, &f) || time.Since(start) > 20*time.Second {
		t.Errorf("PDF: %v after %v", err, time.Since(start))
	}
	r.opts.Timeout = time.Minute
	if doc, err := r.Read(t.Context(), "", "", pdfFile(textPage("sau"))); err != nil || doc.Text != "sau" {
		t.Errorf("after the bombs: %q, %v", doc.Text, err)
	}
}

// repeat is an endless stream of one byte.
type repeat byte

func (c repeat) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(c)
	}
	return len(b), nil
}
