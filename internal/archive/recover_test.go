package archive

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/model"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// crashed writes n exchanges and leaves the file as a killed process does. It
// returns the bytes of the file and the captures.
func crashed(t *testing.T, n int) (name string, data []byte, captures []model.Capture) {
	t.Helper()
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	for i := range n {
		captures = append(captures, mustWrite(t, w, testExchange(i)))
	}
	name = captures[0].File
	data, err := os.ReadFile(filepath.Join(dir, name+openExt))
	if err != nil {
		t.Fatal(err)
	}
	return name, data, captures
}

func put(t interface {
	Helper()
	Fatal(...any)
}, path string, data []byte,
) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestTruncatedAnywhere cuts the last exchange at every byte: all before it is
// recovered, and the file is whole.
func TestTruncatedAnywhere(t *testing.T) {
	name, data, captures := crashed(t, 3)
	last := captures[2]
	dir := t.TempDir()
	for cut := last.Offset; cut < int64(len(data)); cut++ {
		put(t, filepath.Join(dir, name+openExt), data[:cut])
		w, err := Open(dir, testOptions())
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		mustClose(t, w)
		want := 2
		if cut >= last.Offset+last.Length {
			want = 3
		}
		if sum := mustVerify(t, dir); sum.Responses != want || sum.Files != 1 {
			t.Fatalf("cut at %d: %+v", cut, sum)
		}
		for _, c := range captures[:want] {
			if _, err := NewReader(dir).Read(t.Context(), c); err != nil {
				t.Fatalf("cut at %d: %v", cut, err)
			}
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestGarbageTail: what follows the last whole record after a loss of power is
// anything; all whole records stay.
func TestGarbageTail(t *testing.T) {
	name, data, captures := crashed(t, 3)
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		cut := rapid.IntRange(int(captures[2].Offset), len(data)).Draw(rt, "cut")
		tail := rapid.OneOf(
			rapid.SliceOfN(rapid.Byte(), 0, 200),
			rapid.Just(make([]byte, 5000)),
			rapid.Just(data[:700]), // a member cut short
		).Draw(rt, "tail")
		put(rt, filepath.Join(dir, name+openExt), append(bytes.Clone(data[:cut]), tail...))
		w, err := Open(dir, testOptions())
		if err != nil {
			rt.Fatal(err)
		}
		if err := w.Close(); err != nil {
			rt.Fatal(err)
		}
		for _, c := range captures[:2] {
			if _, err := NewReader(dir).Read(t.Context(), c); err != nil {
				rt.Fatal(err)
			}
		}
	})
}

// TestRecoverMakesTheSameIndex: sealing after a crash and sealing on Close give
// the same files.
func TestRecoverMakesTheSameIndex(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	for i := range 5 {
		mustWrite(t, w, testExchange(i))
	}
	name := w.out.name
	data, err := os.ReadFile(filepath.Join(dir, name+openExt))
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, w)
	other := t.TempDir()
	put(t, filepath.Join(other, name+openExt), data)
	put(t, filepath.Join(other, indexName(name)+tempExt), []byte("half"))
	mustClose(t, mustOpen(t, other, testOptions()))
	for _, f := range []string{name, indexName(name)} {
		a, errA := os.ReadFile(filepath.Join(dir, f))
		b, errB := os.ReadFile(filepath.Join(other, f))
		if err := errors.Join(errA, errB); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(a), string(b)); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
	if diff := cmp.Diff(names(t, dir), names(t, other)); diff != "" {
		t.Error(diff)
	}
}

func TestRecoverOfNothing(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "tracuu-20220330T010203Z-00000.warc.gz.open"), []byte{0x1f, 0x8b})
	mustClose(t, mustOpen(t, dir, testOptions()))
	if left := names(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestDamageInTheMiddle: records behind a damaged one are kept and found, and
// Verify says where the damage is.
func TestDamageInTheMiddle(t *testing.T) {
	name, data, captures := crashed(t, 4)
	bad := captures[1]
	data[bad.Offset+bad.Length/2] ^= 0x55
	dir := t.TempDir()
	put(t, filepath.Join(dir, name+openExt), data)
	mustClose(t, mustOpen(t, dir, testOptions()))

	var problems []string
	sum, err := Verify(t.Context(), dir, func(p Problem) { problems = append(problems, p.String()) })
	if err != nil || sum.Responses != 3 || sum.Problems != 1 || len(problems) != 1 {
		t.Errorf("%+v, %v, %v", sum, problems, err)
	}
	for i, c := range captures {
		_, err := NewReader(dir).Read(t.Context(), c)
		if i == 1 != errors.Is(err, ErrDamaged) {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// TestCapturedArchive: a captured WARC file inside a record that was cut off
// must not pass for records of this file.
func TestCapturedArchive(t *testing.T) {
	_, foreign, _ := crashed(t, 3)
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	mustWrite(t, w, testExchange(1))
	e := testExchange(2)
	e.Request, e.Body = nil, append(bytes.Repeat(foreign, 3), strings.Repeat("tail", 500)...)
	c := mustWrite(t, w, e)
	name := w.out.name + openExt
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	other := t.TempDir()
	put(t, filepath.Join(other, name), data[:c.Offset+c.Length-5])
	mustClose(t, mustOpen(t, other, testOptions()))
	if sum := mustVerify(t, other); sum.Responses != 1 {
		t.Errorf("%+v", sum)
	}
}
