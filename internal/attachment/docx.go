package attachment

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Bounds of a DOCX file.
const (
	maxParts     = 10_000
	maxPartBytes = 64 << 20
	maxXMLDepth  = 1000
)

// readDOCX reads paragraphs and tables in their order.
func readDOCX(ctx context.Context, body []byte, out *pages) error {
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return err
	}
	if len(archive.File) > maxParts {
		return fmt.Errorf("%w: %d parts", ErrTooLarge, len(archive.File))
	}
	text, err := partText(ctx, archive, mainPart(archive), maxPartBytes, out.limit)
	if err != nil {
		return err
	}
	return unlessFull(out.add(text))
}

// mainPart finds the document through the package relations; it is
// word/document.xml in most files.
func mainPart(archive *zip.Reader) string {
	const usual = "word/document.xml"
	f, err := archive.Open("_rels/.rels")
	if err != nil {
		return usual
	}
	defer func() { _ = f.Close() }() // only read from
	var rels struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	if err := xml.NewDecoder(io.LimitReader(f, 1<<20)).Decode(&rels); err != nil {
		return usual
	}
	for _, r := range rels.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			return strings.TrimPrefix(path.Clean(r.Target), "/")
		}
	}
	return usual
}

// partText reads one part of the package, of at most maxBytes, as
// WordprocessingML until limit bytes of text.
func partText(ctx context.Context, archive *zip.Reader, name string, maxBytes int64, limit int) (_ string, err error) {
	f, err := archive.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	limited := &io.LimitedReader{R: f, N: maxBytes}
	d := &docxText{limit: limit}
	decoder := xml.NewDecoder(limited)
	for n := 0; ; n++ {
		if n%1000 == 0 && ctx.Err() != nil {
			return "", ctx.Err()
		}
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && limited.N > 0 {
			break
		}
		if limited.N <= 0 || d.depth > maxXMLDepth {
			return "", fmt.Errorf("%w: %s", ErrTooLarge, name)
		}
		if err != nil {
			return "", err
		}
		if d.token(token); d.body.Len() > limit {
			break
		}
	}
	return d.body.String(), nil
}
