package vietnamese

// WordByte tells a byte of a word in folded text; blanks, signs and line
// breaks are none. Bytes of foreign letters count.
func WordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80
}

// FoldAll folds each of a list of words.
func FoldAll(words []string) []string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = Fold(w)
	}
	return folded
}
