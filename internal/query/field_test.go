package query

import (
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
)

// TestFilterNames: every name of every row opens a filter of its field, with
// and without accents, and keeps its value.
func TestFilterNames(t *testing.T) {
	rows, err := data.Table("filters.txt", 3)
	if err != nil {
		t.Fatal(err)
	}
	values := map[filter.Field]string{
		filter.Type: "KH", filter.Level: "huyện", filter.Year: "2022", filter.Day: "3/2022", filter.File: "có", filter.State: "cited",
	}
	for _, row := range rows {
		for _, name := range data.List(row[2]) {
			value := values[filter.Field(row[0])]
			switch {
			case value == "":
				value = `"Càng Long"`
			case row[1] == "+quý":
				value = "1/2022"
			}
			q := Read("rác "+name+":"+value+" nhựa", sunday)
			if q.Where == nil || q.Where.Field != filter.Field(row[0]) || q.Text != "rác nhựa" || len(q.Notes) > 0 {
				t.Errorf("%s:%s is read as %s", name, value, describeQuestion(q))
			}
			if upper := Read(strings.ToUpper("rác "+name)+":"+value+" nhựa", sunday); upper.Where == nil {
				t.Errorf("%s is not known in capitals", name)
			}
		}
	}
	for _, f := range filter.Facets() {
		if FieldName(f) == string(f) {
			t.Errorf("field %s has no Vietnamese name", f)
		}
	}
}

// TestFilterValues: every word of every row names its value, and what the
// normal form prints is not the beginning of another value.
func TestFilterValues(t *testing.T) {
	rows, err := data.Table("filter_values.txt", 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		field := filter.Field(row[0])
		for _, word := range data.List(row[2]) {
			q := Read(FieldName(field)+`:"`+word+`"`, sunday)
			want := row[1]
			if field == filter.File && want == noFile {
				want = filter.WithFile
			}
			if q.Where == nil || values(q.Where) != want {
				t.Errorf("%s %q is read as %s", field, word, describeQuestion(q))
			}
			if field == filter.Type {
				if docnum.TypeName(want) == want {
					t.Errorf("%q names no type: %s", word, want)
				}
				continue
			}
			for _, other := range rows {
				if other[0] != row[0] {
					continue
				}
				for _, longer := range data.List(other[2]) {
					if first := data.List(row[2])[0]; strings.HasPrefix(longer, first+" ") && !strings.Contains(first, " ") {
						t.Errorf("%s: %q begins with %q", field, longer, first)
					}
				}
			}
		}
	}
}

// values is the one value of a condition or of what it excludes.
func values(e *filter.Expr) string {
	if e.Op == filter.Not {
		return e.Of[0].Value
	}
	return e.Value
}

// TestRelativePeriods: every row is a period that today is reckoned from.
func TestRelativePeriods(t *testing.T) {
	rows, err := data.Table("periods.txt", 3)
	if err != nil {
		t.Fatal(err)
	}
	day := today{sunday.Today}
	for _, row := range rows {
		for _, words := range data.List(row[2]) {
			switch row[0] {
			case "unit":
				words = "2 " + words + " qua"
			case "back":
				words = "2 ngày " + words
			}
			p, ok := day.relative(words)
			if !ok || p.from.IsZero() || p.from.Compare(p.to) > 0 || row[1] == "0" && (p.from.Compare(day.day) > 0 || p.to.Compare(day.day) < 0) {
				t.Errorf("%q: %+v, %v", words, p, ok)
			}
			if _, ok := (today{}).relative(words); ok {
				t.Errorf("%q is reckoned without a day of today", words)
			}
		}
	}
}
