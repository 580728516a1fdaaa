package gazetteer

import (
	"tracuu/internal/model"
)

// Level of a unit.
type Level int

// The levels. Districts ended with June 2025.
const (
	Province Level = iota + 1
	District
	Commune
)

// Unit is an administrative unit. From is zero when it was there before what the
// gazetteer covers, To when it still is.
type Unit struct {
	Kind   string // tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu
	Name   string // Càng Long
	Level  Level
	Parent *Unit // nil for a province
	From   model.Date
	To     model.Date

	successors, predecessors []*Unit
}

// FullName is "huyện Càng Long".
func (u *Unit) FullName() string { return u.Kind + " " + u.Name }

// Path is the name with those above it: "xã Mỹ Cẩm, huyện Càng Long, tỉnh Trà
// Vinh".
func (u *Unit) Path() string {
	if u.Parent == nil {
		return u.FullName()
	}
	return u.FullName() + ", " + u.Parent.Path()
}

// ProvinceOf is the province that a unit lies in, itself for a province.
func (u *Unit) ProvinceOf() *Unit {
	for u.Parent != nil {
		u = u.Parent
	}
	return u
}

// Within tells whether a unit is or lies in another.
func (u *Unit) Within(other *Unit) bool {
	for at := u; at != nil; at = at.Parent {
		if at == other {
			return true
		}
	}
	return false
}

// ValidAt tells whether a unit was there on a day.
func (u *Unit) ValidAt(day model.Date) bool {
	return (u.From.IsZero() || u.From.Compare(day) <= 0) && (u.To.IsZero() || day.Compare(u.To) <= 0)
}

// Successors lists the units that stand on a day where u stood, u itself when
// it still does; none when the day is before u. A part of u may lie in each.
func (u *Unit) Successors(day model.Date) []*Unit {
	return u.follow(day, func(at *Unit) []*Unit { return at.successors }, func(at *Unit) bool {
		return !at.From.IsZero() && day.Compare(at.From) < 0
	})
}

// Predecessors lists the units that stood on a day where u, or a part of it,
// stands.
func (u *Unit) Predecessors(day model.Date) []*Unit {
	return u.follow(day, func(at *Unit) []*Unit { return at.predecessors }, func(at *Unit) bool {
		return !at.To.IsZero() && day.Compare(at.To) > 0
	})
}

// follow walks edges until units are valid on the day; past tells units that
// lie behind the day already.
func (u *Unit) follow(day model.Date, edges func(*Unit) []*Unit, past func(*Unit) bool) []*Unit {
	var found []*Unit
	seen := map[*Unit]bool{}
	for queue := []*Unit{u}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		switch {
		case seen[at], past(at):
		case at.ValidAt(day):
			found = append(found, at)
		default:
			queue = append(queue, edges(at)...)
		}
		seen[at] = true
	}
	return found
}
