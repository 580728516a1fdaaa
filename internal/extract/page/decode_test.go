package page

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func gzipped(t *testing.T, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func utf16le(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func TestDecode(t *testing.T) {
	page := "<p>Kế hoạch số 52/KH-UBND của huyện</p>"
	ascii := strings.Repeat("<p>only ascii</p>", 200)
	tests := []struct {
		name, mediaType string
		body            []byte
		want            string
	}{
		{"UTF-8", "text/html", []byte(page), page},
		{"UTF-8 with mark", "", []byte("\xef\xbb\xbf" + page), page},
		{"UTF-8 that says Latin-1", "text/html; charset=iso-8859-1", []byte(page), page},
		{"UTF-8 letters only far below", "", []byte(ascii + page), ascii + page},
		{"gzip", "text/html", gzipped(t, []byte(page)), page},
		{"gzip twice", "text/html", gzipped(t, gzipped(t, []byte(page))), page},
		{"UTF-16", "", utf16le(page), page},
		{"declared windows-1258", "text/html; charset=windows-1258", []byte("<p>\xd0i\xea\xf2n</p>"), "<p>Điê\u0323n</p>"},
		{"undeclared eight-bit", "", []byte("<p>huy\xea\xf2n</p>"), "<p>huyê\u0323n</p>"},
		{"broken UTF-8", "text/html; charset=utf-8", []byte("<p>\xe1\xba x</p>"), "<p>\uFFFD x</p>"},
		{"empty", "", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := decode(tt.body, tt.mediaType)
			if err != nil {
				t.Fatal(err)
			}
			if got != tt.want {
				t.Errorf("got %.80q, want %.80q", got, tt.want)
			}
		})
	}
}

func TestGzipCutShortGivesItsBeginning(t *testing.T) {
	var text strings.Builder
	for i := range 5000 {
		text.WriteString(strings.Repeat(string(rune('a'+i*7%26)), i%9+1) + " ")
	}
	whole := gzipped(t, []byte(text.String()))
	got, err := decode(whole[:len(whole)/2], "")
	if err != nil || got == "" || !strings.HasPrefix(text.String(), got) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct {
		name string
		body []byte
		want error
	}{
		{"bomb by ratio", gzipped(t, make([]byte, 8<<20)), ErrTooLarge},
		{"too large", bytes.Repeat([]byte("a"), MaxBody+1), ErrTooLarge},
		{"PDF", []byte("%PDF-1.7\n"), ErrNotText},
		{"DOCX", []byte("PK\x03\x04\x14\x00"), ErrNotText},
		{"picture", []byte("\xff\xd8\xff\xe0"), ErrNotText},
		{"NUL bytes", []byte("abc\x00def"), ErrNotText},
		{"gzip of a picture", gzipped(t, []byte("\x89PNG\r\n")), ErrNotText},
		{"damaged gzip", []byte("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff"), ErrDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Read(Input{Body: tt.body, Registry: registry(t)}); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestIsHTML(t *testing.T) {
	tests := []struct {
		text, mediaType, name string
		want                  bool
	}{
		{"<!doctype html>", "text/plain", "a.txt", true},
		{" \n<p>x", "", "", true},
		{"Kế hoạch\nsố 1", "text/html", "a", false},
		{"tỷ lệ < 5 % <b>", "text/html", "a", true},
		{"tỷ lệ < 5 %", "text/plain", "a", false},
		{"tỷ lệ < 5 %", "text/html", "a.TXT", false},
		{"lời dẫn <table><tr>", "", "a.txt", true},
	}
	for _, tt := range tests {
		if got := isHTML(tt.text, tt.mediaType, tt.name); got != tt.want {
			t.Errorf("isHTML(%q, %q, %q) = %v", tt.text, tt.mediaType, tt.name, got)
		}
	}
}
