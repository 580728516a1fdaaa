package agency

import (
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Agency is a name as read: the body that numbers its documents, the level and
// the place. Place is empty for a body of the centre and where the text names
// none.
type Agency struct {
	Words string // as printed
	Body  string // UBND, Huyện ủy, Bộ Tài chính
	Level string // tỉnh, huyện, xã …; "" when neither the name nor the text tells
	Place string // Càng Long
	Local bool   // it belongs to a place
}

// Context is where a page stands.
type Context struct {
	Place    string // of the portal: "huyện Càng Long", "tỉnh Trà Vinh"
	District string // that a commune lies in; "" for others
	Province string // "tỉnh Trà Vinh"
	// Earlier is the province up to the day Until, when another took its place
	// since; both are zero for a province that goes on.
	Earlier string
	Until   model.Date
}

// On is the context of what was issued on a day; of today when it is not known.
func (c Context) On(day model.Date) Context {
	if c.Earlier != "" && !day.IsZero() && day.Compare(c.Until) <= 0 {
		c.Province = c.Earlier
	}
	return c
}

// Name is the full name: "UBND huyện Càng Long", "Tỉnh ủy Trà Vinh", or "" for
// a local body whose place is not known.
func (a Agency) Name() string {
	switch {
	case a.Body == "":
		return ""
	case !a.Local:
		return a.Body
	case a.Place == "":
		return ""
	case levels[a.Body] != "" || a.Level == "":
		return a.Body + " " + a.Place
	default:
		return a.Body + " " + a.Level + " " + a.Place
	}
}

// Unit is the place with its level, "huyện Càng Long", or "" when either is not
// known.
func (a Agency) Unit() string {
	if a.Level == "" || a.Place == "" {
		return ""
	}
	return a.Level + " " + a.Place
}

// Complete fills in the place that the text leaves out.
func (c Context) Complete(a Agency) Agency {
	if !a.Local || a.Place != "" || a.Level == "" {
		return a
	}
	for _, unit := range []string{c.Place, c.District, c.Province} {
		level, name := SplitUnit(unit)
		if level != "" && sameLevel(level, a.Level) {
			a.Level, a.Place = level, name
			return a
		}
	}
	return a
}

// sameLevel compares folded; a province may be a city under the centre, and a
// "huyện" of the text any unit of its level.
func sameLevel(a, b string) bool { return vietnamese.Fold(a) == vietnamese.Fold(b) }

// Issuer tells who issued a document, in the form that its identity uses: the
// agency that the symbol names when it names one, completed by the words of
// the text (the zero Agency when there are none) and the page's place. It
// returns "" when that is not certain.
func (c Context) Issuer(symbol string, words Agency) string {
	told := docnum.IssuerOf(symbol)
	body, local := strings.CutSuffix(told, " @")
	switch {
	case told == "":
		return c.Complete(words).Name()
	case !local:
		return told
	}
	if strings.HasPrefix(words.Body, body) {
		return c.Complete(words).Name()
	}
	a := Agency{Body: body, Level: levels[body], Local: true}
	if words.Local && a.Level == "" {
		a.Level, a.Place = words.Level, words.Place
	}
	return c.Complete(a).Name()
}

// levels of the party committees, whose name tells the level.
var levels = map[string]string{
	"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố", "Huyện ủy": "huyện", "Quận ủy": "quận", "Thị ủy": "thị xã",
}

// SplitUnit parts "huyện Càng Long" into level and name.
func SplitUnit(unit string) (level, name string) {
	for _, l := range unitLevels {
		if rest, ok := strings.CutPrefix(unit, l+" "); ok {
			return l, rest
		}
	}
	return "", ""
}

// unitLevels are the kinds of administrative unit before and after 1 July 2025.
var unitLevels = []string{
	"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu",
}
