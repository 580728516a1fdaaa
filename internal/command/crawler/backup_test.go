package crawler_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

func TestBackup(t *testing.T) {
	site := serve(t, district(3))
	data, to := filepath.Join(t.TempDir(), "kho"), filepath.Join(t.TempDir(), "sao lưu")
	crawled := run(t, "crawl", site, "--allow-private", "--data", data)
	if crawled.status != 0 {
		t.Fatalf("%+v", crawled)
	}
	leftover := filepath.Join(to, "archive", "tracuu-1.warc.gz.open") // of a backup while it was being written
	if err := os.MkdirAll(filepath.Dir(leftover), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(leftover, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	writer, err := sqlite.Open(t.Context(), data, sqlite.Options{}) // a crawler at work
	if err != nil {
		t.Fatal(err)
	}
	if _, err := writer.Enqueue(t.Context(), time.Now(), store.Link{Key: "a.vn/", URL: "http://a.vn/", Host: "a.vn", Kind: store.TaskPage}); err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(to, sqlite.FileName+"-wal") // of a crawler that worked on the copy of before and was killed
	journal, err := os.ReadFile(filepath.Join(data, sqlite.FileName+"-wal"))
	if err != nil || len(journal) == 0 {
		t.Fatalf("a journal of %d bytes, %v", len(journal), err)
	}
	if err := os.WriteFile(stale, journal, 0o600); err != nil {
		t.Fatal(err)
	}
	first, second := run(t, "backup", to, "--data", data), run(t, "backup", to, "--data", data)
	if first.status != 0 || second.status != 0 || !strings.Contains(second.out, "và 0 tệp") || strings.Contains(first.out, "và 0 tệp") {
		t.Errorf("%+v\n%+v", first, second)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(leftover); err == nil {
		t.Error("a file that has another name now stays under the old one")
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("the journal of the copy of before lies beside the new one")
	}
	status := run(t, "status", "--data", to)
	if status.lastLine() != crawled.lastLine() {
		t.Errorf("the copy holds %q, the store %q", status.lastLine(), crawled.lastLine())
	}
	if verified := run(t, "archive", "verify", "--data", to); verified.status != 0 || !strings.Contains(verified.out, " 0 chỗ không khớp") {
		t.Errorf("%+v", verified)
	}
	if again := run(t, "crawl", site, "--allow-private", "--data", to); again.status != 0 {
		t.Errorf("the copy is not gone on with: %+v", again)
	}
	for _, bad := range [][]string{{filepath.Join(data, "b"), "--data", data}, {data, "--data", data}, {to, "--data", t.TempDir()}} {
		if got := run(t, append([]string{"backup"}, bad...)...); got.status != 1 {
			t.Errorf("%v: %+v", bad, got)
		}
	}
}
