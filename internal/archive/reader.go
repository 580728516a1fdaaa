package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"tracuu/internal/model"
)

// DefaultMaxBody bounds the bodies that Reader.Read brings into memory.
const DefaultMaxBody = 512 << 20

// Reader reads captures back. It keeps no file open and may be used by many
// goroutines, also while a Writer of another process goes on.
type Reader struct {
	sink    Sink
	maxBody int64
}

// NewReader returns a reader of the archive in a folder.
func NewReader(dir string) *Reader { return NewReaderOf(Directory(dir)) }

// NewReaderOf returns a reader of the archive in a sink.
func NewReaderOf(sink Sink) *Reader { return &Reader{sink: sink, maxBody: DefaultMaxBody} }

// Response is a stored response, or a resource as if a server had sent it.
type Response struct {
	ID        string // UUID of the record
	URL       string
	Time      time.Time
	Status    int
	Header    http.Header // as stored, see Exchange.Body for what was changed
	Body      []byte      // chunks joined, content encoding untouched
	Truncated string      // why Body is cut, or ""
}

// Read returns the response of a capture and checks that it is the one that
// was recorded: its id, and the SHA-256 of its body, when the capture has
// them. ErrNotFound, ErrDamaged and ErrTooLarge tell what is wrong.
func (r *Reader) Read(ctx context.Context, c model.Capture) (Response, error) {
	return r.read(ctx, c, true)
}

// read reads a capture; a revisit only where it may be one, so that records of
// others cannot lead in circles.
func (r *Reader) read(ctx context.Context, c model.Capture, revisits bool) (_ Response, err error) {
	if err := ctx.Err(); err != nil {
		return Response{}, err
	}
	f, size, err := r.open(c)
	if err != nil {
		return Response{}, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()

	w := newWalker(f, c.Offset, size, c.File)
	rec, err := w.next()
	if err != nil {
		return Response{}, err
	}
	if got := rec.ID(); c.ID != "" && got != c.ID {
		return Response{}, w.damaged(fmt.Errorf("record %s where %s is expected", got, c.ID))
	}
	answer := Response{ID: rec.ID(), URL: rec.URL(), Time: rec.Time(), Truncated: rec.Truncated()}
	switch {
	case rec.HTTP != nil:
		answer.Status, answer.Header = rec.HTTP.Status(), rec.HTTP.Header()
	case rec.Type() == TypeResource || rec.Type() == TypeConversion:
		answer.Status = statusOfResource
		answer.Header = http.Header{fieldContentType: {rec.Fields.Get(fieldContentType)}}
	default:
		return Response{}, w.damaged(fmt.Errorf("a %s record without an HTTP message", rec.Type()))
	}
	if of, ok := referred(rec); ok {
		if !revisits {
			return Response{}, w.damaged(errors.New("a revisit of a revisit"))
		}
		return r.revisited(ctx, answer, of, c)
	}
	body, err := io.ReadAll(io.LimitReader(rec.Payload, r.maxBody+1))
	if err != nil {
		return Response{}, w.damaged(err)
	}
	if int64(len(body)) > r.maxBody {
		return Response{}, fmt.Errorf("%s: %w (quá %d MB)", c.URL, ErrTooLarge, r.maxBody>>20)
	}
	if _, err := w.finish(rec); err != nil {
		return Response{}, err
	}
	sum := sha256.Sum256(body)
	if c.SHA256 != "" && hex.EncodeToString(sum[:]) != c.SHA256 {
		return Response{}, w.damaged(errors.New("SHA-256 of the body differs"))
	}
	answer.Body = dechunked(answer.Header, body)
	return answer, nil
}

// revisited completes the answer of a revisit with the body that it refers to.
// A 304 changed nothing, so the answer of before stands, with its header.
func (r *Reader) revisited(ctx context.Context, answer Response, of, c model.Capture) (Response, error) {
	if answer.Status != http.StatusNotModified {
		of.SHA256 = c.SHA256
	}
	kept, err := r.read(ctx, of, false)
	if err != nil {
		return Response{}, fmt.Errorf("bản chụp mà %s dẫn tới: %w", answer.ID, err)
	}
	answer.Body = kept.Body
	if answer.Status == http.StatusNotModified {
		answer.Header = kept.Header
	}
	return answer, nil
}

// Raw copies the record of a capture as it stands, a gzip member that is a
// WARC file of its own, for people who keep it as evidence.
func (r *Reader) Raw(c model.Capture, to io.Writer) (err error) {
	f, size, err := r.open(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = io.Copy(to, io.NewSectionReader(f, c.Offset, size-c.Offset))
	return err
}

// open opens the file of a capture, sealed or not, and returns where the
// capture ends in it.
func (r *Reader) open(c model.Capture) (Source, int64, error) {
	if c.File != filepath.Base(c.File) || c.File == "." || c.File == ".." || c.Offset < 0 || c.Length < 0 {
		return nil, 0, fmt.Errorf("%q: %w", c.File, ErrNotFound)
	}
	f, err := r.sink.Open(c.File)
	if err != nil {
		return nil, 0, err
	}
	size, err := f.Size()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	if c.Length > 0 {
		size = min(size, c.Offset+c.Length)
	}
	if c.Offset >= size {
		return nil, 0, errors.Join(fmt.Errorf("%s, byte %d: %w", c.File, c.Offset, ErrNotFound), f.Close())
	}
	return f, size, nil
}

// Scan walks the records of a WARC file (gzip members, as this package and
// most others write them). A damaged place is yielded as an error with a nil
// record; the walk goes on behind it when a whole record is found there.
func Scan(ctx context.Context, path string) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer func() { _ = f.Close() }() // only read from
		info, err := f.Stat()
		if err != nil {
			yield(nil, err)
			return
		}
		w := newWalker(f, 0, info.Size(), sealedName(path))
		w.walk(ctx, yield, nil)
	}
}

// walk yields each record or damaged place and, when done is not nil, tells it
// of each record that was whole to its end, with the length of its member.
func (w *walker) walk(ctx context.Context, yield func(*Record, error) bool, done func(*Record, int64)) {
	for {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		rec, err := w.next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err == nil {
			if !yield(rec, nil) {
				return
			}
			var length int64
			if length, err = w.finish(rec); err == nil {
				if done != nil {
					done(rec, length)
				}
				continue
			}
		}
		d := new(damage)
		goesOn := errors.As(err, &d) && w.resync()
		d.tail = !goesOn
		if !yield(nil, err) || !goesOn {
			return
		}
	}
}
