package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"tracuu/internal/model"
)

// Conversion is another form of what a record holds: the page that a browser
// made of a response. (WARC 1.1, section 6.8)
type Conversion struct {
	Of        model.Capture // the response
	Time      time.Time     // when it was made; zero: the writer's clock
	MediaType string
	Body      []byte
	About     Fields // how it was made, for a metadata record
}

// WriteConversion appends a conversion. Its capture is read like that of a
// resource and stands in no index: readers of the archive replay the response.
// The promises are those of WriteExchange.
func (w *Writer) WriteConversion(ctx context.Context, c Conversion) (model.Capture, error) {
	if err := ctx.Err(); err != nil {
		return model.Capture{}, err
	}
	return w.put(c.Of.URL, func() (model.Capture, []draft) {
		sum := sha256.Sum256(c.Body)
		made := newDraft(TypeConversion, w.moment(c.Time), oneLine(c.MediaType))
		capture := model.Capture{
			ID: made.id, URL: c.Of.URL, Time: made.time, Status: statusOfResource, MediaType: made.media, SHA256: hex.EncodeToString(sum[:]),
		}
		made.payload, made.hasPayload = c.Body, true
		made.fields = Fields{
			{fieldURI, c.Of.URL}, {fieldInfoID, urn(w.out.infoID)}, {"WARC-Refers-To", urn(c.Of.ID)}, {fieldSHA256, capture.SHA256},
		}
		return capture, append([]draft{made}, w.about(c.Of.URL, made.id, c.About)...)
	})
}

// WriteConversion writes a conversion like Writer.WriteConversion.
func (r Revisits) WriteConversion(ctx context.Context, c Conversion) (model.Capture, error) {
	return r.Writer.WriteConversion(ctx, c)
}
