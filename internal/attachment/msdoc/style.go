package msdoc

// style is a named set of properties; only its font is of interest.
type style struct {
	base int // the style that it builds on
	font int // -1: that of the base
}

const (
	noBase       = 0xFFF
	maxStyles    = 4096
	maxBases     = 16 // styles that build on each other
	baseOfStyle  = 10 // least bytes of the fixed part of a style
	fontName     = 39 // where the name begins in a font's entry
	paragraphSty = 1
	characterSty = 2
)

// readFonts reads the names of the fonts (MS-DOC 2.9.286).
func (d *document) readFonts() []string {
	table := d.fib.fonts.in(d.table)
	if len(table) < 4 {
		return nil
	}
	var names []string
	for rest := table[4:]; len(rest) > 0; {
		n := min(1+int(rest[0]), len(rest))
		name := ""
		if n > 1+fontName {
			name = wide(rest[1+fontName : n])
		}
		names = append(names, name)
		rest = rest[n:]
	}
	return names
}

// readStyles reads the fonts of the styles (MS-DOC 2.9.271). The last one
// stands for the document's own default.
func (d *document) readStyles() []style {
	sheet := d.fib.styles.in(d.table)
	head := int(u16(sheet, 0))
	count, fixed := min(int(u16(sheet, 2)), maxStyles), max(int(u16(sheet, 4)), baseOfStyle)
	styles := make([]style, 0, count+1)
	rest := sheet[min(2+head, len(sheet)):]
	for range count {
		if len(rest) < 2 {
			break
		}
		n := int(u16(rest, 0))
		entry := rest[2:min(2+n, len(rest))]
		styles = append(styles, styleOf(entry, fixed))
		rest = rest[min(2+n+n%2, len(rest)):]
	}
	return append(styles, style{base: noBase, font: int(u16(sheet, 2+12))})
}

func styleOf(entry []byte, fixed int) style {
	s := style{base: noBase, font: -1}
	if len(entry) < fixed+2 {
		return s
	}
	kind := u16(entry, 2) & 0xF
	s.base = int(u16(entry, 2) >> 4)
	rest := entry[min(fixed+2+2*int(u16(entry, fixed))+2, len(entry)):] // behind the name
	if kind == paragraphSty {                                           // its paragraph properties come first
		n := int(u16(rest, 0))
		rest = rest[min(2+n+n%2, len(rest)):]
	}
	if kind == paragraphSty || kind == characterSty {
		p := properties{font: -1}
		p.apply(rest[min(2, len(rest)):min(2+int(u16(rest, 0)), len(rest))])
		s.font = p.font
	}
	return s
}

// fontOf follows a style to its font; -1 when none of its bases has one.
func (d *document) fontOf(style int) int {
	for range maxBases {
		if style < 0 || style >= len(d.styles) {
			return -1
		}
		s := d.styles[style]
		if s.font >= 0 {
			return s.font
		}
		style = s.base
	}
	return -1
}

// font names the font of characters in a paragraph: their own, that of their
// style, that of the paragraph's style, the document's.
func (d *document) font(characters, paragraph properties) string {
	n := characters.font
	for _, style := range []int{characters.style, paragraph.style, len(d.styles) - 1} {
		if n < 0 {
			n = d.fontOf(style)
		}
	}
	if n < 0 || n >= len(d.fonts) {
		return ""
	}
	return d.fonts[n]
}
