package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// recoverAll seals what a crashed run left open in a folder and takes away
// half-written indexes.
func recoverAll(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("không đọc được thư mục kho lưu %s: %w", dir, err)
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case !e.Type().IsRegular():
		case strings.HasSuffix(e.Name(), indexExt+tempExt):
			err = os.Remove(path)
		case strings.HasSuffix(e.Name(), sealedExt+openExt):
			err = recoverFile(path)
		}
		if err != nil {
			return fmt.Errorf("không khôi phục được %s: %w", path, named(err))
		}
	}
	return nil
}

// recoverFile cuts a file behind its last whole record, indexes and seals it.
// A damaged place with whole records behind it is left for Verify to report.
// A file without any whole record held nothing that was ever used: it goes.
func recoverFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	index, end, err := indexFile(f, sealedName(path))
	if err == nil && end > 0 {
		err = errors.Join(f.Truncate(end), f.Sync())
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if end == 0 {
		return os.Remove(path)
	}
	return sealFile(path, index)
}

// indexFile makes the index lines of a file and tells where its last whole
// record ends.
func indexFile(f *os.File, name string) (index []string, end int64, err error) {
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	w := newWalker(f, 0, info.Size(), name)
	var x indexer
	w.walk(context.Background(), func(rec *Record, err2 error) bool {
		if err2 == nil {
			x.see(rec)
		} else if !errors.Is(err2, ErrDamaged) {
			err = err2
		}
		return err == nil
	}, func(rec *Record, length int64) {
		end = rec.Offset + length
		x.add(rec, length)
	})
	x.flush()
	return x.lines, end, err
}

// isIndexed reports whether a record has a line in the index.
func isIndexed(rec *Record) bool { return hasLine(rec.Type()) }

func hasLine(kind string) bool {
	switch kind {
	case TypeResponse, TypeRevisit, TypeResource:
		return true
	}
	return false
}

// entryOf makes the index entry of a record that was read.
func entryOf(rec *Record, length int64) indexEntry {
	e := indexEntry{
		URL: rec.URL(), Time: rec.Time(), Digest: rec.Fields.Get(fieldPayloadDigest),
		Offset: rec.Offset, Length: length, File: rec.File,
	}
	if rec.HTTP != nil {
		e.Status, e.MIME = rec.HTTP.Status(), rec.HTTP.Fields.Get(fieldContentType)
	} else {
		e.MIME = rec.Fields.Get(fieldContentType)
	}
	e.Status, e.MIME = indexedStatus(rec.Type(), e.Status), indexedMedia(rec.Type(), e.MIME)
	return e
}

// indexedStatus is the status that an index tells: none of what no server
// answered.
func indexedStatus(kind string, status int) int {
	if kind == TypeResource {
		return 0
	}
	return status
}

// indexedMedia is the media type that an index tells; readers know a revisit by
// it.
func indexedMedia(kind, media string) string {
	if kind == TypeRevisit {
		return "warc/revisit"
	}
	return media
}
