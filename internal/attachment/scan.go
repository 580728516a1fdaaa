package attachment

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// When a page counts as the picture of a page.
const (
	// fewLetters: a page with more has a text layer. The stamps of signatures
	// and of incoming mail on a scan have up to about 150.
	fewLetters = 200
	// pictureShare of the page is covered by images and forms on a scan, which
	// may come in strips.
	pictureShare = 0.5
	// manyPaths without letters: the text was turned into curves.
	manyPaths = 300
	// maxObjects of a page are looked at.
	maxObjects = 2000
)

// isPicture reports whether a page with few letters is a scan, or its text is
// drawn as curves.
func (d *pdfDoc) isPicture(page requests.Page, index int) (bool, error) {
	size, err := d.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.doc, Index: index})
	if err != nil {
		return false, err
	}
	count, err := d.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return false, err
	}
	covered, paths := 0.0, 0
	for i := range min(count.Count, maxObjects) {
		object, err := d.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return false, err
		}
		kind, err := d.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return false, err
		}
		switch kind.Type {
		case enums.FPDF_PAGEOBJ_PATH:
			paths++
		case enums.FPDF_PAGEOBJ_IMAGE, enums.FPDF_PAGEOBJ_FORM, enums.FPDF_PAGEOBJ_SHADING:
			box, err := d.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject})
			if err != nil {
				continue // an object without extent covers nothing
			}
			covered += float64(box.Right-box.Left) * float64(box.Top-box.Bottom)
		}
	}
	return covered > pictureShare*size.Width*size.Height || paths > manyPaths, nil
}
