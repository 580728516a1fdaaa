package sqlite

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/store/storetest"
)

func openTest(t *testing.T, dir string, o Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return openTest(t, t.TempDir(), Options{}) })
}

func article(slug string) *model.Article {
	url := "https://" + slug + ".gov.vn/"
	return &model.Article{ID: model.ArticleID(url), URL: url, Title: "Tin " + slug, Text: "Tin " + slug}
}

func TestReaderBesideWriter(t *testing.T) {
	// Every character that a file address treats in its own way.
	dir := filepath.Join(t.TempDir(), "dữ liệu 100% #1", "?x=y&mode=ro")
	if runtime.GOOS == "windows" {
		dir = filepath.Join(t.TempDir(), "dữ liệu 100% #1")
	}
	w := openTest(t, dir, Options{})
	if _, err := os.Stat(filepath.Join(dir, FileName)); err != nil {
		t.Fatal(err)
	}
	r := openTest(t, dir, Options{ReadOnly: true})
	for _, slug := range []string{"a", "b"} {
		a := article(slug)
		if err := w.PutArticle(t.Context(), a, ""); err != nil {
			t.Fatal(err)
		}
		if got, err := r.Article(t.Context(), a.ID); err != nil || got.Title != a.Title {
			t.Errorf("the reader sees %v, %v", got, err)
		}
	}
	if err := r.PutArticle(t.Context(), article("c"), ""); !errors.Is(err, errReadOnly) {
		t.Errorf("writing through a reader gives %v", err)
	}
}

func TestReaderNeedsStore(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(t.Context(), dir, Options{ReadOnly: true})
	if !errors.Is(err, store.ErrNotFound) || !strings.Contains(err.Error(), filepath.Join(dir, FileName)) {
		t.Errorf("a folder without a store gives %v, want ErrNotFound with the path", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 0 {
		t.Errorf("opening for reading made files: %v, %v", entries, err)
	}
	if err := os.WriteFile(filepath.Join(dir, FileName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), dir, Options{ReadOnly: true}); !errors.Is(err, errOldSchema) {
		t.Errorf("an empty file gives %v, want errOldSchema", err)
	}
}

func TestDamagedFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(strings.Repeat("không phải cơ sở dữ liệu\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, o := range []Options{{}, {ReadOnly: true}} {
		if s, err := Open(t.Context(), dir, o); err == nil {
			t.Errorf("a damaged file opens with %+v: %v", o, s.Close())
		} else if !strings.Contains(err.Error(), FileName) {
			t.Errorf("the error does not name the file: %v", err)
		}
	}
}

func TestOneWriter(t *testing.T) {
	dir := t.TempDir()
	first := openTest(t, dir, Options{})
	if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, store.ErrLocked) {
		t.Fatalf("a second writer gets %v, want ErrLocked", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	openTest(t, dir, Options{})
}

// TestLockOfTheDead kills a process that holds the lock.
func TestLockOfTheDead(t *testing.T) {
	if dir := os.Getenv("TRACUU_TEST_HOLD_LOCK"); dir != "" {
		openTest(t, dir, Options{})
		if err := os.WriteFile(filepath.Join(dir, "held"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		return
	}
	dir := t.TempDir()
	holder := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestLockOfTheDead$")
	holder.Env = append(os.Environ(), "TRACUU_TEST_HOLD_LOCK="+dir)
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		if _, err := os.Stat(filepath.Join(dir, "held")); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("beside a living holder: %v, want ErrLocked", err)
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_, _ = holder.Process.Wait() // its end is the point, not its status
	openTest(t, dir, Options{})
}

func TestFullDisk(t *testing.T) {
	s := openTest(t, t.TempDir(), Options{})
	var pages int
	if err := s.write.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	small := article("a")
	if err := s.PutArticle(t.Context(), small, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.ExecContext(t.Context(), "PRAGMA max_page_count = 120"); err != nil {
		t.Fatal(err)
	}
	big := article("b")
	big.Text = strings.Repeat("Dài. ", 1<<18)
	if err := s.PutArticle(t.Context(), big, ""); !errors.Is(err, store.ErrFull) {
		t.Errorf("a full disk gives %v, want ErrFull", err)
	}
	if _, err := s.Article(t.Context(), small.ID); err != nil {
		t.Errorf("what was stored before: %v", err)
	}
	if err := s.PutArticle(t.Context(), article("c"), ""); err != nil {
		t.Errorf("a small article still fits: %v", err)
	}
}

func TestLimitsOfLines(t *testing.T) {
	s := openTest(t, t.TempDir(), Options{})
	v := store.Visit{Task: store.Task{Link: store.Link{Key: "k", Host: "h"}}, Lines: make([]uint64, maxLines+10)}
	if err := s.Commit(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	got, err := s.SiteLines(t.Context(), "h")
	if err != nil || got.Counts[0] != maxLines {
		t.Errorf("lines kept: %d, %v", got.Counts[0], err)
	}
}
