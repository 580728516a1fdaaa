package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// Problem is something that does not agree in an archive.
type Problem struct {
	File   string // base name
	Offset int64  // of the record, -1 when it concerns the file
	What   string // for people
}

// String renders a problem as one line.
func (p Problem) String() string {
	if p.Offset < 0 {
		return p.File + ": " + p.What
	}
	return fmt.Sprintf("%s, byte %d: %s", p.File, p.Offset, p.What)
}

// Summary counts what Verify went through.
type Summary struct {
	Files     int
	Records   int
	Responses int   // resources and revisits too: all that an index lists
	Bytes     int64 // of the files, compressed
	Problems  int
}

// Verify reads every WARC file of a folder to its end and checks gzip, record
// framing, lengths, digests and the index beside it. Each problem is reported
// as it is found; report may be nil. The error is for what kept it from
// reading at all. The half-written end of a file that is still open is not a
// problem.
func Verify(ctx context.Context, dir string, report func(Problem)) (Summary, error) {
	files, err := Files(dir)
	if err != nil {
		return Summary{}, fmt.Errorf("không đọc được kho lưu: %w", err)
	}
	v := verifier{report: report}
	for _, path := range files {
		if err := v.file(ctx, path); err != nil {
			return v.sum, fmt.Errorf("không kiểm được %s: %w", path, err)
		}
	}
	return v.sum, nil
}

type verifier struct {
	sum    Summary
	report func(Problem)
}

func (v *verifier) problem(file string, offset int64, what string) {
	v.sum.Problems++
	if v.report != nil {
		v.report(Problem{file, offset, what})
	}
}

func (v *verifier) file(ctx context.Context, path string) (err error) {
	open := strings.HasSuffix(path, openExt)
	f, err := openEither(strings.TrimSuffix(path, openExt))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	v.sum.Files++
	v.sum.Bytes += info.Size()

	name := sealedName(path)
	places := v.places(path, open)
	w := newWalker(f, 0, info.Size(), name)
	w.digests = true
	var stop error
	w.walk(ctx, func(rec *Record, err error) bool {
		d := new(damage)
		switch {
		case err == nil && rec.Offset == 0 && rec.Type() != TypeInfo && !strings.HasPrefix(name, adoptedPrefix):
			v.problem(name, 0, "bản ghi đầu tiên không phải warcinfo")
		case errors.As(err, &d) && (!open || !d.tail):
			v.problem(name, d.offset, "bản ghi bị hỏng: "+d.cause.Error())
		case err != nil && !errors.As(err, &d):
			stop = err
		}
		return stop == nil
	}, func(rec *Record, length int64) { v.record(w, rec, length, places) })
	for offset := range places {
		v.problem(name, offset, "mục lục CDXJ trỏ tới chỗ không có bản ghi")
	}
	return stop
}

// record checks a record that was read to its end, and its place in the index.
func (v *verifier) record(w *walker, rec *Record, length int64, places map[int64]place) {
	v.sum.Records++
	if isIndexed(rec) {
		v.sum.Responses++
	}
	for _, field := range w.check(rec) {
		v.problem(rec.File, rec.Offset, "giá trị băm không khớp: "+field)
	}
	if places == nil || !isIndexed(rec) {
		return
	}
	p, ok := places[rec.Offset]
	delete(places, rec.Offset)
	switch {
	case !ok:
		v.problem(rec.File, rec.Offset, "bản ghi không có trong mục lục CDXJ")
	case p.length != length || p.digest != rec.Fields.Get(fieldPayloadDigest):
		v.problem(rec.File, rec.Offset, "mục lục CDXJ ghi sai độ dài hoặc giá trị băm")
	}
}

// places reads the index of a sealed file; nil when there is none to compare.
func (v *verifier) places(path string, open bool) map[int64]place {
	if open {
		return nil
	}
	places, err := readIndex(indexName(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.problem(filepath.Base(path), -1, "thiếu mục lục CDXJ")
		return nil
	case err != nil:
		v.problem(filepath.Base(path), -1, "không đọc được mục lục CDXJ: "+err.Error())
		return nil
	}
	return places
}
