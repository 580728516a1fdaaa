package attachment

import (
	"math"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// touching: letters closer than this share of their height stand in one word.
const touching = 0.12

// joinBroken takes out the line ends that PDFium puts into words where the
// font changes in text that is turned: between letters that touch. Characters
// of the layer are counted as the runes of text.
func (d *pdfDoc) joinBroken(layer references.FPDF_TEXTPAGE, text string) string {
	runes := []rune(text)
	var b strings.Builder
	for i := 0; i < len(runes); i++ {
		if i > 0 && i+2 < len(runes) && runes[i] == '\r' && runes[i+1] == '\n' &&
			unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+2]) && d.touch(layer, i-1, i+2) {
			i++
			continue
		}
		b.WriteRune(runes[i])
	}
	return b.String()
}

// touch tells whether the second character follows the first without a gap, in
// the direction in which the first one is written.
func (d *pdfDoc) touch(layer references.FPDF_TEXTPAGE, first, second int) bool {
	a, err := d.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: layer, Index: first})
	if err != nil {
		return false
	}
	b, err := d.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: layer, Index: second})
	if err != nil {
		return false
	}
	angle, err := d.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: layer, Index: first})
	if err != nil {
		return false
	}
	if math.Abs(math.Sin(float64(angle.CharAngle))) > 0.7 {
		return follows(turned(a.Rect), turned(b.Rect))
	}
	return follows(a.Rect, b.Rect)
}

// turned exchanges the axes.
func turned(r structs.FPDF_FS_RECTF) structs.FPDF_FS_RECTF {
	return structs.FPDF_FS_RECTF{Left: r.Bottom, Right: r.Top, Bottom: r.Left, Top: r.Right}
}

// follows tells whether boxes stand side by side, in either order, on one line.
func follows(a, b structs.FPDF_FS_RECTF) bool {
	height := min(a.Top-a.Bottom, b.Top-b.Bottom)
	overlap := min(a.Top, b.Top) - max(a.Bottom, b.Bottom)
	gap := min(math.Abs(float64(b.Left-a.Right)), math.Abs(float64(a.Left-b.Right)))
	return height > 0 && overlap > height/2 && gap < touching*float64(height)
}
