package query

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/extract/docnum"
)

// ChipKind says what a chip stands for.
type ChipKind string

// The kinds of chip. All but those of filters can be switched off by kind.
const (
	ChipType   ChipKind = "type"
	ChipNumber ChipKind = "number"
	ChipSymbol ChipKind = "symbol"
	ChipYear   ChipKind = "year" // or the day
	ChipPlace  ChipKind = "place"
	ChipFilter ChipKind = "filter" // or an exclusion
)

// Chip is one thing that was understood of the typed text, for people to see
// and to switch off. What is off was read as plain words.
type Chip struct {
	Kind  ChipKind `json:"kind"`
	Label string   `json:"label"` // Vietnamese: "loại: Kế hoạch"
	Value string   `json:"value"` // KH
	Off   bool     `json:"off"`
	// Without is the same question with this chip the other way round, as the
	// parameters q and off. A filter is taken out of q.
	Without string `json:"without"`
}

// ParseOff reads the parameter off: kinds of chips, given several times or
// parted by commas. Others are left out.
func ParseOff(values []string) []ChipKind {
	var off []ChipKind
	for _, k := range strings.Split(strings.Join(values, ","), ",") {
		if slices.Contains(switchable, ChipKind(k)) && !slices.Contains(off, ChipKind(k)) {
			off = append(off, ChipKind(k))
		}
	}
	return off
}

var switchable = []ChipKind{ChipType, ChipNumber, ChipSymbol, ChipYear, ChipPlace}

// placedChip is a chip and where what it stands for was typed.
type placedChip struct {
	Chip
	at int
}

// chips lists what was understood, in the order of typing.
func (r *reading) chips(tree *node) []Chip {
	placed := r.filterChips(tree)
	if r.whole != nil {
		placed = append(placed, r.numberChips()...)
	}
	slices.SortStableFunc(placed, func(a, b placedChip) int { return a.at - b.at })
	chips := make([]Chip, len(placed))
	for i, c := range placed {
		chips[i] = c.Chip
	}
	return chips
}

// parameters writes a question as the parameters q and off.
func parameters(text string, off []ChipKind) string {
	v := url.Values{"q": {text}}
	for _, k := range off {
		v.Add("off", string(k))
	}
	return v.Encode()
}

// numberChips are those of the number. Switching the number itself off leaves
// nothing for the others to stand for.
func (r *reading) numberChips() []placedChip {
	n := r.whole
	var chips []placedChip
	add := func(kind ChipKind, label, value string, at int) {
		if kind != ChipNumber && r.isOff(ChipNumber) {
			return
		}
		off := r.isOff(kind)
		others := slices.DeleteFunc(slices.Clone(r.off), func(k ChipKind) bool { return k == kind })
		if !off {
			others = append(others, kind)
		}
		chips = append(chips, placedChip{Chip{Kind: kind, Label: label, Value: value, Off: off, Without: parameters(r.text, others)}, at})
	}
	symbolAt, symbol := r.understood(ChipSymbol)
	numberAt, _ := r.understood(ChipNumber)
	if n.Type != "" {
		at, words := r.understood(ChipType)
		if words == "" {
			at = symbolAt
		}
		add(ChipType, "loại: "+docnum.TypeName(n.Type), n.Type, at)
	}
	add(ChipNumber, "số: "+n.No, n.No, numberAt)
	if n.Symbol != "" {
		add(ChipSymbol, "ký hiệu: "+officialSymbol(n, symbol), n.Symbol, symbolAt)
	}
	yearAt, _ := r.understood(ChipYear)
	switch {
	case !n.Date.IsZero():
		add(ChipYear, "ngày: "+n.Date.Vietnamese(), n.Date.String(), yearAt)
	case n.Day != 0 && n.Year == 0:
		day := fmt.Sprintf("%d/%d", n.Day, int(n.Month))
		add(ChipYear, "ngày: "+day, day, yearAt)
	case n.Year != 0:
		add(ChipYear, "năm: "+strconv.Itoa(n.Year), strconv.Itoa(n.Year), yearAt)
	}
	for _, p := range r.places {
		if !p.sure {
			continue
		}
		words := r.tokens[p.from:p.to]
		label := "nơi: "
		if p.agency {
			label = "cơ quan: "
		}
		add(ChipPlace, label+typed(words), strings.Join(texts(words), " "), r.line.where(words[0].start))
	}
	return chips
}

// officialSymbol writes a symbol as documents do where docnum knows it, else as
// it was typed: KH-UBND of "khubnd".
func officialSymbol(n *Number, typed string) string {
	if docnum.FoldSymbol(typed) != n.Symbol && strings.HasSuffix(n.Symbol, docnum.FoldSymbol(typed)) {
		typed = n.Type + "-" + typed
	}
	official, err := docnum.Parse(n.No + "/" + typed)
	if err != nil || docnum.FoldSymbol(official.Symbol) != n.Symbol {
		return typed
	}
	return official.Symbol
}

// understood tells where the tokens of a role begin in the typed text, and joins
// them as symbols are.
func (r *reading) understood(role ChipKind) (at int, words string) {
	var parts []string
	for _, t := range r.tokens {
		if t.role != role {
			continue
		}
		if len(parts) == 0 {
			at = r.line.where(t.start)
		}
		word := t.word
		if word == strings.ToLower(word) {
			word = strings.ToUpper(word)
		}
		parts = append(parts, word)
	}
	return at, strings.Join(parts, "-")
}

func texts(tokens []token) []string {
	all := make([]string, len(tokens))
	for i, t := range tokens {
		all[i] = t.text
	}
	return all
}
