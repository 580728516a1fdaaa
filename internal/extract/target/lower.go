package target

// lower writes ASCII and Vietnamese letters small. Every letter keeps its number
// of bytes, so that offsets hold in both texts; the look-alikes of Đ become đ.
func lower(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case c < 0x80:
			if c >= 'A' && c <= 'Z' {
				b[i] = c + 'a' - 'A'
			}
		case c == 0xE1 && i+2 < len(b):
			if b[i+1] == 0xBA && b[i+2] >= 0xA0 || b[i+1] == 0xBB {
				b[i+2] |= 1 // U+1EA0 to U+1EFF: capitals are even
			}
			i += 2
		case c >= 0xC3 && c <= 0xC6 && i+1 < len(b):
			b[i], b[i+1] = lowerLatin(c, b[i+1])
			i++
		}
	}
	return string(b)
}

// lowerLatin takes the two bytes of a letter from U+00C0 to U+01BF.
func lowerLatin(lead, c byte) (small, next byte) {
	switch {
	case lead == 0xC3 && (c == 0x90 || c == 0xB0): // Ð, ð
		return 0xC4, 0x91
	case lead == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97:
		return lead, c + 0x20
	case lead == 0xC4 && (c == 0x82 || c == 0x90 || c == 0xA8), // Ă Đ Ĩ
		lead == 0xC5 && c == 0xA8, lead == 0xC6 && c == 0xA0: // Ũ Ơ
		return lead, c + 1
	case lead == 0xC6 && c == 0xAF: // Ư
		return lead, 0xB0
	}
	return lead, c
}

// signByte begins the dashes, quotes and mathematical signs of three bytes.
const signByte = 0xE2

// letter tells a byte that a word can begin with or go on with; digits are
// excluded.
func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 && b != signByte }

// letterBefore tells whether a letter ends at i.
func letterBefore(s string, i int) bool {
	return i > 0 && letter(s[i-1]) && (i < 3 || s[i-3] != signByte)
}

// step is the offset of the sign or letter behind the one at i.
func step(s string, i int) int {
	if s[i] == signByte {
		return min(i+3, len(s))
	}
	return i + 1
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// blank tells what may stand between the words of one clause.
func blank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }

// wordStart tells whether a word can begin at i.
func wordStart(s string, i int) bool {
	return i == 0 || !letterBefore(s, i) && !digit(s[i-1])
}

// wordEnd tells whether a word can end at i.
func wordEnd(s string, i int) bool {
	return i >= len(s) || !letter(s[i]) && !digit(s[i])
}

// afterBlanks steps over blanks from i.
func afterBlanks(s string, i int) int {
	for i < len(s) && blank(s[i]) {
		i++
	}
	return i
}

// beforeBlanks steps back over blanks that end at i.
func beforeBlanks(s string, i int) int {
	for i > 0 && blank(s[i-1]) {
		i--
	}
	return i
}
