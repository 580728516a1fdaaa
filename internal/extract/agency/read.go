package agency

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tracuu/data"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/vietnamese"
)

// name is one way to write a body.
type name struct {
	folded string
	agency Agency
}

// names by their first bytes, the longest first; the embedded files are checked
// by a test.
var names = sync.OnceValue(func() map[[headLen]byte][]name {
	all, err := loadNames()
	if err != nil {
		return nil
	}
	heads := make(map[[headLen]byte][]name, len(all))
	for _, n := range all {
		if len(n.folded) >= headLen {
			heads[headOf(n.folded)] = append(heads[headOf(n.folded)], n)
		}
	}
	return heads
})

// headLen is how many bytes of a folded name choose the names to compare; no
// name is shorter.
const headLen = 4

func headOf(s string) [headLen]byte { return [headLen]byte([]byte(s[:headLen])) }

func loadNames() ([]name, error) {
	local, err := data.Table("agencies.txt", 3)
	if err != nil {
		return nil, err
	}
	central, err := data.Table("central.txt", 2)
	if err != nil {
		return nil, err
	}
	var all []name
	for _, row := range local {
		for _, n := range data.List(row[2]) {
			all = append(all, name{vietnamese.Fold(n), Agency{Body: row[0], Level: row[1], Local: true}})
		}
	}
	for _, row := range central {
		for _, n := range data.List(row[1]) {
			all = append(all, name{vietnamese.Fold(n), Agency{Body: row[0]}})
		}
	}
	for _, issuer := range docnum.Issuers() {
		all = append(all, name{vietnamese.Fold(issuer), Agency{Body: issuer}})
		if strings.HasPrefix(issuer, "Bộ ") {
			all = append(all, name{vietnamese.Fold("Bộ trưởng " + issuer), Agency{Body: issuer}})
		}
	}
	slices.SortStableFunc(all, func(a, b name) int { return len(b.folded) - len(a.folded) })
	return all, nil
}

// At reads the agency whose name begins at offset i of the folded text and
// returns the offset behind it.
func At(f vietnamese.Folded, text string, i int) (Agency, int, bool) {
	rest := f.Text[i:]
	if len(rest) < headLen {
		return Agency{}, i, false
	}
	for _, n := range names()[headOf(rest)] {
		if !strings.HasPrefix(rest, n.folded) || wordGoesOn(rest, len(n.folded)) {
			continue
		}
		a, end := n.agency, i+len(n.folded)
		if a.Local {
			a.Level, a.Place, end = readUnit(f, text, end, a.Level)
		}
		from, to := f.Original(i, end)
		a.Words = text[from:to]
		return a, end, true
	}
	return Agency{}, i, false
}

// EndingAt reads the agency whose name ends at offset end of the folded text,
// looking back at most window bytes; it returns where the name begins.
func EndingAt(f vietnamese.Folded, text string, end int) (Agency, int, bool) {
	const window = 96
	for i := max(0, end-window); i < end; i++ {
		if i > 0 && vietnamese.WordByte(f.Text[i-1]) || !vietnamese.WordByte(f.Text[i]) {
			continue
		}
		if a, stop, ok := At(f, text, i); ok && stop == end {
			return a, i, true
		}
	}
	return Agency{}, end, false
}

// readUnit reads "huyện Càng Long" behind a body. known is the level that the
// body's name tells by itself.
func readUnit(f vietnamese.Folded, text string, end int, known string) (level, place string, stop int) {
	level, stop = known, end
	rest, all := strings.CutPrefix(f.Text[end:], " cac")
	for i, l := range unitLevels {
		folded := foldedLevels()[i]
		if strings.HasPrefix(rest, folded) && !wordGoesOn(rest, len(folded)) {
			level, stop = l, len(f.Text)-len(rest)+len(folded)
			break
		}
	}
	if all {
		return "", "", stop // "UBND các xã" is no single agency
	}
	place, end = readName(f, text, stop)
	if isPerson(place) {
		return level, "", stop
	}
	return level, place, end
}

// foldedLevels are unitLevels folded, each behind a blank.
var foldedLevels = sync.OnceValue(func() []string {
	folded := vietnamese.FoldAll(unitLevels)
	for i := range folded {
		folded[i] = " " + folded[i]
	}
	return folded
})

const maxNameWords = 4

// readName reads the capitalised words of a place name.
func readName(f vietnamese.Folded, text string, i int) (string, int) {
	begin, end := -1, i
	for range maxNameWords {
		at := end
		if at >= len(f.Text) || f.Text[at] != ' ' {
			break
		}
		at++
		stop := at
		for stop < len(f.Text) && (vietnamese.WordByte(f.Text[stop]) || f.Text[stop] == '\'') {
			_, size := utf8.DecodeRuneInString(f.Text[stop:])
			stop += size
		}
		if stop == at {
			break
		}
		from, to := f.Original(at, stop)
		if r, _ := utf8.DecodeRuneInString(text[from:to]); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			break
		}
		if begin < 0 {
			begin = at
		}
		end = stop
	}
	if begin < 0 {
		return "", i
	}
	from, to := f.Original(begin, end)
	return text[from:to], end
}

func wordGoesOn(s string, i int) bool { return i < len(s) && vietnamese.WordByte(s[i]) }
