package archive

import (
	"crypto/sha1" //nolint:gosec // see digest.go
	"io"
	"strconv"
	"time"

	"github.com/google/uuid"
)

// The record types that are written or read here.
const (
	TypeInfo       = "warcinfo"
	TypeRequest    = "request"
	TypeResponse   = "response"
	TypeRevisit    = "revisit"
	TypeMetadata   = "metadata"
	TypeResource   = "resource"
	TypeConversion = "conversion"
)

// dateLayout is WARC-Date in UTC; WARC 1.1 allows fractions of a second.
const dateLayout = "2006-01-02T15:04:05.000Z"

const version = "WARC/1.1"

// draft is a record about to be written. Its block is head + payload.
type draft struct {
	kind    string
	id      string // UUID
	time    time.Time
	media   string // Content-Type of the block
	head    []byte
	payload []byte
	fields  Fields // between the fields that all records have and the digests
	// hasPayload: the block has a payload apart from its head, so that a
	// payload digest says something.
	hasPayload bool
	bare       bool // the payload is digested and not written: it lies elsewhere
}

func newDraft(kind string, at time.Time, media string) draft {
	return draft{kind: kind, id: uuid.NewString(), time: at, media: media}
}

// urn is a record's id as fields carry it.
func urn(id string) string { return "<urn:uuid:" + id + ">" }

// digests returns the digests of the block and of the payload.
func (d *draft) digests() (block, payload string) {
	h := sha1.New() //nolint:gosec // see digest.go
	h.Write(d.head)
	if !d.bare {
		h.Write(d.payload)
	}
	block = labelled(h)
	h.Reset()
	h.Write(d.payload)
	return block, labelled(h)
}

// writeTo writes the record, uncompressed, and returns its payload digest.
func (d *draft) writeTo(w io.Writer) (payloadDigest string, err error) {
	block, payload := d.digests()
	fields := Fields{
		{fieldType, d.kind},
		{fieldID, urn(d.id)},
		{fieldDate, d.time.Format(dateLayout)},
	}
	fields = append(fields, d.fields...)
	if d.hasPayload {
		fields = append(fields, Field{fieldPayloadDigest, payload})
	}
	written := d.payload
	if d.bare {
		written = nil
	}
	fields = append(fields,
		Field{fieldBlockDigest, block},
		Field{fieldContentType, d.media},
		Field{fieldContentLength, strconv.Itoa(len(d.head) + len(written))})

	head := fields.appendTo([]byte(version + "\r\n"))
	for _, part := range [][]byte{append(head, "\r\n"...), d.head, written, []byte("\r\n\r\n")} {
		if _, err := w.Write(part); err != nil {
			return "", err
		}
	}
	return payload, nil
}
