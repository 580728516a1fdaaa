package agency

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/gazetteer"
	"tracuu/internal/vietnamese"
)

// levelRules is data/rules/levels.txt by what a row is about and its words, all
// folded; the embedded file is checked by a test.
var levelRules = sync.OnceValue(func() map[string]map[string]string {
	rules := map[string]map[string]string{"unit": {}, "body": {}}
	rows, err := data.Table("levels.txt", 3)
	if err != nil {
		return rules
	}
	for _, row := range rows {
		if rules[row[1]] == nil {
			continue
		}
		for _, words := range data.List(row[2]) {
			rules[row[1]][vietnamese.Fold(words)] = row[0]
		}
	}
	return rules
})

// LevelOf tells the level of an issuing body by its name, a value of
// filter.Levels: "trung-uong", "tinh", "huyen" or "xa", empty when the name does
// not tell.
func LevelOf(issuer string) string {
	folded := vietnamese.FoldOffsets(issuer)
	if a, _, ok := At(folded, issuer, 0); ok {
		switch {
		case !a.Local:
			return "trung-uong"
		case a.Level != "":
			return levelOfUnit(vietnamese.Fold(a.Level), folded.Text)
		}
	}
	words := strings.Fields(folded.Text)
	for i := len(words) - 1; i > 0; i-- { // the last unit that is named, not "xã hội" at the front
		for _, n := range []int{2, 1} {
			if i+n >= len(words) {
				continue
			}
			if level := levelOfUnit(strings.Join(words[i:i+n], " "), strings.Join(words[i+n:], " ")); level != "" && capital(issuer, words[i+n:]) {
				return level
			}
		}
	}
	return levelOfBody(folded.Text)
}

// levelOfUnit is the level of a unit by its kind and by words that its name ends;
// a city may be a province.
func levelOfUnit(kind, words string) string {
	if kind == "thanh pho" && slices.ContainsFunc(cities(), func(city string) bool { return strings.HasSuffix(" "+words, " "+city) }) {
		kind = "tinh"
	}
	return levelRules()["unit"][kind]
}

// cities are the folded names of the cities that are provinces.
var cities = sync.OnceValue(func() []string {
	var names []string
	for _, u := range gazetteer.Vietnam().Units() {
		if u.Kind == "thành phố" && u.Level == gazetteer.Province {
			names = append(names, vietnamese.Fold(u.Name))
		}
	}
	return names
})

// levelOfBody is that of the longest beginning that a rule knows.
func levelOfBody(folded string) string {
	longest, level := 0, ""
	for begin, l := range levelRules()["body"] {
		if len(begin) > longest && strings.HasPrefix(folded+" ", begin+" ") {
			longest, level = len(begin), l
		}
	}
	return level
}

// capital tells whether the last words of a name begin with a capital, as the
// names of places do: "xã Tân Phú", not "bảo hiểm xã hội".
func capital(name string, last []string) bool {
	words := strings.Fields(name)
	if len(last) == 0 || len(words) < len(last) {
		return false
	}
	first := words[len(words)-len(last)]
	return first != strings.ToLower(first)
}
