package archive

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"

	"tracuu/internal/model"
)

// foreign makes the records of a WARC file as other programs write them: 1.0,
// addresses in brackets, chunked bodies, ids that are no UUID.
func foreign(n int) string {
	var b strings.Builder
	b.WriteString("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 14\r\n\r\nsoftware: Wget\r\n\r\n")
	for i := range n {
		message := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n7\r\ntrang %d\r\n0\r\n\r\n", i)
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:%d>\r\nWARC-Target-URI: <http://a.gov.vn/%d>\r\n"+
			"WARC-Date: 2019-04-05T06:52:12Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			i, i, len(message), message)
	}
	return b.String()
}

func inOneStream(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	zip := gzip.NewWriter(&b)
	if _, err := zip.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func captures(t *testing.T, path string) []model.Capture {
	t.Helper()
	var out []model.Capture
	for c, err := range Captures(t.Context(), path) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// TestAdopt: plain, in one stream, or a member a record, the same records come
// out, readable and indexed.
func TestAdopt(t *testing.T) {
	text := foreign(3)
	var members bytes.Buffer
	for record := range strings.SplitSeq(strings.TrimPrefix(text, "WARC/1.0"), "WARC/1.0") {
		members.Write(inOneStream(t, "WARC/1.0"+record))
	}
	for name, data := range map[string][]byte{"plain": []byte(text), "stream": inOneStream(t, text), "members": members.Bytes()} {
		dir := t.TempDir()
		source := filepath.Join(t.TempDir(), name)
		put(t, source, data)
		a, err := Adopt(t.Context(), dir, source)
		if err != nil || a.Damage != nil || a.Known || a.Records != 4 {
			t.Fatalf("%s: %+v, %v", name, a, err)
		}
		if sum := mustVerify(t, dir); sum.Records != 4 || sum.Responses != 3 {
			t.Errorf("%s: %+v", name, sum)
		}
		all := captures(t, a.Path)
		if len(all) != 3 || all[1].URL != "http://a.gov.vn/1" || all[1].Time.Year() != 2019 || all[1].Status != 200 {
			t.Fatalf("%s: captures %+v", name, all)
		}
		res, err := NewReader(dir).Read(t.Context(), all[1])
		if err != nil || string(res.Body) != "trang 1" {
			t.Errorf("%s: body %q, %v", name, res.Body, err)
		}
		if again, err := Adopt(t.Context(), dir, source); err != nil || !again.Known {
			t.Errorf("%s again: %+v, %v", name, again, err)
		}
	}
}

// TestAdoptDamaged: what is whole before the damage is taken, and a file that
// is no WARC leaves nothing behind.
func TestAdoptDamaged(t *testing.T) {
	text := foreign(2)
	for cut := 1; cut < len(text); cut += 7 {
		dir, source := t.TempDir(), filepath.Join(t.TempDir(), "cut.warc")
		put(t, source, []byte(text[:cut]))
		a, err := Adopt(t.Context(), dir, source)
		whole := 0
		for _, end := range []int{strings.Index(text, "Wget") + 4, strings.LastIndex(text, "\r\n\r\nWARC"), len(text) - 4} {
			if cut >= end {
				whole++
			}
		}
		if a.Records != whole || whole > 0 && err != nil || whole == 0 && !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at %d: %+v, %v, want %d records", cut, a, err, whole)
		}
		if whole > 0 {
			mustVerify(t, dir)
		} else if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
			t.Fatalf("cut at %d leaves %v, %v", cut, left, err)
		}
	}
}

// TestResource: a resource is read back as a response, with a metadata record
// of its origin beside it, also after a crash.
func TestResource(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	c, err := w.WriteResource(t.Context(), Resource{
		URL: "https://a.gov.vn/trang cũ", MediaType: "text/html", Body: []byte("<p>cũ"), Origin: Fields{{"file", "trang.html"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		res, err := NewReader(dir).Read(t.Context(), c)
		if err != nil || string(res.Body) != "<p>cũ" || res.Status != 200 || res.Header.Get("Content-Type") != "text/html" {
			t.Errorf("%+v, %v", res, err)
		}
		mustClose(t, w)
		if sum := mustVerify(t, dir); sum.Records != 3 || sum.Responses != 1 {
			t.Errorf("%+v", sum)
		}
	}
}
