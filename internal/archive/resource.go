package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"tracuu/internal/model"
)

// Resource is content that did not come as the answer of a server: a page that
// somebody saved, rows of a register. (WARC 1.1, section 6.4)
type Resource struct {
	URL       string    // the address it stands for, absolute
	Time      time.Time // when it was taken; zero: the writer's clock
	MediaType string
	Body      []byte
	// Origin tells where it came from, for a metadata record: the file it was
	// saved in, the tool that saved it. May be empty.
	Origin Fields
}

// statusOfResource stands in indexes and captures of resources, as readers
// replay them.
const statusOfResource = 200

// WriteResource appends a resource and, when its origin is told, a metadata
// record about it. The promises are those of WriteExchange.
func (w *Writer) WriteResource(ctx context.Context, r Resource) (model.Capture, error) {
	if err := ctx.Err(); err != nil {
		return model.Capture{}, err
	}
	if r.URL == "" || len(r.URL) > maxRecordHead/4 {
		return model.Capture{}, fmt.Errorf("an address of %d bytes cannot be archived", len(r.URL))
	}
	return w.put(r.URL, func() (model.Capture, []draft) { return w.resource(r) })
}

// resource makes the records of a resource.
func (w *Writer) resource(r Resource) (model.Capture, []draft) {
	at, uri := w.moment(r.Time), targetURI(r.URL)
	sum := sha256.Sum256(r.Body)
	capture := model.Capture{
		URL: uri, Time: at, Status: statusOfResource, MediaType: oneLine(r.MediaType), SHA256: hex.EncodeToString(sum[:]),
	}
	resource := newDraft(TypeResource, at, capture.MediaType)
	resource.payload, resource.hasPayload = r.Body, true
	resource.fields = Fields{{fieldURI, uri}, {fieldInfoID, urn(w.out.infoID)}, {fieldSHA256, capture.SHA256}}
	capture.ID = resource.id
	return capture, append([]draft{resource}, w.about(uri, resource.id, r.Origin)...)
}
