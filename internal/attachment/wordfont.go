package attachment

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io/fs"
)

// wordFonts knows the fonts of the styles of a DOCX file.
type wordFonts struct {
	standard  string // of the document
	paragraph string // id of the style of paragraphs that name none
	styles    map[string]wordStyle
}

type wordStyle struct{ base, font string }

const (
	maxWordStyles = 10_000
	maxWordBases  = 16 // styles that build on each other
)

// readWordFonts reads the part of the styles; a file need not have it.
func readWordFonts(ctx context.Context, archive *zip.Reader, part string) (wordFonts, error) {
	w := wordFonts{styles: map[string]wordStyle{}}
	open, inStyle := "", false
	err := partTokens(ctx, archive, part, maxPartBytes, func(t xml.Token) bool {
		start, ok := t.(xml.StartElement)
		if !ok || !isWord(start.Name) {
			return len(w.styles) < maxWordStyles
		}
		switch start.Name.Local {
		case "style":
			open, inStyle = wordValue(start, "styleId"), true
			w.styles[open] = wordStyle{}
			if wordValue(start, "default") == "1" && wordValue(start, "type") == "paragraph" {
				w.paragraph = open
			}
		case "basedOn":
			s := w.styles[open]
			s.base = wordValue(start, "val")
			w.styles[open] = s
		case "rFonts":
			if !inStyle {
				w.standard = wordValue(start, "ascii")
				break
			}
			s := w.styles[open]
			s.font = wordValue(start, "ascii")
			w.styles[open] = s
		}
		return len(w.styles) < maxWordStyles
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w, nil
	case ctx.Err() != nil, errors.Is(err, ErrTooLarge):
		return w, err
	}
	return w, nil // text without its fonts is better than none
}

// of follows a style to its font.
func (w wordFonts) of(style string) string {
	for range maxWordBases {
		s, ok := w.styles[style]
		if !ok || s.font != "" {
			return s.font
		}
		style = s.base
	}
	return ""
}

// runLook is what the properties of the open paragraph and run say of fonts.
type runLook struct {
	paragraphStyle string
	runStyle, own  string
	properties     string // the element of properties that is open: pPr or rPr
}

// run begins a run.
func (l *runLook) run() { l.runStyle, l.own = "", "" }

// inProperties reads an element when it is a list of properties or inside one;
// nothing in it is text.
func (l *runLook) inProperties(name string, t xml.StartElement) bool {
	switch {
	case l.properties == "" && (name == "pPr" || name == "rPr"):
		l.properties = name
	case l.properties == "":
		return false
	case l.properties == "pPr" && name == "pStyle":
		l.paragraphStyle = wordValue(t, "val")
	case l.properties == "rPr" && name == "rStyle":
		l.runStyle = wordValue(t, "val")
	case l.properties == "rPr" && name == "rFonts":
		l.own = wordValue(t, "ascii")
	}
	return true
}

// endProperties tells whether an element that ends is one of properties.
func (l *runLook) endProperties(name string) bool {
	inside := l.properties != ""
	if name == l.properties {
		l.properties = ""
	}
	return inside
}

// font of the open run: its own, that of its style, of the paragraph's style,
// of the document.
func (l *runLook) font(w wordFonts) string {
	paragraph := l.paragraphStyle
	if paragraph == "" {
		paragraph = w.paragraph
	}
	for _, name := range []string{l.own, w.of(l.runStyle), w.of(paragraph)} {
		if name != "" {
			return name
		}
	}
	return w.standard
}

// wordValue gives an attribute of WordprocessingML.
func wordValue(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && (isWord(a.Name) || a.Name.Space == "") {
			return a.Value
		}
	}
	return ""
}
