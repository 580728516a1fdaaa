package archive

import (
	"bufio"
	"errors"
	"io"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/gzip"
)

// output is the file being written.
type output struct {
	sink   Sink
	name   string // as captures carry it, without ".open"
	infoID string // of the warcinfo record
	file   File
	buf    *bufio.Writer
	zip    *gzip.Writer // used again for each record: a new one costs 1 MB
	size   int64        // bytes of whole exchanges
	index  []string     // CDXJ lines, in the order written

	// Those who wait for the disk share a sync: whoever comes first does it for
	// all that has been written by then.
	whole  atomic.Int64 // as size, for those who do not hold the writer's lock
	disk   sync.Mutex
	synced int64 // bytes that are on the disk
}

// written tells where a record went.
type written struct {
	offset, length int64
	payload        string // digest
}

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
func (o *output) write(drafts []draft) ([]written, error) {
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
	o.size = to.n
	o.whole.Store(to.n)
	return places, nil
}

// syncTo sees to it that the first bytes of the file are on the disk.
func (o *output) syncTo(size int64) error {
	o.disk.Lock()
	defer o.disk.Unlock()
	if o.synced >= size {
		return nil
	}
	whole := o.whole.Load()
	if err := o.file.Sync(); err != nil {
		return err
	}
	o.synced = whole
	return nil
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

// seal closes the file and makes it final with its index.
func (o *output) seal() error {
	o.disk.Lock()
	err := o.file.Sync()
	if err == nil {
		o.synced = o.size // those who still wait have what they wait for
	}
	err = errors.Join(err, o.file.Close())
	o.disk.Unlock()
	if err != nil {
		return err
	}
	return o.sink.Seal(o.name, o.index)
}
