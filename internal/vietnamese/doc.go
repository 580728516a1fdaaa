// Package vietnamese knows how Vietnamese is written: normal forms, folding
// of diacritics, syllables, sentences and slugs. Everything here is pure and
// takes any bytes; spans are byte offsets that stand on rune borders.
package vietnamese
