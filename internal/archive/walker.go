package archive

import (
	"bufio"
	"bytes"
	"crypto/sha1" //nolint:gosec // see digest.go
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// maxRecord bounds the block of one record, in bytes: more is not believed.
const maxRecord = 8 << 30

// maxResync bounds how often a walker looks for the next whole record behind a
// damaged place of one file.
const maxResync = 1000

// walker goes from record to record through the gzip members of a file. Memory
// is bounded: blocks stream.
type walker struct {
	src  io.ReaderAt
	size int64
	file string

	digests bool // hash block and payload, see check

	in      *bufio.Reader // compressed
	read    *readCounter  // below in
	zip     *gzip.Reader
	out     *bufio.Reader // one record, uncompressed
	block   *io.LimitedReader
	message *bufio.Reader // the block, when it is an HTTP message

	pos     int64 // of the current record, then of the next
	infoID  string
	resyncs int
	sums    sums
}

// sums are the hashes of the record being read.
type sums struct {
	block, payload expected
	hasBlock       bool
	hasPayload     bool
	sha1, sha256   hash.Hash // of the payload
}

type readCounter struct {
	io.Reader
	n int64
}

func (c *readCounter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

func newWalker(src io.ReaderAt, from, size int64, file string) *walker {
	w := &walker{
		src: src, size: size, file: file,
		in: bufio.NewReaderSize(nil, 32<<10), out: bufio.NewReaderSize(nil, 32<<10),
		message: bufio.NewReaderSize(nil, 32<<10), zip: new(gzip.Reader),
	}
	w.seek(from)
	return w
}

func (w *walker) seek(pos int64) {
	w.pos = pos
	w.read = &readCounter{Reader: io.NewSectionReader(w.src, pos, max(w.size-pos, 0)), n: pos}
	w.in.Reset(w.read)
}

// here is the offset of the next compressed byte.
func (w *walker) here() int64 { return w.read.n - int64(w.in.Buffered()) }

// damaged turns what went wrong with the bytes at pos into an ErrDamaged. A
// file that could not be read is another matter and stays what it is.
func (w *walker) damaged(err error) error {
	if unread := new(fs.PathError); errors.As(err, &unread) {
		return err
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return &damage{file: w.file, offset: w.pos, cause: err}
}

// next reads the head of the record at pos. It gives io.EOF behind the last
// one. Every record must be finished before the next.
func (w *walker) next() (*Record, error) {
	if w.pos >= w.size {
		return nil, io.EOF
	}
	if err := w.zip.Reset(w.in); err != nil {
		return nil, w.damaged(err)
	}
	w.zip.Multistream(false)
	w.out.Reset(w.zip)
	start, fields, err := readHead(w.out, maxRecordHead)
	if err != nil {
		return nil, w.damaged(err)
	}
	if !strings.HasPrefix(start, "WARC/") {
		return nil, w.damaged(errors.New("no WARC version line"))
	}
	length, err := strconv.ParseInt(fields.Get(fieldContentLength), 10, 64)
	if err != nil || length < 0 {
		return nil, w.damaged(fmt.Errorf("Content-Length %q", fields.Get(fieldContentLength)))
	}
	if length > maxRecord {
		return nil, w.damaged(fmt.Errorf("%w: %d bytes", ErrTooLarge, length))
	}
	rec := &Record{Fields: fields, File: w.file, Offset: w.pos}
	w.block = &io.LimitedReader{R: w.out, N: length}
	if err := w.openPayload(rec); err != nil {
		return nil, w.damaged(err)
	}
	if rec.Type() == TypeInfo {
		w.infoID = rec.ID()
	}
	return rec, nil
}

// openPayload reads the HTTP head and sets up the payload with its hashes.
func (w *walker) openPayload(rec *Record) error {
	var block io.Reader = w.block
	w.sums = sums{}
	if w.digests {
		w.sums.block, w.sums.hasBlock = expect(rec.Fields.Get(fieldBlockDigest))
		if w.sums.hasBlock {
			block = io.TeeReader(block, w.sums.block)
		}
	}
	if rec.isHTTP() && w.block.N > 0 {
		w.message.Reset(block)
		start, fields, err := readHead(w.message, maxMessageHead)
		if err != nil {
			return fmt.Errorf("HTTP head: %w", err)
		}
		rec.HTTP = &Head{start, fields}
		block = w.message
	}
	rec.Payload = block
	if w.digests {
		w.sums.sha1, w.sums.sha256 = sha1.New(), sha256.New() //nolint:gosec // see digest.go
		rec.Payload = io.TeeReader(block, io.MultiWriter(w.sums.sha1, w.sums.sha256))
		if w.sums.payload, w.sums.hasPayload = expect(rec.Fields.Get(fieldPayloadDigest)); w.sums.hasPayload {
			rec.Payload = io.TeeReader(rec.Payload, w.sums.payload)
		}
	}
	return nil
}

// finish reads the rest of a record, checks its end and the checksum of its
// gzip member, and returns the length of the member.
func (w *walker) finish(rec *Record) (int64, error) {
	if _, err := io.Copy(io.Discard, rec.Payload); err != nil {
		return 0, w.damaged(err)
	}
	if w.block.N > 0 {
		return 0, w.damaged(fmt.Errorf("%d bytes missing", w.block.N))
	}
	var end [4]byte
	if _, err := io.ReadFull(w.out, end[:]); err != nil {
		return 0, w.damaged(err)
	}
	if string(end[:]) != "\r\n\r\n" {
		return 0, w.damaged(errors.New("no CRLF CRLF at the end"))
	}
	switch _, err := w.out.ReadByte(); {
	case err == nil:
		return 0, w.damaged(errors.New("bytes behind the record in its gzip member"))
	case err != io.EOF:
		return 0, w.damaged(err)
	}
	length := w.here() - w.pos
	w.pos += length
	return length, nil
}

// check compares the hashes of a finished record with its fields; each string
// names a field that does not agree.
func (w *walker) check(rec *Record) (wrong []string) {
	if w.sums.hasBlock && !w.sums.block.matches() {
		wrong = append(wrong, fieldBlockDigest)
	}
	// A revisit carries the digest of the payload that it stands for.
	if w.sums.hasPayload && rec.Type() != TypeRevisit && !w.sums.payload.matches() {
		wrong = append(wrong, fieldPayloadDigest)
	}
	if want := rec.Fields.Get(fieldSHA256); want != "" && want != hex.EncodeToString(w.sums.sha256.Sum(nil)) {
		wrong = append(wrong, fieldSHA256)
	}
	return wrong
}

// resync moves to the next whole-looking record behind the damaged place at
// pos. Bytes inside a damaged record may look like records, as when a WARC file
// was captured: only records that name this file's warcinfo are taken.
func (w *walker) resync() bool {
	if w.infoID == "" {
		return false
	}
	magic := []byte{0x1f, 0x8b, 0x08}
	w.seek(w.pos + 1)
	for {
		window, err := w.in.Peek(w.in.Size())
		if i := bytes.Index(window, magic); i < 0 {
			if err != nil {
				return false
			}
			w.skip(len(window) - len(magic) + 1)
			continue
		} else if i > 0 {
			w.skip(i)
			continue
		}
		if w.resyncs++; w.resyncs > maxResync {
			return false
		}
		at := w.here()
		w.seek(at)
		if rec, err := w.next(); err == nil && uuidOf(rec.Fields.Get(fieldInfoID)) == w.infoID {
			w.seek(at)
			return true
		}
		w.seek(at + 1)
	}
}

// skip drops n bytes that Peek has shown.
func (w *walker) skip(n int) {
	_, _ = w.in.Discard(n) // they are buffered: no error is possible
}
