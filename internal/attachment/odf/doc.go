// Package odf reads the text of OpenDocument files (OASIS ODF 1.3): paragraphs
// and tables of texts, rows of spreadsheets.
package odf

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"tracuu/internal/attachment/flow"
)

// ErrTooLarge says that a part is larger or deeper than is read.
var ErrTooLarge = errors.New("part too large")

const (
	maxPart  = 64 << 20 // bytes of a part, unpacked
	maxDepth = 1000
	maxNames = 100_000 // styles
)

// Read returns the text of a package, pages and sheets apart by
// flow.PageBreak, until about limit bytes.
func Read(ctx context.Context, archive *zip.Reader, limit int) (string, error) {
	styles := styleSheet{fonts: map[string]string{}, styles: map[string]style{}}
	for _, part := range []string{"styles.xml", "content.xml"} {
		err := tokens(ctx, archive, part, func(t xml.Token) bool { styles.token(t); return true })
		if err != nil && part == "content.xml" {
			return "", err
		}
	}
	r := &reader{styles: styles, out: flow.New(limit)}
	err := tokens(ctx, archive, "content.xml", func(t xml.Token) bool {
		r.token(t)
		return !r.out.Full()
	})
	if err != nil {
		return "", err
	}
	return r.out.Text(), nil
}

// tokens hands the tokens of a part on, until yield has enough.
func tokens(ctx context.Context, archive *zip.Reader, part string, yield func(xml.Token) bool) (err error) {
	f, err := archive.Open(part)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	limited := &io.LimitedReader{R: f, N: maxPart}
	decoder := xml.NewDecoder(limited)
	depth := 0
	for n := 0; ; n++ {
		if n%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		t, err := decoder.Token()
		switch {
		case limited.N <= 0 || depth > maxDepth:
			return fmt.Errorf("%w: %s", ErrTooLarge, part)
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", part, err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if !yield(t) {
			return nil
		}
	}
}

// attribute gives the value of an attribute by its local name.
func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
