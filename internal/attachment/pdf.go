package attachment

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPages bounds how many pages of a file are read.
const maxPages = 5000

// pdfDoc is an open PDF file.
type pdfDoc struct {
	pdfium.Pdfium
	doc references.FPDF_DOCUMENT
}

// readPDF reads the text layer page by page. When no page has one, and one at
// least is an image of a page, the error is ErrScan.
func readPDF(ctx context.Context, instance pdfium.Pdfium, body []byte, out *pages) error {
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &body})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return fmt.Errorf("%w: %w", ErrEncrypted, err)
	case err != nil:
		return err
	}
	d := pdfDoc{instance, opened.Document}
	count, err := d.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.doc})
	if err != nil {
		return err
	}
	read := 0
	for i := range min(count.PageCount, maxPages) {
		if err := ctx.Err(); err != nil {
			return err
		}
		text, scanned, err := d.page(i)
		switch {
		case err != nil:
			return fmt.Errorf("page %d: %w", i+1, err)
		case scanned:
			out.addScan()
			continue
		case text != "":
			read++
		}
		if err := out.add(text); err != nil {
			return unlessFull(err)
		}
	}
	out.full = out.full || count.PageCount > maxPages
	if read == 0 && len(out.scanned) > 0 {
		return &Failure{Kind: ErrScan, Reason: scanReason}
	}
	return nil
}

// page returns the text of a page, counted from 0, or that it is a scan.
func (d *pdfDoc) page(i int) (text string, scanned bool, err error) {
	page, err := d.load(i)
	if err != nil {
		return "", false, err
	}
	defer func() { err = errors.Join(err, d.unload(page)) }()
	if text, err = d.text(page); err != nil {
		return "", false, err
	}
	if letters(text) < fewLetters {
		if scanned, err = d.isPicture(page, i); scanned || err != nil {
			return "", scanned, err
		}
	}
	stamped, err := d.flatten(page)
	if err != nil || !stamped {
		return text, false, err
	}
	// What was flattened shows when the page is loaded again.
	again, err := d.load(i)
	if err != nil {
		return "", false, err
	}
	defer func() { err = errors.Join(err, d.unload(again)) }()
	text, err = d.text(again)
	return text, false, err
}

func (d *pdfDoc) load(i int) (requests.Page, error) {
	loaded, err := d.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.doc, Index: i})
	if err != nil {
		return requests.Page{}, err
	}
	return requests.Page{ByReference: &loaded.Page}, nil
}

func (d *pdfDoc) unload(page requests.Page) error {
	_, err := d.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: *page.ByReference})
	return err
}

// text returns the text layer of a page.
func (d *pdfDoc) text(page requests.Page) (_ string, err error) {
	layer, err := d.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return "", err
	}
	defer func() {
		_, closing := d.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: layer.TextPage})
		err = errors.Join(err, closing)
	}()
	chars, err := d.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: layer.TextPage})
	if err != nil || chars.Count <= 0 {
		return "", err
	}
	got, err := d.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: layer.TextPage, Count: chars.Count})
	if err != nil {
		return "", err
	}
	text := strings.TrimRight(got.Text, "\x00")
	return hyphens.Replace(d.joinBroken(layer.TextPage, text)), nil
}

// hyphens gives back the hyphen at a line's end, which PDFium takes for a
// broken word. Vietnamese breaks no words: it belongs to a number, as in
// "68-\nKH/HU".
var hyphens = strings.NewReplacer("\x02", "-", "\uFFFE", "-", "\u00AD", "-")

// flatten makes annotations, as the stamps of digital signatures, part of the
// page. It reports whether there was any.
func (d *pdfDoc) flatten(page requests.Page) (bool, error) {
	annotations, err := d.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil || annotations.Count == 0 {
		return false, err
	}
	const success = 1 // FLATTEN_SUCCESS
	done, err := d.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: page, Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
	if err != nil {
		return false, nil //nolint:nilerr // the text without the stamps is better than none
	}
	return done.Result == success, nil
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
