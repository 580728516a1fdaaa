package extract

import (
	"slices"

	"tracuu/internal/extract/agency"
	"tracuu/internal/gazetteer"
	"tracuu/internal/model"
)

// contextOf completes where a page stands by the units above its place: the
// district of an old commune, the province of either. province is what the
// portal's rules say, "" when they don't. On a page of after the province ended
// the bodies are those of the one that took its place; what was issued before
// is still of the old one.
func contextOf(place, province string, posted model.Date) agency.Context {
	c := agency.Context{Place: place, Province: province}
	here := unitOf(place, province, posted)
	if here == nil {
		here = unitOf(province, "", posted)
	}
	if here == nil {
		return c
	}
	if above := here.Parent; above != nil && above.Level == gazetteer.District {
		c.District = above.FullName()
	}
	old := here.ProvinceOf()
	if c.Province == "" {
		c.Province = old.FullName()
	}
	if next := old.Successors(posted); len(next) == 1 && next[0].FullName() != c.Province {
		c.Earlier, c.Until = c.Province, old.To
		c.Province = next[0].FullName()
	}
	return c
}

// unitOf is the one unit of a name, in a province when that is known; nil when
// there is none or more than one. Where names of today and of before are the
// same, the day decides.
func unitOf(name, province string, day model.Date) *gazetteer.Unit {
	if name == "" {
		return nil
	}
	found := slices.DeleteFunc(gazetteer.Vietnam().Find(name), func(u *gazetteer.Unit) bool {
		return u.FullName() != name || province != "" && u.ProvinceOf().FullName() != province
	})
	if len(found) > 1 && !day.IsZero() {
		found = slices.DeleteFunc(found, func(u *gazetteer.Unit) bool { return !u.ValidAt(day) })
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}
