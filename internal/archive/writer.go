package archive

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"

	"tracuu/internal/model"

	"github.com/klauspost/compress/gzip"
)

// Options of a Writer. The zero value is good but for Software and UserAgent.
type Options struct {
	MaxSize   int64  // a file is sealed when it has grown to this; 0 means 1 GB
	Software  string // for warcinfo: "tracuu/0.1"
	Operator  string // for warcinfo: who collects, how to reach them
	UserAgent string // for warcinfo: as sent to servers
	// Clock names files and dates exchanges without a time; nil means time.Now.
	Clock func() time.Time
	// Sync forces each exchange to the disk before WriteExchange returns, so
	// that it outlives a loss of power. Without it, it outlives the process.
	Sync bool
}

const defaultMaxSize = 1 << 30

// Writer appends exchanges to the archive. It may be used by many goroutines.
type Writer struct {
	sink Sink
	opts Options

	mu     sync.Mutex
	out    *output // nil before the first exchange and after a sealed file
	serial int
	closed bool
	failed error // the disk did not keep what it took
}

// Open makes the folder when it is missing, recovers and seals what a crashed
// run left open (its half-written last record is cut off, nothing else), and
// returns a writer. Files are made when there is something to write.
func Open(dir string, opts Options) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, fmt.Errorf("không tạo được thư mục kho lưu %s: %w", dir, named(err))
	}
	return OpenSink(Directory(dir), opts)
}

// OpenSink opens an archive wherever it lies, as Open opens one in a folder.
func OpenSink(sink Sink, opts Options) (*Writer, error) {
	if opts.MaxSize <= 0 {
		opts.MaxSize = defaultMaxSize
	}
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	if err := sink.Recover(); err != nil {
		return nil, err
	}
	return &Writer{sink: sink, opts: opts}, nil
}

// WriteExchange appends a response and, when there is one, its request. When
// it returns, the bytes are with the operating system (on the disk with
// Options.Sync) and the capture can be read. After an error nothing of the
// exchange is left in the file; a full disk gives ErrFull. When the disk fails
// to keep what it took, the writer takes nothing more.
func (w *Writer) WriteExchange(ctx context.Context, e Exchange) (model.Capture, error) {
	if err := errors.Join(ctx.Err(), e.check()); err != nil {
		return model.Capture{}, err
	}
	return w.put(e.URL, func() (model.Capture, []draft) { return w.exchange(e) })
}

// put appends the records that make draws up once there is a file for them;
// the first of them is the capture's.
func (w *Writer) put(url string, records func() (model.Capture, []draft)) (model.Capture, error) {
	capture, out, size, err := w.append(url, records)
	if err != nil || !w.opts.Sync {
		return capture, err
	}
	if err := out.syncTo(size); err != nil {
		err = fmt.Errorf("không ghi chắc được %s vào %s: %w", url, out.name, named(err))
		w.mu.Lock()
		defer w.mu.Unlock()
		w.failed = err
		return model.Capture{}, err
	}
	return capture, nil
}

// append writes the records and tells the file and how long it is with them.
func (w *Writer) append(url string, records func() (model.Capture, []draft)) (_ model.Capture, _ *output, size int64, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.closed:
		return model.Capture{}, nil, 0, ErrClosed
	case w.failed != nil:
		return model.Capture{}, nil, 0, w.failed
	}
	if err := w.rotate(); err != nil {
		return model.Capture{}, nil, 0, err
	}
	capture, drafts := records()
	places, err := w.out.write(drafts)
	if err != nil {
		err = fmt.Errorf("không ghi được %s vào %s: %w", url, w.out.name, named(err))
		if back := w.out.rollBack(); back != nil {
			// The file cannot be made whole again here; the next Open does it.
			err = errors.Join(err, back, w.out.abandon())
			w.out = nil
		}
		return model.Capture{}, nil, 0, err
	}
	capture.File, capture.Offset, capture.Length = w.out.name, places[0].offset, places[0].length
	if !hasLine(drafts[0].kind) {
		return capture, w.out, w.out.size, nil
	}
	digest := places[0].payload
	if !drafts[0].hasPayload { // a 304: no body, nothing to be told apart by
		digest = ""
	}
	w.out.index = append(w.out.index, indexLine(indexEntry{
		URL: capture.URL, Time: capture.Time, MIME: indexedMedia(drafts[0].kind, capture.MediaType),
		Status: indexedStatus(drafts[0].kind, capture.Status),
		Digest: digest, Offset: capture.Offset, Length: capture.Length, File: capture.File, posted: postedIn(drafts),
	}))
	return capture, w.out, w.out.size, nil
}

// postedIn tells what the request among the records sent.
func postedIn(drafts []draft) posted {
	for i := range drafts {
		if d := &drafts[i]; d.kind == TypeRequest {
			start, fields, err := readHead(bufio.NewReader(bytes.NewReader(d.head)), maxMessageHead)
			if err != nil {
				return posted{}
			}
			return postedBy(start, fields.Get(fieldContentType), d.payload[:min(len(d.payload), maxPosted)])
		}
	}
	return posted{}
}

// moment is a time as WARC-Date holds it; the clock's for the zero time.
func (w *Writer) moment(t time.Time) time.Time {
	if t.IsZero() {
		t = w.opts.Clock()
	}
	return t.UTC().Truncate(time.Millisecond)
}

// rotate sees to it that there is a file with room in it.
func (w *Writer) rotate() error {
	if w.out != nil && w.out.size >= w.opts.MaxSize {
		out := w.out
		w.out = nil
		if err := out.seal(); err != nil {
			return fmt.Errorf("không khép được tệp %s: %w", out.name, named(err))
		}
	}
	if w.out != nil {
		return nil
	}
	out, err := w.newOutput()
	if err != nil {
		return fmt.Errorf("không mở được tệp WARC mới trong kho lưu: %w", named(err))
	}
	w.out = out
	return nil
}

// exchange makes the records of an exchange.
func (w *Writer) exchange(e Exchange) (model.Capture, []draft) {
	at, uri := w.moment(e.Time), targetURI(e.URL)
	sum := sha256.Sum256(e.Body)
	capture := model.Capture{
		URL: uri, Time: at, Status: e.statusCode(),
		MediaType: e.Header.Get("Content-Type"), SHA256: hex.EncodeToString(sum[:]),
	}
	response := newDraft(TypeResponse, at, "application/http;msgtype=response")
	response.head, response.payload, response.hasPayload = e.responseHead(), e.Body, true
	response.fields = Fields{{fieldURI, uri}, {fieldInfoID, urn(w.out.infoID)}}
	if e.Revisits != nil {
		response.kind, response.bare, response.hasPayload = TypeRevisit, true, len(e.Body) > 0
		response.fields = append(response.fields, revisitFields(capture.Status, *e.Revisits)...)
	}
	if e.IP != "" {
		response.fields = append(response.fields, Field{fieldIP, e.IP})
	}
	response.fields = append(response.fields, Field{fieldProtocol, e.protocol()})
	if e.Truncated != "" {
		response.fields = append(response.fields, Field{fieldTruncated, e.Truncated})
	}
	if !response.bare {
		response.fields = append(response.fields, Field{fieldSHA256, capture.SHA256})
	}
	capture.ID = response.id

	drafts := []draft{response}
	if len(e.Request) > 0 {
		request := newDraft(TypeRequest, at, "application/http;msgtype=request")
		request.head, request.payload = e.request()
		request.hasPayload = true
		request.fields = Fields{{fieldURI, uri}, {fieldInfoID, urn(w.out.infoID)}, {fieldConcurrent, urn(response.id)}}
		drafts = append(drafts, request)
	}
	return capture, append(drafts, w.about(uri, response.id, e.About)...)
}

// about makes the metadata record of another record; none when there is nothing
// to tell.
func (w *Writer) about(uri, id string, told Fields) []draft {
	if len(told) == 0 {
		return nil
	}
	d := newDraft(TypeMetadata, w.moment(time.Time{}), "application/warc-fields")
	d.fields = Fields{{fieldURI, uri}, {fieldInfoID, urn(w.out.infoID)}, {fieldConcurrent, urn(id)}}
	d.head = told.appendTo(nil)
	return []draft{d}
}

// newOutput makes the next file and writes its warcinfo record.
func (w *Writer) newOutput() (*output, error) {
	now := w.opts.Clock().UTC()
	out := &output{sink: w.sink}
	for {
		out.name = fmt.Sprintf("tracuu-%s-%05d%s", now.Format("20060102T150405Z"), w.serial, sealedExt)
		w.serial++
		f, err := w.sink.Create(out.name)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out.file, out.buf, out.zip = f, bufio.NewWriterSize(f, 64<<10), gzip.NewWriter(nil)
		break
	}
	info := newDraft(TypeInfo, now.Truncate(time.Millisecond), "application/warc-fields")
	info.fields = Fields{{fieldFilename, out.name}}
	about := Fields{
		{"software", w.opts.Software},
		{"operator", w.opts.Operator},
		{"http-header-user-agent", w.opts.UserAgent},
		{"format", "WARC File Format 1.1"},
		{"conformsTo", "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"},
	}
	info.head = slices.DeleteFunc(about, func(f Field) bool { return f.Value == "" }).appendTo(nil)
	out.infoID = info.id
	if _, err := out.write([]draft{info}); err != nil {
		return nil, errors.Join(err, out.abandon(), w.sink.Discard(out.name))
	}
	if w.opts.Sync {
		return out, w.sink.Sync()
	}
	return out, nil
}

// Close seals the file being written. The writer cannot be used after it.
func (w *Writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return nil
	}
	w.closed = true
	if w.out == nil {
		return nil
	}
	out := w.out
	w.out = nil
	if err := out.seal(); err != nil {
		return fmt.Errorf("không khép được tệp %s: %w", out.name, named(err))
	}
	return nil
}
