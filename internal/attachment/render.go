package attachment

import (
	"context"
	"errors"
	"fmt"
	"image"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"tracuu/internal/attachment/ocr"
)

const (
	// scanDPI: 300 and 400 read no better and cost two and four times as much.
	scanDPI = 200
	// maxPixels of a rendered page: A2 at scanDPI.
	maxPixels     = 16 << 20
	leastDPI      = 20
	pointsPerInch = 72
)

// Render draws a page of a PDF file, counted from 1, at 200 dots an inch, or
// less when the page is larger than A2.
func (r *Reader) Render(ctx context.Context, body []byte, page int) (ocr.Page, error) {
	if r.workers != nil {
		a, err := r.workers.ask(ctx, request{Body: body, Render: page}, r.opts.Timeout)
		if err == nil {
			err = a.failure()
		}
		return a.Picture, r.unlessNil(ctx, err)
	}
	if err := r.pdf.start(ctx); err != nil {
		return ocr.Page{}, err
	}
	var drawn ocr.Page
	err := recovered(func() error {
		return r.pdf.with(ctx, r.opts.Timeout, func(_ context.Context, instance pdfium.Pdfium) (err error) {
			drawn, err = render(instance, body, page)
			return err
		})
	})
	return drawn, r.unlessNil(ctx, err)
}

// unlessNil names what went wrong with a PDF file.
func (r *Reader) unlessNil(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	return r.failure(ctx, format{typePDF, "PDF", readerPDF}, err)
}

func render(instance pdfium.Pdfium, body []byte, number int) (_ ocr.Page, err error) {
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &body})
	if err != nil {
		return ocr.Page{}, err
	}
	size, err := instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: opened.Document, Index: number - 1})
	if err != nil {
		return ocr.Page{}, err
	}
	dpi := scanDPI
	for dpi > leastDPI && size.Width*size.Height*float64(dpi*dpi) > maxPixels*pointsPerInch*pointsPerInch {
		dpi = dpi * 3 / 4
	}
	if dpi <= leastDPI {
		return ocr.Page{}, fmt.Errorf("%w: page of %.0f by %.0f points", ErrTooLarge, size.Width, size.Height)
	}
	drawn, err := instance.RenderPageInDPI(&requests.RenderPageInDPI{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: opened.Document, Index: number - 1}},
		DPI:  dpi, ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return ocr.Page{}, err
	}
	defer drawn.Cleanup()
	gray, ok := drawn.Result.RenderedImage.(*image.Gray)
	if !ok {
		return ocr.Page{}, errors.New("page is not drawn in gray")
	}
	p := ocr.Page{Width: gray.Rect.Dx(), Height: gray.Rect.Dy()}
	p.Gray = make([]byte, 0, p.Width*p.Height)
	for y := range p.Height {
		p.Gray = append(p.Gray, gray.Pix[y*gray.Stride:][:p.Width]...)
	}
	return p, nil
}
