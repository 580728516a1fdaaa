package query

import (
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/filter"
	"tracuu/internal/topic"
	"tracuu/internal/vietnamese"
)

// fieldUse is what a name before a colon stands for; see data/rules/filters.txt.
type fieldUse struct {
	field  filter.Field
	prefix string // words before the value: huyện
	period string // from, to, before, after: the open period of a day
}

// open tells a field whose values are not known beforehand.
func (u fieldUse) open() bool {
	switch u.field {
	case filter.Place, filter.Issuer, filter.Topic, filter.Portal:
		return true
	}
	return false
}

// namedValue is a value of a field and the words for it, the first for people.
type namedValue struct {
	value string
	words []string
}

// filterTable is the words of filters.
type filterTable struct {
	uses   map[string]fieldUse     // by folded name
	names  map[filter.Field]string // for people
	values map[filter.Field][]namedValue
}

// filters reads the tables; a test reads them too, so that a broken one shows
// there and leaves an empty vocabulary here.
var filters = sync.OnceValue(func() filterTable {
	t, err := loadFilters()
	if err != nil {
		return filterTable{}
	}
	return t
})

func loadFilters() (filterTable, error) {
	t := filterTable{map[string]fieldUse{}, map[filter.Field]string{}, map[filter.Field][]namedValue{}}
	names, err := data.Table("filters.txt", 3)
	if err != nil {
		return t, err
	}
	values, err := data.Table("filter_values.txt", 3)
	if err != nil {
		return t, err
	}
	for _, row := range names {
		use := fieldUse{field: filter.Field(row[0])}
		if prefix, ok := strings.CutPrefix(row[1], "+"); ok {
			use.prefix = prefix
		} else {
			use.period = row[1]
		}
		for i, name := range data.List(row[2]) {
			if i == 0 && row[1] == "" {
				t.names[use.field] = name
			}
			t.uses[vietnamese.Fold(name)] = use
		}
	}
	for _, row := range values {
		field := filter.Field(row[0])
		t.values[field] = append(t.values[field], namedValue{row[1], data.List(row[2])})
	}
	for _, v := range topic.All() {
		t.values[filter.Topic] = append(t.values[filter.Topic], namedValue{v.ID, []string{v.Name}})
	}
	return t, nil
}

func useOf(name string) (fieldUse, bool) {
	use, ok := filters().uses[vietnamese.Fold(name)]
	return use, ok
}

// valueOf finds the value of a field that words stand for.
func valueOf(f filter.Field, words string) (namedValue, bool) {
	folded := vietnamese.Fold(words)
	for _, v := range filters().values[f] {
		for _, w := range append(v.words, v.value) {
			if vietnamese.Fold(w) == folded {
				return v, true
			}
		}
	}
	return namedValue{}, false
}

// FieldName is the Vietnamese name of a field, "loại" of filter.Type.
func FieldName(f filter.Field) string {
	if name, ok := filters().names[f]; ok {
		return name
	}
	return string(f)
}
