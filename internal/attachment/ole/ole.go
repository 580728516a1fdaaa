// Package ole takes streams out of compound files (MS-CFB), in which Office
// 97-2003 keeps its documents.
package ole

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"
)

// ErrAbsent says that a stream is not in the file.
var ErrAbsent = errors.New("no such stream")

// File is an open compound file.
type File struct {
	size    int64
	streams map[string]*mscfb.File // of the root folder, and by name alone below
}

// Open reads the directory.
func Open(body []byte) (*File, error) {
	r, err := mscfb.New(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("compound file: %w", err)
	}
	f := &File{size: int64(len(body)), streams: map[string]*mscfb.File{}}
	for _, entry := range r.File {
		if len(entry.Path) == 0 {
			f.streams[entry.Name] = entry
		}
	}
	return f, nil
}

// Has tells whether the root folder holds a stream.
func (f *File) Has(name string) bool { return f.streams[name] != nil }

// Stream returns the bytes of a stream of the root folder. A stream that says
// it is longer than its file is cut.
func (f *File) Stream(name string) ([]byte, error) {
	s := f.streams[name]
	if s == nil {
		return nil, fmt.Errorf("%w: %s", ErrAbsent, name)
	}
	b, err := io.ReadAll(io.LimitReader(s, min(s.Size, f.size)))
	if err != nil && len(b) == 0 {
		return nil, fmt.Errorf("stream %s: %w", name, err)
	}
	return b, nil // what could be read of a damaged stream is worth reading
}
