// Package archive keeps what servers answered as WARC 1.1 files
// (https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/),
// one gzip member per record, and reads, recovers and verifies them.
//
// A file is named tracuu-YYYYMMDDThhmmssZ-NNNNN.warc.gz. While it is written it
// carries the ending ".open"; once whole it is sealed: its sorted CDXJ index is
// laid beside it as NAME.cdxj and the ending is taken off. A sealed file never
// changes. Captures name the file without ".open"; readers look for both.
//
// One Writer may have a folder open at a time. The caller guards that (the
// crawler holds the lock of the store); readers and Verify need no guard.
package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Errors that callers tell apart with errors.Is.
var (
	// ErrFull: the disk is full. The record was taken back, the file is valid.
	ErrFull = errors.New("đĩa đã đầy; hãy giải phóng chỗ rồi chạy lại")
	// ErrNotFound: the WARC file or the record in it is not there.
	ErrNotFound = errors.New("không có bản ghi này trong kho lưu")
	// ErrDamaged: bytes that are not a whole WARC record, or not those recorded.
	ErrDamaged = errors.New("bản ghi WARC bị hỏng")
	// ErrTooLarge: a record or a body is over the limit set for reading.
	ErrTooLarge = errors.New("bản ghi WARC quá lớn")
	// ErrClosed: the writer was closed.
	ErrClosed = errors.New("kho lưu đã đóng")
)

// Endings of the files of an archive.
const (
	sealedExt = ".warc.gz"
	openExt   = ".open" // after sealedExt, while the file is written
	indexExt  = ".cdxj"
	tempExt   = ".tmp"
)

// indexName returns the name of the CDXJ file of a sealed or open WARC file.
func indexName(warc string) string {
	return strings.TrimSuffix(strings.TrimSuffix(warc, openExt), sealedExt) + indexExt
}

// sealedName returns the name that captures carry: without ".open".
func sealedName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), openExt)
}

// Files lists the WARC files of a folder by name, those still open included.
func Files(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), openExt)
		if e.Type().IsRegular() && strings.HasSuffix(name, sealedExt) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files, nil
}
