package gazetteer

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Naming is a place in a text that names units by kind and name: "xã Càng Long".
type Naming struct {
	model.Span
	Units []*Unit // of that kind and name, in the order of Find
}

// longestName is the syllables of the longest name of a unit ("Thạnh Hóa Bình
// Phước" has four); longer is read as a name and what follows it.
const longestName = 5

// InText lists the units that a short text names with their kind, with or
// without accents, the longest name where several fit. One that lies in another
// that the text names is kept, its namesakes elsewhere are not: "xã Tân Phú tỉnh
// Đồng Nai".
func (g *Gazetteer) InText(text string) []Naming {
	var words []model.Span
	for t := range vietnamese.Tokens(text) {
		words = append(words, model.Span{Start: t.Start, End: t.End})
	}
	var found []Naming
	for i := 0; i < len(words); i++ {
		for last := min(i+2+longestName, len(words)) - 1; last > i; last-- {
			span := model.Span{Start: words[i].Start, End: words[last].End}
			units := g.ofKind(text[span.Start:span.End])
			if len(units) > 0 {
				found = append(found, Naming{span, units})
				i = last
				break
			}
		}
	}
	for i := range found {
		found[i].narrow(found)
	}
	return found
}

// ofKind lists the units of a name that begins with their kind.
func (g *Gazetteer) ofKind(name string) []*Unit {
	kind, _ := splitKind(name)
	if kind == "" || len(kind) > len(name) {
		return nil
	}
	return slices.DeleteFunc(g.Find(name), func(u *Unit) bool { return vietnamese.Fold(u.Kind) != kind })
}

// narrow keeps the units that lie in one of another naming, when there are any.
func (n *Naming) narrow(all []Naming) {
	within := slices.DeleteFunc(slices.Clone(n.Units), func(u *Unit) bool {
		return !slices.ContainsFunc(all, func(other Naming) bool {
			return other.Span != n.Span && slices.ContainsFunc(other.Units, func(above *Unit) bool { return u != above && u.Within(above) })
		})
	})
	if len(within) > 0 {
		n.Units = within
	}
}

// Today is a unit of the naming that stands now, and false when there is none or
// more than one.
func (n Naming) Today() (*Unit, bool) {
	return only(n.Units, func(u *Unit) bool { return u.To.IsZero() })
}

// Ended is a unit of the naming that the reform ended, and false when there is
// none or more than one.
func (n Naming) Ended() (*Unit, bool) {
	return only(n.Units, func(u *Unit) bool { return !u.To.IsZero() })
}

func only(units []*Unit, fits func(*Unit) bool) (*Unit, bool) {
	var found *Unit
	for _, u := range units {
		if fits(u) {
			if found != nil {
				return nil, false
			}
			found = u
		}
	}
	return found, found != nil
}

// Eve is the last day of the units before the reform.
var Eve = model.Date{Year: 2025, Month: 6, Day: 30}

// Formerly lists the units whose bodies issued what concerns u before the
// reform: the provinces that a province was made of, the districts that the
// parts of a commune lay in. It is empty for units that stayed as they were.
func (u *Unit) Formerly() []*Unit {
	var found []*Unit
	for _, old := range u.Predecessors(Eve) {
		if old.Level == Commune && old.Parent != nil && old.Parent.Level == District {
			old = old.Parent
		}
		if old != u && !slices.Contains(found, old) {
			found = append(found, old)
		}
	}
	slices.SortStableFunc(found, func(a, b *Unit) int { return strings.Compare(a.FullName(), b.FullName()) })
	return found
}
