package gazetteer

import (
	"fmt"
	"strings"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// loader builds a gazetteer from its rows.
type loader struct {
	*Gazetteer
	old   map[string]*Unit // by path, of before the reform
	today map[string]*Unit // by path
}

// levels of the kinds; "thành phố" and "thị xã" depend on where they stand.
var levels = map[string]Level{
	"tỉnh": Province, "huyện": District, "quận": District, "thị xã": District,
	"xã": Commune, "phường": Commune, "thị trấn": Commune, "đặc khu": Commune,
}

// kinds of unit, the longer before those that they begin with.
var kinds = []string{"thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã"}

// unit makes a unit of a full name and files it.
func (l loader) unit(fullName string, parent *Unit, level Level) (*Unit, error) {
	for _, kind := range kinds {
		name, ok := strings.CutPrefix(fullName, kind+" ")
		if !ok || name == "" {
			continue
		}
		if known := levels[kind]; known != 0 && known != level {
			return nil, fmt.Errorf("%q cannot stand at this level", fullName)
		}
		u := &Unit{Kind: kind, Name: name, Level: level, Parent: parent}
		l.units = append(l.units, u)
		folded := vietnamese.Fold(name)
		l.byName[folded] = append(l.byName[folded], u)
		return u, nil
	}
	return nil, fmt.Errorf("%q names no kind of unit", fullName)
}

// province reads a province of today and those that it was made of. One that
// was made of itself alone is one unit.
func (l loader) province(row []string) error {
	olds := cells(row[1], ";")
	now, err := l.unit(row[0], nil, Province)
	if err != nil {
		return err
	}
	l.today[now.FullName()] = now
	if len(olds) == 1 && olds[0] == row[0] {
		l.old[now.FullName()] = now
		return nil
	}
	now.From = Reform
	for _, name := range olds {
		before, err := l.unit(name, nil, Province)
		if err != nil {
			return err
		}
		before.To = lastOfOld
		l.old[before.FullName()] = before
		join(before, now)
	}
	return nil
}

// earlier reads a province that ended before the reform.
func (l loader) earlier(row []string) error {
	now, ok := l.old[row[1]]
	if !ok {
		return fmt.Errorf("%q is no province", row[1])
	}
	first, err := model.ParseDate(row[2])
	if err != nil {
		return err
	}
	before, err := l.unit(row[0], nil, Province)
	if err != nil {
		return err
	}
	now.From, before.To = first, dayBefore(first)
	join(before, now)
	return nil
}

// commune reads a commune of today and what it was made of in one old province.
func (l loader) commune(province *Unit, row []string) error {
	key := row[0] + ", " + province.FullName()
	now, known := l.today[key]
	if !known {
		var err error
		if now, err = l.unit(row[0], province, Commune); err != nil {
			return err
		}
		now.From = Reform
		l.today[key] = now
	}
	old, ok := l.old[row[1]]
	if !ok {
		return fmt.Errorf("%q was no province", row[1])
	}
	for _, cell := range cells(row[2], ";") {
		district, communes, _ := strings.Cut(cell, ":")
		above, err := l.former(strings.TrimSpace(district), old, District)
		if err != nil {
			return err
		}
		join(above, now)
		for _, name := range cells(communes, ",") {
			before, err := l.former(name, above, Commune)
			if err != nil {
				return err
			}
			join(before, now)
		}
	}
	return nil
}

// former finds or makes a unit that ended with the reform.
func (l loader) former(name string, parent *Unit, level Level) (*Unit, error) {
	key := name + ", " + parent.Path()
	if u, ok := l.old[key]; ok {
		return u, nil
	}
	u, err := l.unit(name, parent, level)
	if err != nil {
		return nil, err
	}
	u.To = lastOfOld
	l.old[key] = u
	return u, nil
}

// bySlug finds the province of today whose file is called so.
func (l loader) bySlug(slug string) (*Unit, bool) {
	for _, u := range l.today {
		if u.Level == Province && vietnamese.Slug(u.Name) == slug {
			return u, true
		}
	}
	return nil, false
}

// join makes one unit the successor of another, once.
func join(before, after *Unit) {
	for _, u := range before.successors {
		if u == after {
			return
		}
	}
	before.successors = append(before.successors, after)
	after.predecessors = append(after.predecessors, before)
}

func cells(s, separator string) []string {
	var out []string
	for _, c := range strings.Split(s, separator) {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, c)
		}
	}
	return out
}

// dayBefore is the last day of the unit before.
func dayBefore(d model.Date) model.Date {
	return model.DateOf(time.Date(d.Year, d.Month, d.Day-1, 0, 0, 0, 0, time.UTC))
}
