package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"tracuu/internal/model"
)

// captureID names a capture of an article in an address.
type captureID struct {
	ID      string `path:"id" doc:"Id of the article." example:"c30347390b55c174"`
	Capture string `path:"capture" doc:"Id of a capture of the article or of one of its files." example:"0b0f1a52-6d0c-4c8e-9a53-2f7f0d1c7b11"`
}

// captureOnly names a capture alone.
type captureOnly struct {
	ID string `path:"id" doc:"Id of the capture, as answers give it: the UUID of its WARC record." example:"0b0f1a52-6d0c-4c8e-9a53-2f7f0d1c7b11"`
}

// evidence adds GET /captures/{id}, /articles/{id}/captures/{capture} and
// /articles/{id}/package.
func (r *resources) evidence() {
	read(r, operation{
		id: "capture-facts", path: v1 + "/captures/{id}", tag: "evidence", single: true,
		summary:     "What is known of a capture",
		description: "Address, time, status and SHA-256 of a response, and where its record lies in the WARC files.",
	}, func(ctx context.Context, in *captureOnly) (model.Capture, error) {
		return r.service.Capture(ctx, in.ID)
	})
	fileOf(r, operation{
		id: "capture", path: v1 + "/articles/{id}/captures/{capture}", tag: "evidence", single: true, media: "application/warc",
		summary:     "The WARC record of a capture",
		description: "The record as it stands in the archive: a gzip member that is a WARC file of its own. It never changes.",
	}, func(ctx context.Context, in *captureID, to io.Writer) (file, error) {
		return file{name: in.Capture + ".warc.gz", immutable: true}, r.service.Record(ctx, in.ID, in.Capture, to)
	})
	fileOf(r, operation{
		id: "package", path: v1 + "/articles/{id}/package", tag: "evidence", single: true, media: "application/wacz",
		summary:     "An article as a package of evidence",
		description: "A WACZ file with all captures of the article and its files, which anybody can verify without this service.",
	}, func(ctx context.Context, in *articleID, to io.Writer) (file, error) {
		return file{name: in.ID + ".wacz"}, r.service.Package(ctx, in.ID, to)
	})
}

// file is what is told of a file beside its bytes.
type file struct {
	name      string
	immutable bool
}

// fileOf adds a route that answers with a file. It is made before the first byte
// is sent, so that what fails is told as a problem and nobody keeps half a proof.
func fileOf[I any](r *resources, op operation, write func(ctx context.Context, in *I, to io.Writer) (file, error)) {
	huma.Register(r.api, op.huma(http.MethodGet), func(ctx context.Context, in *I) (*huma.StreamResponse, error) {
		made, err := os.CreateTemp("", "tracuu-*")
		if err != nil {
			return nil, problemOf(err, "path", nothing)
		}
		told, err := write(ctx, in, made)
		if err != nil {
			return nil, problemOf(errors.Join(err, discard(made)), "path", nothing)
		}
		return &huma.StreamResponse{Body: func(ctx huma.Context) {
			c := humagin.Unwrap(ctx)
			c.Header("Content-Type", op.media)
			c.Header("Content-Disposition", `attachment; filename="`+told.name+`"`)
			c.Header("Cache-Control", "no-store")
			if told.immutable {
				c.Header("ETag", `"`+told.name+`"`)
				c.Header("Cache-Control", "public, max-age=31536000, immutable")
			}
			http.ServeContent(c.Writer, c.Request, told.name, time.Time{}, made)
			if err := discard(made); err != nil {
				_ = c.Error(err) // for the request log; it never fails
			}
		}}, nil
	})
}

func discard(f *os.File) error { return errors.Join(f.Close(), os.Remove(f.Name())) }

func nothing(string) string { return "" }
