package msdoc

// The properties that are looked at (MS-DOC 2.6.1, 2.6.2).
const (
	sprmDeleted   = 0x0800 // revision that was deleted
	sprmHidden    = 0x083C
	sprmCharStyle = 0x4A30
	sprmFont      = 0x4A4F // for characters of Latin scripts
	sprmInTable   = 0x2416
	sprmRowEnd    = 0x2417
	sprmTabs      = 0xC615 // its operand may be longer than a byte tells
	sprmTable     = 0xD608
)

// properties of a run of characters or a paragraph.
type properties struct {
	style   int // of the paragraph, or of its characters; -1: none
	font    int // -1: that of the style
	hidden  bool
	inTable bool
	rowEnd  bool
}

// apply reads a list of property changes over p. Broken lists end early.
func (p *properties) apply(list []byte) {
	for len(list) >= 3 {
		code, operand := u16(list, 0), list[2:]
		n := operandSize(code, operand)
		if n > len(operand) {
			return
		}
		switch code {
		case sprmDeleted, sprmHidden:
			p.hidden = p.hidden || operand[0] == 1
		case sprmCharStyle:
			p.style = int(u16(operand, 0))
		case sprmFont:
			p.font = int(u16(operand, 0))
		case sprmInTable:
			p.inTable = operand[0] != 0
		case sprmRowEnd:
			p.rowEnd = operand[0] != 0
		}
		list = operand[n:]
	}
}

// operandSize is told by the upper three bits of the code.
func operandSize(code uint16, operand []byte) int {
	switch code >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	switch {
	case code == sprmTable:
		return 1 + int(u16(operand, 0))
	case code == sprmTabs && operand[0] == 255:
		return len(operand) // its end is not worth finding: nothing behind it is looked at
	}
	return 1 + int(operand[0])
}
