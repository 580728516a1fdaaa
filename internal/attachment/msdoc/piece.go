package msdoc

import "fmt"

// piece is a run of characters that lie together in the main stream.
type piece struct {
	cp    int // of its first character in the document
	chars int
	at    int // byte in the main stream
	wide  bool
}

// pieces reads the piece table (MS-DOC 2.8.35) out of the Clx.
func (d *document) pieces() ([]piece, error) {
	clx := d.fib.clx.in(d.table)
	for len(clx) > 0 && clx[0] == 1 { // changes of properties before the table
		if n := 3 + int(u16(clx, 1)); n < len(clx) {
			clx = clx[n:]
			continue
		}
		clx = nil
	}
	if len(clx) < 5 || clx[0] != 2 {
		return nil, fmt.Errorf("%w: no piece table", errDamaged)
	}
	plc := clx[5:]
	if n := int(u32(clx, 1)); n >= 0 && n < len(plc) {
		plc = plc[:n]
	}
	n := (len(plc) - 4) / 12
	if n < 1 {
		return nil, fmt.Errorf("%w: empty piece table", errDamaged)
	}
	pieces := make([]piece, 0, n)
	for i := range n {
		from, to := int(u32(plc, 4*i)), int(u32(plc, 4*i+4))
		fc := u32(plc, 4*(n+1)+8*i+2)
		p := piece{cp: from, chars: to - from, at: int(fc & 0x3FFFFFFF), wide: fc&0x40000000 == 0}
		if !p.wide {
			p.at /= 2
		}
		if p.chars < 0 || p.at > len(d.main) {
			return nil, fmt.Errorf("%w: piece %d lies outside of the file", errDamaged, i)
		}
		pieces = append(pieces, p)
	}
	return pieces, nil
}

// size is how many bytes a character takes.
func (p piece) size() int {
	if p.wide {
		return 2
	}
	return 1
}
