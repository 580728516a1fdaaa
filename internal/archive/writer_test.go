package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"tracuu/internal/model"

	"github.com/google/go-cmp/cmp"
)

var testTime = time.Date(2022, 3, 30, 1, 2, 3, 456_000_000, time.UTC)

func testOptions() Options {
	return Options{
		Software: "tracuu/test", Operator: "Phòng thử nghiệm", UserAgent: "tracuu/test (+mailto:thu@example.vn)",
		Clock: func() time.Time { return testTime },
	}
}

// testExchange is a plain page; n tells pages apart.
func testExchange(n int) Exchange {
	return Exchange{
		URL:     fmt.Sprintf("http://canglong.example.vn/tin/bai-%d.aspx?ID=%d", n, n),
		Time:    testTime.Add(time.Duration(n) * time.Second),
		IP:      "127.0.0.1",
		Request: []byte("GET /tin HTTP/1.1\r\nHost: canglong.example.vn\r\nUser-Agent: tracuu/test\r\n\r\n"),
		Status:  "200 OK",
		Header:  http.Header{"Content-Type": {"text/html; charset=utf-8"}, "Server": {"Microsoft-IIS/8.5"}},
		Body:    fmt.Appendf(nil, "<html><body><h1>Kế hoạch số %d/KH-UBND</h1>%s</body></html>", n, strings.Repeat("x", n%97)),
	}
}

func mustOpen(t *testing.T, dir string, opts Options) *Writer {
	t.Helper()
	w, err := Open(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func mustWrite(t *testing.T, w *Writer, e Exchange) model.Capture {
	t.Helper()
	c, err := w.WriteExchange(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mustClose(t *testing.T, w *Writer) {
	t.Helper()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// mustVerify checks a folder without problems and returns the summary.
func mustVerify(t *testing.T, dir string) Summary {
	t.Helper()
	sum, err := Verify(t.Context(), dir, func(p Problem) { t.Errorf("problem: %v", p) })
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestWriteAndRead(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	e := testExchange(1)
	c := mustWrite(t, w, e)

	if want := "tracuu-20220330T010203Z-00000.warc.gz"; c.File != want {
		t.Errorf("file %q, want %q", c.File, want)
	}
	check := func() {
		t.Helper()
		got, err := NewReader(dir).Read(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		want := Response{
			ID: c.ID, URL: e.URL, Time: e.Time, Status: 200, Body: e.Body,
			Header: http.Header{
				"Content-Type": {"text/html; charset=utf-8"}, "Server": {"Microsoft-IIS/8.5"},
				"Content-Length": {fmt.Sprint(len(e.Body))},
			},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	check() // before the file is sealed: what was written is there
	mustClose(t, w)
	check()
	if diff := cmp.Diff([]string{"tracuu-20220330T010203Z-00000.cdxj", c.File}, names(t, dir)); diff != "" {
		t.Error(diff)
	}
	if got := mustVerify(t, dir); got.Records != 3 || got.Responses != 1 || got.Files != 1 {
		t.Errorf("summary %+v", got)
	}

	var raw bytes.Buffer
	if err := NewReader(dir).Raw(c, &raw); err != nil || int64(raw.Len()) != c.Length {
		t.Errorf("raw: %d bytes, %v", raw.Len(), err)
	}
	if _, err := w.WriteExchange(t.Context(), e); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

func TestReadTellsWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	c := mustWrite(t, w, testExchange(1))
	mustClose(t, w)
	tests := map[string]struct {
		change func(*model.Capture)
		want   error
	}{
		"another id":       {func(c *model.Capture) { c.ID = "x" }, ErrDamaged},
		"another body":     {func(c *model.Capture) { c.SHA256 = strings.Repeat("0", 64) }, ErrDamaged},
		"no such file":     {func(c *model.Capture) { c.File = "tracuu-x.warc.gz" }, ErrNotFound},
		"outside":          {func(c *model.Capture) { c.File = "../" + c.File }, ErrNotFound},
		"behind the end":   {func(c *model.Capture) { c.Offset = 1 << 40 }, ErrNotFound},
		"overflow":         {func(c *model.Capture) { c.Length = 1<<63 - 1 }, ErrNotFound},
		"inside a record":  {func(c *model.Capture) { c.Offset += 3 }, ErrDamaged},
		"length too short": {func(c *model.Capture) { c.Length -= 9 }, ErrDamaged},
		"the warcinfo":     {func(c *model.Capture) { c.Offset, c.ID, c.Length = 0, "", 0 }, ErrDamaged},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := c
			tt.change(&c)
			if _, err := NewReader(dir).Read(t.Context(), c); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	small := &Reader{sink: Directory(dir), maxBody: 10}
	if _, err := small.Read(t.Context(), c); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v, want %v", err, ErrTooLarge)
	}
}

func TestRotation(t *testing.T) {
	dir := t.TempDir()
	opts := testOptions()
	opts.MaxSize = 3000
	w := mustOpen(t, dir, opts)
	var captures []model.Capture
	for n := range 20 {
		captures = append(captures, mustWrite(t, w, testExchange(n)))
	}
	mustClose(t, w)
	files, err := Files(dir)
	if err != nil || len(files) < 3 {
		t.Fatalf("files %v, %v", files, err)
	}
	for n, c := range captures {
		got, err := NewReader(dir).Read(t.Context(), c)
		if err != nil || !bytes.Equal(got.Body, testExchange(n).Body) {
			t.Errorf("%d: %v", n, err)
		}
	}
	if sum := mustVerify(t, dir); sum.Responses != 20 || sum.Files != len(files) {
		t.Errorf("summary %+v", sum)
	}
	// A second run in the same second takes other names.
	w = mustOpen(t, dir, opts)
	if c := mustWrite(t, w, testExchange(1)); exists(filepath.Join(dir, c.File)) {
		t.Errorf("%s was there before", c.File)
	}
}

func TestConcurrentWriters(t *testing.T) {
	dir := t.TempDir()
	opts := testOptions()
	opts.MaxSize = 20_000
	w := mustOpen(t, dir, opts)
	var wg sync.WaitGroup
	var all sync.Map
	for worker := range 8 {
		wg.Go(func() {
			for n := range 25 {
				e := testExchange(worker*1000 + n)
				c, err := w.WriteExchange(t.Context(), e)
				if err != nil {
					t.Error(err)
					return
				}
				got, err := NewReader(dir).Read(t.Context(), c)
				if err != nil || !bytes.Equal(got.Body, e.Body) {
					t.Errorf("%s: %v", e.URL, err)
				}
				all.Store(c.ID, true)
			}
		})
	}
	wg.Wait()
	mustClose(t, w)
	if sum := mustVerify(t, dir); sum.Responses != 200 {
		t.Errorf("summary %+v", sum)
	}
}

func TestResponseHead(t *testing.T) {
	tests := map[string]struct {
		e    Exchange
		want string
	}{
		"chunked": {
			Exchange{Status: "200 OK", Proto: "HTTP/1.1", Header: http.Header{"Transfer-Encoding": {"chunked"}}, Body: []byte("abc")},
			"HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
		},
		"cut": {
			Exchange{Status: "200 OK", Header: http.Header{"Content-Length": {"5000"}}, Body: []byte("abc")},
			"HTTP/1.1 200 OK\r\nX-Archive-Orig-Content-Length: 5000\r\nContent-Length: 3\r\n\r\n",
		},
		"not modified keeps its length": {
			Exchange{Status: "304 Not Modified", Header: http.Header{"Content-Length": {"5000"}}},
			"HTTP/1.1 304 Not Modified\r\nContent-Length: 5000\r\n\r\n",
		},
		"http/2, no phrase, several values": {
			Exchange{Status: "200 ", Proto: "HTTP/2.0", Header: http.Header{"Set-Cookie": {"a=1", "b=2"}}},
			"HTTP/1.1 200\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 0\r\n\r\n",
		},
		"a value cannot end the head": {
			Exchange{Status: "200 OK\r\nX: y", Header: http.Header{"A": {"b\r\n\r\nc\xff"}, "Content-Length": {"0"}}},
			"HTTP/1.1 200 OK  X: y\r\nA: b    c\xff\r\nContent-Length: 0\r\n\r\n",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, string(tt.e.responseHead())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOddExchanges(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	odd := testExchange(1)
	odd.URL = "http://a.example.vn/tệp đính\r\nkèm.pdf"
	odd.Request, odd.Header, odd.Body, odd.Status = nil, nil, nil, ""
	odd.Truncated = TruncatedTime
	c := mustWrite(t, w, odd)
	if want := "http://a.example.vn/tệp%20đính%0D%0Akèm.pdf"; c.URL != want {
		t.Errorf("url %q, want %q", c.URL, want)
	}
	got, err := NewReader(dir).Read(t.Context(), c)
	if err != nil || got.Status != 0 || got.Truncated != TruncatedTime || len(got.Body) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
	long := testExchange(2)
	long.Header = http.Header{"X": {strings.Repeat("x", maxMessageHead)}}
	if _, err := w.WriteExchange(t.Context(), long); !errors.Is(err, ErrTooLarge) {
		t.Errorf("long head: %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := w.WriteExchange(stopped, odd); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	mustClose(t, w)
	mustVerify(t, dir)
}

// fullDisk takes room bytes and then fails like a full disk, writing a part.
type fullDisk struct {
	*os.File
	room *int
}

func (d fullDisk) Write(p []byte) (int, error) {
	n := min(len(p), *d.room)
	*d.room -= n
	wrote, err := d.File.Write(p[:n])
	if err == nil && n < len(p) {
		err = &os.PathError{Op: "write", Path: d.Name(), Err: syscall.ENOSPC}
	}
	return wrote, err
}

// fullSink begins files on a full disk.
type fullSink struct {
	Directory
	room *int
}

func (s fullSink) Create(name string) (File, error) {
	f, err := os.OpenFile(s.path(name)+openExt, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	return fullDisk{f, s.room}, err
}

func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	room := 0
	w, err := OpenSink(fullSink{Directory(dir), &room}, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteExchange(t.Context(), testExchange(1)); !errors.Is(err, ErrFull) {
		t.Fatalf("got %v, want %v", err, ErrFull)
	}
	if left := names(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	room = 2500
	var kept []model.Capture
	for n := 0; ; n++ {
		c, err := w.WriteExchange(t.Context(), testExchange(n))
		if errors.Is(err, ErrFull) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, c)
	}
	room = 1 << 20 // somebody made room: the writer goes on
	kept = append(kept, mustWrite(t, w, testExchange(99)))
	mustClose(t, w)
	if sum := mustVerify(t, dir); sum.Responses != len(kept) || len(kept) < 2 {
		t.Errorf("kept %d, summary %+v", len(kept), sum)
	}
}
