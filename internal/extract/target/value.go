package target

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// value is a number with its unit in a clause; offsets are bytes of the clause.
type value struct {
	start, end int
	low, high  *float64
	unit       string
}

// numeral reads 70 | 7,5 | 1.200 | 1.200,5 and, for a range, a second one.
var numeral = regexp.MustCompile(`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`)

var between = regexp.MustCompile(`^\s*(?:-|–|đến)\s*$`)

// values lists the numbers of a clause that carry a unit.
func values(text string) []value {
	spans := numeral.FindAllStringIndex(text, -1)
	var found []value
	for i := 0; i < len(spans); i++ {
		v := value{start: spans[i][0], end: spans[i][1]}
		v.low = parse(text[v.start:v.end])
		if i+1 < len(spans) && between.MatchString(text[v.end:spans[i+1][0]]) {
			i++
			v.high, v.end = parse(text[spans[i][0]:spans[i][1]]), spans[i][1]
		}
		unit, end := unitAt(text, v.end)
		if v.low == nil || unit == "" || tied(text, v.start) {
			continue
		}
		v.unit, v.end = unit, end
		found = append(found, v)
	}
	return found
}

func tied(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r == '/' || r == ',' || r == '.' || r >= '0' && r <= '9'
}

// parse reads a Vietnamese numeral: dots group thousands, a comma is decimal.
func parse(s string) *float64 {
	s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil
	}
	return &f
}

// unitAt reads the unit behind a number, the longest that fits.
func unitAt(text string, end int) (string, int) {
	rest := text[end:]
	blanks := len(rest) - len(strings.TrimLeft(rest, " "))
	rest = rest[blanks:]
	folded := vietnamese.FoldOffsets(rest[:borderBefore(rest, 48)])
	for _, u := range rules().units {
		if !strings.HasPrefix(folded.Text, u) {
			continue
		}
		if n := len(u); n < len(folded.Text) && vietnamese.WordByte(folded.Text[n]) && vietnamese.WordByte(u[n-1]) {
			continue
		}
		_, to := folded.Original(0, len(u))
		return rest[:to], end + blanks + to
	}
	return "", end
}

func borderBefore(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// target builds the target of a value: operator from the words around it, the
// indicator from the words before it.
func (v value) target(text string) model.Target {
	t := model.Target{Op: model.Equal, Value: v.low, ValueTo: v.high, Unit: v.unit}
	before := strings.TrimSpace(vietnamese.Fold(text[:v.start]))
	after := strings.TrimSpace(vietnamese.Fold(text[v.end:]))
	switch {
	case v.high != nil:
		t.Op = model.Range
	case strings.HasPrefix(after, "tro len"), hasAnySuffix(before, "toi thieu", "it nhat", "khong duoi", "tren", "tu", "hon"):
		t.Op = model.AtLeast
	case hasAnySuffix(before, "khong qua", "toi da", "khong vuot qua"):
		t.Op = model.AtMost
	case hasAnySuffix(before, "duoi", "con duoi", "it hon"):
		t.Op = model.LessThan
	}
	t.Indicator = indicator(text[:v.start], text[v.end:])
	return t
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, " "+x) || s == x {
			return true
		}
	}
	return false
}

// edges are the words that surround an indicator and are no part of it.
var edges = regexp.MustCompile(`(?i)^(?:[-+*•–\s]|phấn đấu|mục tiêu|chỉ tiêu|(?:đến )?(?:cuối |hết )?năm \d{4}|,|:|có)+|(?:\s|đạt|có|từ|trên|tối thiểu|ít nhất|không dưới|dưới|còn|là|:|,|khoảng|lên|xuống)+$`)

func indicator(before, after string) string {
	name := strings.TrimSpace(edges.ReplaceAllString(before, ""))
	if name == "" {
		name = strings.TrimSpace(edges.ReplaceAllString(strings.TrimPrefix(strings.TrimSpace(after), "trở lên"), ""))
	}
	return name
}
