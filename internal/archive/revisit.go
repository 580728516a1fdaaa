package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/model"
)

// Profiles of revisit records (WARC 1.1, section 6.7.2).
const (
	profileSame        = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	profileNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
)

// fieldPlace is an extension: where the record is that a revisit refers to, so
// that it is found without an index.
const fieldPlace = "X-Refers-To-Place"

// Revisits writes exchanges whose body is kept already, or that say that
// nothing has changed, as revisit records: the answer and its time are
// evidence, the body is not kept twice.
type Revisits struct {
	Writer *Writer
	// Earlier lists the captures of an address, newest first.
	Earlier func(ctx context.Context, url string) ([]model.Capture, error)
}

// WriteExchange writes an exchange like Writer.WriteExchange.
func (r Revisits) WriteExchange(ctx context.Context, e Exchange) (model.Capture, error) {
	if e.Revisits == nil && e.Truncated == "" {
		earlier, err := r.Earlier(ctx, targetURI(e.URL))
		if err != nil {
			return model.Capture{}, fmt.Errorf("bản chụp trước của %s: %w", e.URL, err)
		}
		e.Revisits = e.revisited(earlier)
	}
	return r.Writer.WriteExchange(ctx, e)
}

// revisited finds the capture that an exchange repeats, nil when it brings
// something new. Of captures with one body the oldest has it; the others may be
// revisits themselves.
func (e *Exchange) revisited(earlier []model.Capture) *model.Capture {
	var digest string
	switch code := e.statusCode(); {
	case code == http.StatusOK && len(e.Body) > 0:
		sum := sha256.Sum256(e.Body)
		digest = hex.EncodeToString(sum[:])
	case code == http.StatusNotModified && len(e.Body) == 0:
		i := slices.IndexFunc(earlier, func(c model.Capture) bool { return c.Status == http.StatusOK })
		if i < 0 {
			return nil
		}
		digest = earlier[i].SHA256
	default:
		return nil
	}
	for _, c := range slices.Backward(earlier) {
		if c.Status == http.StatusOK && c.SHA256 == digest {
			return &c
		}
	}
	return nil
}

// revisitFields tell which capture a record stands for.
func revisitFields(status int, c model.Capture) Fields {
	profile := profileSame
	if status == http.StatusNotModified {
		profile = profileNotModified
	}
	return Fields{
		{"WARC-Profile", profile},
		{"WARC-Refers-To", urn(c.ID)},
		{"WARC-Refers-To-Target-URI", c.URL},
		{"WARC-Refers-To-Date", c.Time.UTC().Format(dateLayout)},
		{fieldPlace, fmt.Sprintf("%s %d %d", c.File, c.Offset, c.Length)},
	}
}

// referred is the capture that a revisit stands for; ok is false for a revisit
// of others, which does not say where that is.
func referred(rec *Record) (c model.Capture, ok bool) {
	parts := strings.Fields(rec.Fields.Get(fieldPlace))
	if rec.Type() != TypeRevisit || len(parts) != 3 {
		return c, false
	}
	var err error
	if c.Offset, err = strconv.ParseInt(parts[1], 10, 64); err != nil {
		return c, false
	}
	if c.Length, err = strconv.ParseInt(parts[2], 10, 64); err != nil {
		return c, false
	}
	c.File, c.ID = parts[0], uuidOf(rec.Fields.Get("WARC-Refers-To"))
	c.URL = rec.Fields.Get("WARC-Refers-To-Target-URI")
	return c, true
}
