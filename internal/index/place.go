package index

import (
	"slices"

	"tracuu/internal/extract/agency"
	"tracuu/internal/gazetteer"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// unitOfIssuer is the unit that an issuing body is of: "huyện Càng Long".
func unitOfIssuer(issuer string) string {
	a, _, ok := agency.At(vietnamese.FoldOffsets(issuer), issuer, 0)
	if !ok {
		return ""
	}
	return a.Unit()
}

// addPlaces adds a unit as it was on a day with those that held it, and the
// province that stands there today: "huyện Càng Long, tỉnh Trà Vinh", "tỉnh Trà
// Vinh", "tỉnh Vĩnh Long". Of namesakes it is the one in a province that is in
// the set already; without any the name is all that is known.
func addPlaces(to *set, name string, day model.Date) {
	if name == "" {
		return
	}
	u := unitOn(name, day, to.list)
	if u == nil {
		to.add(name)
		return
	}
	for at := u; at != nil; at = at.Parent {
		to.add(at.Path())
	}
	if today := u.ProvinceOf().Successors(gazetteer.Reform); len(today) == 1 {
		to.add(today[0].Path())
	}
}

// unitOn is the only unit of a full name on a day, of any day when it is not
// known, and nil when there is none or more than one.
func unitOn(name string, day model.Date, known []string) *gazetteer.Unit {
	folded := vietnamese.Fold(name) // Đăk Nông and Đắk Nông, R'lấp and R'Lấp
	found := slices.DeleteFunc(gazetteer.Vietnam().Find(name), func(u *gazetteer.Unit) bool {
		return vietnamese.Fold(u.FullName()) != folded || !day.IsZero() && !u.ValidAt(day)
	})
	if near := slices.DeleteFunc(slices.Clone(found), func(u *gazetteer.Unit) bool {
		return !slices.Contains(known, u.ProvinceOf().Path())
	}); len(near) > 0 {
		found = near
	}
	for _, u := range found {
		if u.Path() != found[0].Path() {
			return nil
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found[0]
}
