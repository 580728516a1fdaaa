package attachment

import (
	"archive/zip"
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
	archive, err := openZIP(body)
	if err != nil {
		return err
	}
	text, err := partText(ctx, archive, mainPart(archive), maxPartBytes, out.limit)
	if err != nil {
		return err
	}
	return out.addBroken(text)
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
func partText(ctx context.Context, archive *zip.Reader, name string, maxBytes int64, limit int) (string, error) {
	fonts, err := readWordFonts(ctx, archive, path.Join(path.Dir(name), "styles.xml"))
	if err != nil {
		return "", err
	}
	d := &docxText{limit: limit, fonts: fonts}
	err = partTokens(ctx, archive, name, maxBytes, func(t xml.Token) bool {
		d.token(t)
		return d.body.Len() <= limit
	})
	return d.body.String(), err
}

// partTokens hands the tokens of a part on until yield has enough.
func partTokens(ctx context.Context, archive *zip.Reader, name string, maxBytes int64, yield func(xml.Token) bool) (err error) {
	f, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	limited := &io.LimitedReader{R: f, N: maxBytes}
	decoder := xml.NewDecoder(limited)
	depth := 0
	for n := 0; ; n++ {
		if n%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && limited.N > 0:
			return nil
		case limited.N <= 0 || depth > maxXMLDepth:
			return fmt.Errorf("%w: %s", ErrTooLarge, name)
		case err != nil:
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if !yield(token) {
			return nil
		}
	}
}
