package archive

import (
	"bytes"
	"os"
	"testing"
)

// BenchmarkWriteExchange archives a page of 40 KB.
func BenchmarkWriteExchange(b *testing.B) {
	w, err := Open(b.TempDir(), testOptions())
	if err != nil {
		b.Fatal(err)
	}
	e := testExchange(1)
	text, err := os.ReadFile("writer_test.go")
	if err != nil {
		b.Fatal(err)
	}
	e.Body = bytes.Repeat(text, 4)[:40_000]
	b.SetBytes(int64(len(e.Body)))
	for b.Loop() {
		if _, err := w.WriteExchange(b.Context(), e); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRead reads a page of 40 KB back.
func BenchmarkRead(b *testing.B) {
	dir := b.TempDir()
	w, err := Open(dir, testOptions())
	if err != nil {
		b.Fatal(err)
	}
	e := testExchange(1)
	e.Body = bytes.Repeat([]byte("Kế hoạch số 52/KH-UBND "), 1500)
	c, err := w.WriteExchange(b.Context(), e)
	if err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	r := NewReader(dir)
	b.SetBytes(int64(len(e.Body)))
	for b.Loop() {
		if _, err := r.Read(b.Context(), c); err != nil {
			b.Fatal(err)
		}
	}
}
