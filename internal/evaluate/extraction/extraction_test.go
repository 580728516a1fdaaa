package extraction

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func pages(t *testing.T, lines ...string) []Page {
	t.Helper()
	all, err := ReadPages(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestMeasure(t *testing.T) {
	tests := []struct {
		name, field, label, read string
		want                     Outcome
	}{
		{"title without case and end marks", "title", `"title":"Hội nghị."`, `"title":"HỘI NGHỊ"`, Outcome{Found: []string{"Hội nghị."}}},
		{"no headline, nothing to say", "title", `"title":null`, `"title":"Tin"`, Outcome{}},
		{"a wrong headline is both", "title", `"title":"Hội nghị"`, `"title":"Tin"`, Outcome{Missed: []string{"Hội nghị"}, Invented: []string{"Tin"}}},
		{"day invented", "published", `"published":null`, `"published":"2022-03-18"`, Outcome{Invented: []string{"2022-03-18"}}},
		{
			"a number counts once", "numbers", `"numbers":[{"canonical":"52/KH-UBND"},{"canonical":"52/kh-ubnd"}]`,
			`"numbers":[{"canonical":"52 / KH-UBND"}]`,
			Outcome{Found: []string{"52/KH-UBND"}},
		},
		{
			"bare mention", "numbers", `"numbers":[{"type":"CT","no":"015","canonical":null}]`, `"numbers":[{"type":null,"no":"15"}]`,
			Outcome{Missed: []string{"CT 15"}, Invented: []string{"? 15"}},
		},
		{"period", "dates", `"dates":[{"from":"2022-01-01","to":"2022-12-31"}]`, `"dates":[]`, Outcome{Missed: []string{"2022-01-01..2022-12-31"}}},
		{
			"half of the words", "targets", `"targets":[{"quote":"đạt 70% trở lên hộ nghèo"}]`, `"targets":[{"quote":"70% trở lên"}]`,
			Outcome{Found: []string{"đạt 70% trở lên hộ nghèo"}},
		},
		{
			"unit by another name", "targets.value", `"targets":[{"quote":"a b","op":">","value":70,"unit":"%"}]`,
			`"targets":[{"quote":"a b","op":">=","value":70.0,"unit":"phần trăm"}]`,
			Outcome{Found: []string{"a b → > 70 %"}},
		},
		{
			"the end of June is June", "targets.due", `"targets":[{"quote":"a","op":"qual","due":"2022-06-30"}]`,
			`"targets":[{"quote":"a","op":"qual","due":"2022-06"}]`,
			Outcome{Found: []string{"a → 2022-06-30"}},
		},
		{
			"relation of another kind", "relations", `"relations":[{"to":"5-ct/tw","type":"implements"}]`,
			`"relations":[{"to":"5-CT/TW","type":"guides"}]`,
			Outcome{Missed: []string{"5-CT/TW implements"}, Invented: []string{"5-CT/TW guides"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			label := pages(t, `{"page":"a/b.html",`+tt.label+`}`)
			read := pages(t, `{"page":"x\\a\\b.html",`+tt.read+`}`)
			var got Outcome
			for _, o := range Measure(label, read) {
				if o.Field == tt.field {
					got = o
				}
			}
			got.Page, got.Field = "", ""
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	figures := Figures([]Outcome{
		{Field: "dates", Found: []string{"a", "b"}, Missed: []string{"c"}},
		{Field: "dates", Found: []string{"d"}, Invented: []string{"e", "f", "g"}},
		{Field: "title", Invented: []string{"x"}}, // nothing labelled
	})
	if len(figures) != 1 {
		t.Fatalf("%v", figures)
	}
	f := figures[0]
	if f.Gold() != 4 || f.Precision() != 0.5 || f.Recall() != 0.75 || f.F1() != 0.6 {
		t.Errorf("%+v: %v %v %v", f, f.Precision(), f.Recall(), f.F1())
	}
}

func TestChanges(t *testing.T) {
	before := []Outcome{{Page: "p", Field: "dates", Found: []string{"a", "a", "b"}, Missed: []string{"c"}, Invented: []string{"x", "y"}}}
	now := []Outcome{
		{Page: "p", Field: "dates", Found: []string{"a", "c"}, Missed: []string{"a", "b"}, Invented: []string{"y", "z"}},
		{Page: "new", Field: "dates", Missed: []string{"q"}},
	}
	var file strings.Builder
	if err := NewBaseline(before).Write(&file); err != nil {
		t.Fatal(err)
	}
	recorded, err := ReadBaseline(strings.NewReader(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(NewBaseline(before), recorded); diff != "" {
		t.Error(diff)
	}
	if same := Changes(recorded, before); len(same) != 0 {
		t.Errorf("a run differs from itself: %v", same)
	}
	count := map[string]int{}
	for _, c := range Changes(recorded, now) {
		switch {
		case c.Loss && c.Invented:
			count["now invented "+c.Item]++
		case c.Loss:
			count["lost "+c.Item]++
		case c.Invented:
			count["mended"]++
		default:
			count["gained "+c.Item]++
		}
	}
	want := map[string]int{"lost a": 1, "lost b": 1, "now invented z": 1, "gained c": 1, "mended": 1}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Error(diff)
	}
}

func TestReportNamesEachField(t *testing.T) {
	report := Report([]Outcome{{Page: "site/a", Field: "dates", Found: []string{"d"}}, {Page: "other/b", Field: "dates", Missed: []string{"d"}}})
	for _, want := range []string{"Labelled pages: 2", "| dates | 2 | 1 | 1 | 0 | 1.000 | 0.500 | 0.667 | F1 0.96 |", "| dates | 1.000 (1) | 0.000 (1) |"} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is not in\n%s", want, report)
		}
	}
}
