package doctor_test

import (
	"database/sql"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/internal/doctor"
	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/store/sqlite"
)

// patient is a filled folder with its index in step, looked at a day after its
// captures.
func patient(t *testing.T) doctor.Patient {
	t.Helper()
	dir := t.TempDir()
	searchtest.Fill(t, dir)
	if err := os.MkdirAll(filepath.Join(dir, "archive"), 0o750); err != nil {
		t.Fatal(err)
	}
	fill(t, dir, dir)
	return doctor.Patient{Dir: dir, Listen: "127.0.0.1:1", Now: searchtest.Captured().Add(3 * 365 * 24 * time.Hour)}
}

// fill brings the index of one folder in step with the store of another.
func fill(t *testing.T, indexOf, storeOf string) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), storeOf, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	e, err := bleve.Open(t.Context(), filepath.Join(indexOf, "index"), bleve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := index.Sync(t.Context(), s, e); err != nil {
		t.Fatal(err)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// about returns the finding of one check.
func about(t *testing.T, p doctor.Patient, check string) doctor.Finding {
	t.Helper()
	for _, f := range doctor.Examine(t.Context(), p) {
		if f.Check == check {
			return f
		}
	}
	t.Fatalf("nothing is said of %s", check)
	return doctor.Finding{}
}

func execute(t *testing.T, dir, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func TestFindings(t *testing.T) {
	tests := []struct {
		name, check string
		harm        func(t *testing.T, p *doctor.Patient)
		state       doctor.State
		detail      string
	}{
		{"all is well with the folder", "data_folder", nil, doctor.OK, "đọc và ghi được"},
		{"no folder", "data_folder", func(_ *testing.T, p *doctor.Patient) { p.Dir = filepath.Join(p.Dir, "none") }, doctor.Error, "không có"},
		{"a file", "data_folder", func(_ *testing.T, p *doctor.Patient) { p.Dir = filepath.Join(p.Dir, "store.db") }, doctor.Error, "không phải thư mục"},
		{"store", "store", nil, doctor.OK, "nguyên vẹn"},
		{"no store", "store", func(_ *testing.T, p *doctor.Patient) { p.Dir = t.TempDir() }, doctor.Error, "chưa có"},
		{"store of an older program", "store", func(t *testing.T, p *doctor.Patient) {
			execute(t, p.Dir, "DELETE FROM goose_db_version WHERE version_id = (SELECT MAX(version_id) FROM goose_db_version)")
		}, doctor.Error, "cũ hơn"},
		{"store of a newer program", "store", func(t *testing.T, p *doctor.Patient) {
			execute(t, p.Dir, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
		}, doctor.Error, "mới hơn"},
		{"damaged store", "store", func(t *testing.T, p *doctor.Patient) {
			execute(t, p.Dir, "PRAGMA wal_checkpoint(TRUNCATE)")
			damage(t, filepath.Join(p.Dir, "store.db"))
		}, doctor.Error, ""},
		{"captures without their file", "archive", nil, doctor.Error, "không đọc được"},
		{"index", "index", nil, doctor.OK, "khớp"},
		{"no index", "index", func(t *testing.T, p *doctor.Patient) { remove(t, p.Dir, "index") }, doctor.Warning, "chưa có"},
		{"index of nothing", "index", func(t *testing.T, p *doctor.Patient) {
			remove(t, p.Dir, "index")
			fresh(t, p.Dir)
		}, doctor.Warning, "chậm"},
		{"index of another store", "index", func(t *testing.T, p *doctor.Patient) { execute(t, p.Dir, "DELETE FROM changes") }, doctor.Error, "đi trước"},
		{"index in use, nobody answers", "index", func(t *testing.T, p *doctor.Patient) { hold(t, p.Dir) }, doctor.Warning, "không trả lời"},
		{"index in use by the service", "index", func(t *testing.T, p *doctor.Patient) {
			hold(t, p.Dir)
			p.Listen = service(t, `{"ready":true,"lag":3}`)
		}, doctor.OK, "sẵn sàng, chậm 3"},
		{"index in use by a service that is behind", "index", func(t *testing.T, p *doctor.Patient) {
			hold(t, p.Dir)
			p.Listen = service(t, `{"status":503,"lag":5000}`)
		}, doctor.Warning, "5000"},
		{"clock", "clock", nil, doctor.OK, "2025"},
		{"clock without a battery", "clock", func(_ *testing.T, p *doctor.Patient) { p.Now = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }, doctor.Error, "1980"},
		{"open to the network", "config", func(_ *testing.T, p *doctor.Patient) { p.Listen = ":8080" }, doctor.Warning, "mở cho cả mạng"},
		{"for this machine", "config", nil, doctor.OK, "chỉ cho máy này"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := patient(t)
			if tt.harm != nil {
				tt.harm(t, &p)
			}
			got := about(t, p, tt.check)
			if got.State != tt.state || !strings.Contains(got.Detail, tt.detail) || (got.State != doctor.OK) != (got.Advice != "") {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestHealthy(t *testing.T) {
	if !doctor.Healthy([]doctor.Finding{{State: doctor.OK}, {State: doctor.Warning}}) || doctor.Healthy([]doctor.Finding{{State: doctor.Error}}) {
		t.Error("only errors make it unwell")
	}
}

func damage(t *testing.T, name string) {
	t.Helper()
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(whole); i++ {
		whole[i] = 0xa5
	}
	if err := os.WriteFile(name, whole, 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, elem ...string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(elem...)); err != nil {
		t.Fatal(err)
	}
}

// fresh makes an empty index.
func fresh(t *testing.T, dir string) {
	t.Helper()
	e, err := bleve.Open(t.Context(), filepath.Join(dir, "index"), bleve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
}

// hold keeps the index open, as a service does.
func hold(t *testing.T, dir string) {
	t.Helper()
	e, err := bleve.Open(t.Context(), filepath.Join(dir, "index"), bleve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = e.Close() })
}

func service(t *testing.T, ready string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(ready)) }))
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}
