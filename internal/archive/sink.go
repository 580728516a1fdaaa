package archive

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Sink is where the files of an archive lie. Names are those that captures
// carry, without ".open". Directory is the one there is; a store of objects
// takes a file when it is sealed, and keeps the open one beside the crawler.
type Sink interface {
	// Recover seals what a crashed run left open, cut behind its last whole
	// record.
	Recover() error
	// Create begins a file; fs.ErrExist when the name is taken, open or sealed.
	Create(name string) (File, error)
	// Seal makes a whole, closed file final, with the lines of its index.
	Seal(name string, index []string) error
	// Discard takes away a closed file that was begun and holds nothing.
	Discard(name string) error
	// Sync makes the names of begun files outlive a loss of power.
	Sync() error
	// Open opens a file, open or sealed; ErrNotFound when there is none.
	Open(name string) (Source, error)
}

// File is a WARC file being written.
type File interface {
	io.WriteSeeker
	Truncate(size int64) error
	Sync() error
	Close() error
}

// Source is a WARC file being read.
type Source interface {
	io.ReaderAt
	io.Closer
	// Size is how many bytes there are now; an open file grows.
	Size() (int64, error)
}

// Directory is a Sink in a folder that exists.
type Directory string

var _ Sink = Directory("")

func (d Directory) path(name string) string { return filepath.Join(string(d), name) }

// Recover implements Sink.
func (d Directory) Recover() error { return recoverAll(string(d)) }

// Create implements Sink.
func (d Directory) Create(name string) (File, error) {
	if _, err := os.Lstat(d.path(name)); err == nil {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrExist)
	}
	return os.OpenFile(d.path(name)+openExt, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // evidence is there to be read
}

// Seal implements Sink.
func (d Directory) Seal(name string, index []string) error {
	return sealFile(d.path(name)+openExt, index)
}

// Discard implements Sink.
func (d Directory) Discard(name string) error { return os.Remove(d.path(name) + openExt) }

// Sync implements Sink.
func (d Directory) Sync() error { return syncDir(string(d)) }

// Open implements Sink.
func (d Directory) Open(name string) (Source, error) {
	f, err := openEither(d.path(name))
	if err != nil {
		return nil, err
	}
	return osFile{f}, nil
}

// osFile is a Source in a folder.
type osFile struct{ *os.File }

// Size implements Source.
func (f osFile) Size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// sealFile lays the index beside a whole, closed file and gives it its name.
func sealFile(openPath string, index []string) error {
	if err := writeIndex(indexName(openPath), index); err != nil {
		return err
	}
	path := openPath[:len(openPath)-len(openExt)]
	if err := rename(openPath, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// rename waits a little for readers: Windows does not rename a file that
// another process has open.
func rename(from, to string) error {
	var err error
	for wait := 10 * time.Millisecond; wait < time.Second; wait *= 2 {
		if err = os.Rename(from, to); err == nil || errors.Is(err, os.ErrNotExist) {
			return err
		}
		time.Sleep(wait)
	}
	return err
}

// syncDir makes new names durable. Windows has no such call and needs none.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// openEither opens a file by its sealed or its open name. It may be sealed
// between two tries, hence the third.
func openEither(path string) (*os.File, error) {
	for _, p := range []string{path, path + openExt, path} {
		f, err := os.Open(p)
		if err == nil {
			return f, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%s: %w", filepath.Base(path), ErrNotFound)
}
