package intake_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/archive"
	"tracuu/internal/intake"
	"tracuu/internal/model"
	"tracuu/internal/register"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// folder is an open data folder.
type folder struct {
	*sqlite.Store
	dir     string // of the archive
	warc    *archive.Writer
	records *archive.Reader
}

func openFolder(t *testing.T) folder {
	t.Helper()
	dir := t.TempDir()
	kept, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	warc, err := archive.Open(dir+"/archive", archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(warc.Close(), kept.Close()); err != nil {
			t.Error(err)
		}
	})
	return folder{kept, dir + "/archive", warc, archive.NewReader(dir + "/archive")}
}

// table makes a register of n documents, each entered twice, with a row
// without a number.
func table(n int) string {
	var b strings.Builder
	b.WriteString("STT,Số ký hiệu,Ngày ban hành,Trích yếu\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%d/QĐ-UBND,18/03/2022,Việc thứ %d\n", 2*i, i+1, i)
		fmt.Fprintf(&b, "%d,0%d /QĐ-UBND,18/03/2022,Việc thứ %d\n", 2*i+1, i+1, i)
	}
	return b.String() + "x,,18/03/2022,Không số\n"
}

func importer(f folder, s intake.Store) intake.Register {
	return intake.Register{
		Store: s, Archive: f.warc, Name: "so.csv", Place: register.Place{Unit: "tỉnh Đồng Nam"},
		Bad: func(int, error) {},
	}
}

func stats(t *testing.T, f folder) store.Stats {
	t.Helper()
	s, err := f.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestRegister: rows become documents that a register has, double rows are one
// document with both rows as evidence, and the evidence can be read back.
func TestRegister(t *testing.T) {
	f := openFolder(t)
	r := importer(f, f)
	var bad []int
	r.Bad = func(line int, _ error) { bad = append(bad, line) }
	sum, err := r.Import(t.Context(), strings.NewReader(table(3)))
	if err != nil {
		t.Fatal(err)
	}
	if want := (intake.RegisterSum{Rows: 7, New: 6, Bad: 1}); sum != want || len(bad) != 1 || bad[0] != 8 {
		t.Errorf("%+v, bad lines %v, want %+v", sum, bad, want)
	}
	const id = "2_qd-ubnd.2022.ubnd-tinh-dong-nam"
	d, err := f.Document(t.Context(), id)
	if err != nil || d.Status != model.Listed || d.Title != "Việc thứ 1" || d.Issued.String() != "2022-03-18" {
		t.Errorf("document %+v, %v", d, err)
	}
	places, err := f.DocumentMentions(t.Context(), id)
	if err != nil || len(places) != 2 {
		t.Fatalf("%d rows of the document, %v, want 2", len(places), err)
	}
	for _, p := range places {
		captures, err := f.ArticleCaptures(t.Context(), p.ArticleID)
		if err != nil || len(captures) != 1 {
			t.Fatalf("captures of row %s: %v, %v", p.ArticleID, captures, err)
		}
		evidence, err := f.records.Read(t.Context(), captures[0])
		if err != nil || !strings.Contains(string(evidence.Body), p.Quote) {
			t.Errorf("evidence of %q: %q, %v", p.Quote, evidence.Body, err)
		}
	}
	if s := stats(t, f); s.Documents != 3 || s.Pages != 0 || s.Articles != 0 {
		t.Errorf("a register is no pages: %+v", s)
	}
}

// brokenStore fails after a number of writes.
type brokenStore struct {
	intake.Store
	left int
}

var errBroken = errors.New("broken")

func (b *brokenStore) Commit(ctx context.Context, v store.Visit) error {
	if b.left--; b.left < 0 {
		return errBroken
	}
	return b.Store.Commit(ctx, v)
}

// TestRegisterGoesOn: an import cut off anywhere and run again ends as one that
// was never cut off; once more changes nothing.
func TestRegisterGoesOn(t *testing.T) {
	text := table(600)
	f := openFolder(t)
	for _, left := range []int{0, 1, 499, 300} {
		if _, err := importer(f, &brokenStore{f, left}).Import(t.Context(), strings.NewReader(text)); !errors.Is(err, errBroken) {
			t.Fatalf("cut off after %d writes: %v", left, err)
		}
	}
	if _, err := importer(f, f).Import(t.Context(), strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	before := stats(t, f)
	again, err := importer(f, f).Import(t.Context(), strings.NewReader(text))
	if err != nil || again.New != 0 || again.Doubles != 1200 {
		t.Errorf("again: %+v, %v", again, err)
	}
	if after := stats(t, f); after != before || after.Documents != 600 {
		t.Errorf("the second import changed the store: %+v, then %+v", before, after)
	}
}
