package bleve

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/internal/index"
	"tracuu/internal/index/indextest"
)

func TestConformance(t *testing.T) {
	indextest.Run(t, func(t *testing.T) indextest.Open {
		dir := filepath.Join(t.TempDir(), "index")
		return func(t *testing.T) index.Engine { return mustOpen(t, dir) }
	})
}

func mustOpen(tb testing.TB, dir string) *Engine {
	tb.Helper()
	e, err := Open(tb.Context(), dir, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

func TestLockedIndex(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	e := mustOpen(t, dir)
	start := time.Now()
	_, err := Open(t.Context(), dir, Options{LockTimeout: 50 * time.Millisecond, Rebuild: true})
	if !errors.Is(err, index.ErrLocked) {
		t.Errorf("second Open: %v, want ErrLocked", err)
	}
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("it took %v to say so", d)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if err := mustOpen(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDeletedFolderStartsAnew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	for range 2 {
		e := mustOpen(t, dir)
		if n, err := e.Sequence(t.Context()); n != 0 || err != nil {
			t.Errorf("sequence of a new index: %d, %v", n, err)
		}
		if err := e.Apply(t.Context(), index.Batch{Sequence: 9}); err != nil {
			t.Error(err)
		}
		if err := e.Close(); err != nil {
			t.Error(err)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDamagedFolder damages an index in several ways: Open says what to do,
// and rebuilds when told to.
func TestDamagedFolder(t *testing.T) {
	for name, damage := range map[string]func(dir string) error{
		"no meta":     func(dir string) error { return os.Remove(filepath.Join(dir, "index_meta.json")) },
		"broken meta": func(dir string) error { return os.WriteFile(filepath.Join(dir, "index_meta.json"), []byte("{"), 0o600) },
		"no store":    func(dir string) error { return os.RemoveAll(filepath.Join(dir, "store")) },
		"cut root":    func(dir string) error { return os.Truncate(filepath.Join(dir, "store", "root.bolt"), 3000) },
		"noise root": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "store", "root.bolt"), []byte(strings.Repeat("x", 65536)), 0o600)
		},
		"cut segments":  func(dir string) error { return eachSegment(dir, func(f string) error { return os.Truncate(f, 10) }) },
		"lost segments": func(dir string) error { return eachSegment(dir, os.Remove) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "index")
			e := mustOpen(t, dir)
			r := index.Record{ID: "1", Kind: "article", Title: "Nước sạch", Text: "Nông thôn"}
			if err := e.Apply(t.Context(), index.Batch{Upserts: []index.Record{r}, Sequence: 1}); err != nil {
				t.Fatal(err)
			}
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
			if err := damage(dir); err != nil {
				t.Fatal(err)
			}
			opts := Options{LockTimeout: 100 * time.Millisecond}
			e, err := Open(t.Context(), dir, opts)
			switch {
			case err == nil: // went back to the state before, with its sequence
				if err := e.Close(); err != nil {
					t.Error(err)
				}
			case !errors.Is(err, ErrUnusable) || !strings.Contains(err.Error(), "delete the folder"):
				t.Fatalf("Open: %v", err)
			}
			opts.Rebuild = true
			e, err = Open(t.Context(), dir, opts)
			if err != nil {
				t.Fatalf("rebuild: %v", err)
			}
			if n, err := e.Sequence(t.Context()); n != 0 || err != nil {
				t.Errorf("sequence after the damage: %d, %v", n, err)
			}
			if err := e.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func eachSegment(dir string, do func(string) error) error {
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errors.New("no segments")
	}
	for _, f := range files {
		if err := do(f); err != nil {
			return err
		}
	}
	return nil
}

func TestForeignFolderIsNotDeleted(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "báo cáo.txt")
	if err := os.WriteFile(file, []byte("của người khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, rebuild := range []bool{false, true} {
		if _, err := Open(t.Context(), dir, Options{Rebuild: rebuild}); !errors.Is(err, ErrUnusable) {
			t.Errorf("Open with Rebuild %v: %v", rebuild, err)
		}
	}
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
}
