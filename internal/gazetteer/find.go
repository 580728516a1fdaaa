package gazetteer

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// abbreviations of the kinds, folded, as addresses and tables write them.
var abbreviations = map[string]string{
	"tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "t": "tinh", "h": "huyen", "q": "quan", "x": "xa", "p": "phuong",
}

// Find lists the units of a name in any spelling of case and accents, with or
// without its kind: "huyện Càng Long", "cang long", "TP. Trà Vinh". Units of
// today come first, then by level from the province down. Accents decide when
// they are typed and a unit has the same.
func (g *Gazetteer) Find(name string) []*Unit {
	kind, bare := splitKind(name)
	found := g.named(bare, kind)
	if kind != "" { // "xã" may be a part of the name itself
		if whole := g.named(vietnamese.Fold(strings.Join(strings.Fields(name), " ")), ""); len(whole) > 0 {
			found = append(found, whole...)
		}
	}
	exact := slices.DeleteFunc(slices.Clone(found), func(u *Unit) bool {
		return !strings.HasSuffix(strings.ToLower(vietnamese.Clean(strings.TrimSpace(name))), strings.ToLower(u.Name))
	})
	if len(exact) > 0 {
		found = exact
	}
	slices.SortStableFunc(found, func(a, b *Unit) int {
		if a.To.IsZero() != b.To.IsZero() {
			if a.To.IsZero() {
				return -1
			}
			return 1
		}
		return int(a.Level - b.Level)
	})
	return found
}

// At narrows Find to the units that were there on a day.
func (g *Gazetteer) At(name string, day model.Date) []*Unit {
	return slices.DeleteFunc(g.Find(name), func(u *Unit) bool { return !u.ValidAt(day) })
}

// Units lists all units in the order of the files.
func (g *Gazetteer) Units() []*Unit { return slices.Clone(g.units) }

func (g *Gazetteer) named(folded, kind string) []*Unit {
	return slices.DeleteFunc(slices.Clone(g.byName[folded]), func(u *Unit) bool {
		return kind != "" && vietnamese.Fold(u.Kind) != kind
	})
}

// splitKind parts a name into its kind, folded and written out, and the rest,
// folded.
func splitKind(name string) (kind, rest string) {
	folded := strings.Join(strings.Fields(vietnamese.Fold(strings.ReplaceAll(name, ".", ". "))), " ")
	for _, k := range kinds {
		if rest, ok := strings.CutPrefix(folded, vietnamese.Fold(k)+" "); ok {
			return vietnamese.Fold(k), rest
		}
	}
	first, rest, ok := strings.Cut(folded, " ")
	if k, known := abbreviations[strings.TrimSuffix(first, ".")]; ok && known {
		return k, rest
	}
	return "", folded
}
