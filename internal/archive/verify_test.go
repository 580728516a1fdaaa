package archive

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/require"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
)

// member compresses one record text.
func member(t testing.TB, record string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(record)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const infoRecord = "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:i>\r\n" +
	"WARC-Date: 2022-03-30T00:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n"

func TestVerifyFinds(t *testing.T) {
	record := func(fields, block, end string) string {
		return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Warcinfo-ID: <urn:uuid:i>\r\n" + fields + "\r\n" + block + end
	}
	const end = "\r\n\r\n"
	tests := map[string]struct {
		first, record string
		want          string
	}{
		"wrong block digest":   {infoRecord, record("WARC-Block-Digest: sha1:AAAA\r\nContent-Length: 3\r\n", "abc", end), fieldBlockDigest},
		"wrong payload digest": {infoRecord, record("WARC-Payload-Digest: md5:00\r\nContent-Length: 3\r\n", "abc", end), fieldPayloadDigest},
		"wrong SHA-256":        {infoRecord, record("X-Payload-SHA256: 00\r\nContent-Length: 3\r\n", "abc", end), fieldSHA256},
		"no end":               {infoRecord, record("Content-Length: 3\r\n", "abc", "\r\n"), "unexpected EOF"},
		"wrong end":            {infoRecord, record("Content-Length: 2\r\n", "abc", end), "CRLF"},
		"too long":             {infoRecord, record("Content-Length: 2\r\n", "ab", end+"x"), "behind the record"},
		"too short":            {infoRecord, record("Content-Length: 9\r\n", "abc", end), "missing"},
		"no length":            {infoRecord, record("", "abc", end), "Content-Length"},
		"giant":                {infoRecord, record("Content-Length: 9000000000000\r\n", "abc", end), "quá lớn"},
		"not WARC":             {infoRecord, "hello\r\n\r\n", "version"},
		"no HTTP head":         {infoRecord, record("Content-Type: application/http\r\nContent-Length: 3\r\n", "abc", end), "HTTP head"},
		"no warcinfo":          {record("Content-Length: 0\r\n", "", end), infoRecord, "warcinfo"},
		"not in the index":     {infoRecord, record("Content-Length: 0\r\n", "", end), "không có trong mục lục"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, filepath.Join(dir, "a.warc.gz"), append(member(t, tt.first), member(t, tt.record)...))
			put(t, filepath.Join(dir, "a.cdxj"), nil)
			var all []string
			if _, err := Verify(t.Context(), dir, func(p Problem) { all = append(all, p.String()) }); err != nil {
				t.Fatal(err)
			}
			if joined := strings.Join(all, "\n"); !strings.Contains(joined, tt.want) {
				t.Errorf("got %q, want %q", joined, tt.want)
			}
		})
	}
}

func TestVerifyIndex(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	c := mustWrite(t, w, testExchange(1))
	mustClose(t, w)
	path := filepath.Join(dir, indexName(c.File))
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	problems := func() int {
		sum, err := Verify(t.Context(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		return sum.Problems
	}
	for name, bad := range map[string]string{
		"length":   strings.Replace(string(good), `"length":"`, `"length":"9`, 1),
		"no place": string(good) + strings.Replace(string(good), `"offset":"`, `"offset":"9`, 1),
		"text":     "no json\n",
	} {
		put(t, path, []byte(bad))
		if problems() != 1 {
			t.Errorf("%s: not found", name)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if problems() != 1 {
		t.Error("missing index not found")
	}
}

func TestVerifyStops(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	mustWrite(t, w, testExchange(1))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Verify(ctx, dir, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := Verify(t.Context(), filepath.Join(dir, "none"), nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestScan(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	c := mustWrite(t, w, testExchange(1))
	var got []string
	for rec, err := range Scan(t.Context(), filepath.Join(dir, c.File+openExt)) {
		if err != nil {
			t.Fatal(err)
		}
		line := rec.Type()
		if rec.HTTP != nil {
			line += " " + rec.HTTP.Start + " " + rec.URL()
		}
		got = append(got, line)
	}
	url := testExchange(1).URL
	want := []string{"warcinfo", "response HTTP/1.1 200 OK " + url, "request GET /tin HTTP/1.1 " + url}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzScan reads bytes as a WARC file, raw and as the inside of a gzip member.
func FuzzScan(f *testing.F) {
	f.Add([]byte(infoRecord))
	f.Add(append(member(f, infoRecord), member(f, "WARC/1.0\nContent-Type: application/http\nWARC-Warcinfo-ID: i\ncontent-length: 9\n\nHTTP/1.1 \n\r\n\r\n")...))
	f.Add([]byte{0x1f, 0x8b, 8, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		inside := append(member(t, infoRecord), member(t, string(data))...)
		for _, file := range [][]byte{data, append(inside, data...)} {
			w := newWalker(bytes.NewReader(file), 0, int64(len(file)), "fuzz")
			w.digests = true
			end := int64(0)
			w.walk(t.Context(), func(*Record, error) bool { return true }, func(rec *Record, length int64) {
				if rec.Offset < end || length <= 0 || rec.Offset+length > int64(len(file)) {
					t.Errorf("record at %d+%d behind %d of %d", rec.Offset, length, end, len(file))
				}
				end = rec.Offset + length
				w.check(rec)
				indexLine(entryOf(rec, length))
			})
		}
	})
}

// TestWarcio checks our files with warcio, an independent reader (PyPI).
func TestWarcio(t *testing.T) {
	warcio := os.Getenv("TRACUU_WARCIO")
	if warcio == "" {
		warcio = require.Program(t, "warcio")
	}
	dir := t.TempDir()
	opts := testOptions()
	opts.MaxSize = 8000
	w := mustOpen(t, dir, opts)
	first := mustWrite(t, w, testExchange(0))
	for n := range 36 {
		e := testExchange(n)
		switch n % 6 {
		case 5:
			e.Revisits = &first
		case 1:
			e.Proto, e.Truncated = "HTTP/2.0", TruncatedLength
		case 2:
			e.Status, e.Body = "304 Not Modified", nil
		case 3:
			e.Request, e.Header = nil, http304Chunked()
		case 4:
			e.Header.Set("Content-Encoding", "gzip")
			e.Body = member(t, string(e.Body))
		}
		mustWrite(t, w, e)
	}
	mustClose(t, w)
	files, err := Files(dir)
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), warcio, append([]string{"check", "-v"}, files...)...).CombinedOutput()
	if err != nil || strings.Contains(string(out), "no digest") || strings.Contains(string(out), "fail") {
		t.Errorf("warcio check: %v\n%s", err, out)
	}
}

func http304Chunked() map[string][]string {
	return map[string][]string{"Transfer-Encoding": {"chunked"}, "Content-Type": {"text/html"}}
}
