package msxls

import "strings"

// sharedStrings reads the table of strings (MS-XLS 2.4.265) until about limit
// bytes. A string may go on in the next part, which then begins with its own
// flag of width.
func sharedStrings(parts [][]byte, limit int) []string {
	if len(parts[0]) < 8 {
		return nil
	}
	s := &segments{parts: parts, rest: parts[0][8:]}
	var all []string
	for left := limit; left > 0; {
		text, ok := s.text()
		if !ok {
			break
		}
		all = append(all, text)
		left -= len(text) + 8
	}
	return all
}

// segments reads over the borders of parts.
type segments struct {
	parts [][]byte
	part  int
	rest  []byte
}

// more goes on to the next part when this one is read.
func (s *segments) more() bool {
	for len(s.rest) == 0 {
		if s.part++; s.part >= len(s.parts) {
			return false
		}
		s.rest = s.parts[s.part]
	}
	return true
}

// skip leaves n bytes out.
func (s *segments) skip(n int) {
	for n > 0 && s.more() {
		k := min(n, len(s.rest))
		s.rest, n = s.rest[k:], n-k
	}
}

const (
	flagWide   = 0x01
	flagExtra  = 0x04 // phonetic settings behind the characters
	flagRich   = 0x08 // formatting runs behind them
	leastHead  = 3
	bytesOfRun = 4
)

// text reads one string. The head of a string is never divided.
func (s *segments) text() (string, bool) {
	if !s.more() || len(s.rest) < leastHead {
		return "", false
	}
	n, flags := int(u16(s.rest, 0)), s.rest[2]
	at, runs, extra := leastHead, 0, 0
	if flags&flagRich != 0 {
		runs = int(u16(s.rest, at))
		at += 2
	}
	if flags&flagExtra != 0 {
		extra = int(u32(s.rest, at))
		at += 4
	}
	s.rest = s.rest[min(at, len(s.rest)):]
	var b strings.Builder
	wide := flags&flagWide != 0
	for n > 0 {
		if len(s.rest) == 0 {
			if !s.more() {
				return "", false
			}
			wide = s.rest[0]&flagWide != 0
			s.rest = s.rest[1:]
		}
		size := 1
		if wide {
			size = 2
		}
		k := min(n, len(s.rest)/size)
		if k == 0 {
			return "", false
		}
		b.WriteString(characters(s.rest, k, wide))
		s.rest, n = s.rest[k*size:], n-k
	}
	s.skip(runs*bytesOfRun + max(extra, 0))
	return b.String(), true
}
