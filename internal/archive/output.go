package archive

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/klauspost/compress/gzip"
)

// file is what a WARC file being written must be able to do.
type file interface {
	io.WriteSeeker
	Truncate(size int64) error
	Sync() error
	Close() error
}

func createFile(path string) (file, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // evidence is there to be read
}

// output is the file being written.
type output struct {
	dir    string
	name   string // as captures carry it, without ".open"
	infoID string // of the warcinfo record
	file   file
	buf    *bufio.Writer
	zip    *gzip.Writer // used again for each record: a new one costs 1 MB
	size   int64        // bytes of whole exchanges
	index  []string     // CDXJ lines, in the order written
}

// written tells where a record went.
type written struct {
	offset, length int64
	payload        string // digest
}

// path is the name after sealing, with its folder.
func (o *output) path() string { return filepath.Join(o.dir, o.name) }

// counter counts what passes.
type counter struct {
	io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}

// write appends records that belong together, each a gzip member of its own,
// and hands them to the operating system.
func (o *output) write(drafts []draft, sync bool) ([]written, error) {
	to := &counter{Writer: o.buf, n: o.size}
	places := make([]written, 0, len(drafts))
	for _, d := range drafts {
		start := to.n
		o.zip.Reset(to)
		payload, err := d.writeTo(o.zip)
		if err := errors.Join(err, o.zip.Close()); err != nil {
			return nil, err
		}
		places = append(places, written{offset: start, length: to.n - start, payload: payload})
	}
	if err := o.buf.Flush(); err != nil {
		return nil, err
	}
	if sync {
		if err := o.file.Sync(); err != nil {
			return nil, err
		}
	}
	o.size = to.n
	return places, nil
}

// rollBack cuts off what a failed write left behind the last whole exchange.
func (o *output) rollBack() error {
	o.buf.Reset(o.file)
	if err := o.file.Truncate(o.size); err != nil {
		return err
	}
	_, err := o.file.Seek(o.size, io.SeekStart)
	return err
}

// abandon closes the file and leaves it open in name, for the next Open.
func (o *output) abandon() error { return o.file.Close() }

// seal closes the file, lays its index beside it and takes ".open" off.
func (o *output) seal() error {
	if err := errors.Join(o.file.Sync(), o.file.Close()); err != nil {
		return err
	}
	return sealFile(o.path()+openExt, o.index)
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
	return syncDir(filepath.Dir(path), true)
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
func syncDir(dir string, wanted bool) error {
	if !wanted || runtime.GOOS == "windows" {
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
