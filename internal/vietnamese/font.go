package vietnamese

import (
	"regexp"
	"strings"
)

// FontEncoding is how a font of before Unicode encodes its letters.
type FontEncoding int

// The encodings that fonts tell by their names.
const (
	FontUnicode   FontEncoding = iota // all other fonts
	FontTCVN3                         // .VnTime and its kin
	FontTCVN3Caps                     // .VnTimeH: small letters look like capitals
	FontVNI                           // VNI-Times and its kin
)

var (
	tcvn3Font = regexp.MustCompile(`^\.?Vn[A-Z]`)
	vniFont   = regexp.MustCompile(`(?i)^VNI[- ]`)
)

// EncodingOfFont tells the encoding by the name of a font.
func EncodingOfFont(name string) FontEncoding {
	switch {
	case vniFont.MatchString(name):
		return FontVNI
	case !tcvn3Font.MatchString(name):
		return FontUnicode
	case strings.HasSuffix(name, "H"):
		return FontTCVN3Caps
	}
	return FontTCVN3
}

// Decode writes text that was set in such a font in Unicode. Text that has
// letters beyond Latin-1 was typed in Unicode, whatever its font, and stays.
func (e FontEncoding) Decode(s string) string {
	if e == FontUnicode || hasModern(s) {
		return s
	}
	switch e {
	case FontVNI:
		return fromVNI(s)
	case FontTCVN3Caps:
		return strings.ToUpper(fromTCVN3(s))
	}
	return fromTCVN3(s)
}
