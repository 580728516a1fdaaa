package archive

import (
	"context"
	"encoding/hex"
	"iter"
	"os"

	"tracuu/internal/model"
)

// Captures walks the responses and resources of a WARC file, each as the
// capture that Reader.Read takes. Damaged places are yielded as errors, as by
// Scan. A revisit has no body of its own and so no digest; those of others,
// which do not say where the body is, are left out.
func Captures(ctx context.Context, path string) iter.Seq2[model.Capture, error] {
	return func(yield func(model.Capture, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(model.Capture{}, err)
			return
		}
		defer func() { _ = f.Close() }() // only read from
		info, err := f.Stat()
		if err != nil {
			yield(model.Capture{}, err)
			return
		}
		w := newWalker(f, 0, info.Size(), sealedName(path))
		w.digests = true
		goesOn := true
		w.walk(ctx, func(_ *Record, err error) bool {
			if err != nil && goesOn {
				goesOn = yield(model.Capture{}, err)
			}
			return goesOn
		}, func(rec *Record, length int64) {
			if _, ours := referred(rec); goesOn && isIndexed(rec) && (ours || rec.Type() != TypeRevisit) {
				goesOn = yield(w.capture(rec, length), nil)
			}
		})
	}
}

// capture describes a record that was read to its end with digests.
func (w *walker) capture(rec *Record, length int64) model.Capture {
	e := entryOf(rec, length)
	if rec.Type() == TypeResource {
		e.Status = statusOfResource
	}
	c := model.Capture{
		ID: rec.ID(), URL: e.URL, Time: e.Time, Status: e.Status, MediaType: e.MIME,
		SHA256: hex.EncodeToString(w.sums.sha256.Sum(nil)), File: e.File, Offset: e.Offset, Length: length,
	}
	if rec.Type() == TypeRevisit {
		c.SHA256 = ""
	}
	return c
}
