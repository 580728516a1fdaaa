package gazetteer

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"tracuu/data"
	"tracuu/internal/casetest"
	"tracuu/internal/model"
)

var loaded = sync.OnceValues(func() (*Gazetteer, error) { return Load(data.Units()) })

func all(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var (
	today  = model.Date{Year: 2026, Month: 1, Day: 1}
	before = model.Date{Year: 2025, Month: 6, Day: 30}
)

// The counts are those of the resolutions: 63 provinces became 34, 696
// districts ended, 10,035 communes became 3,321 (the list that the old names are
// from spells two of them in two ways).
func TestCounts(t *testing.T) {
	counts := map[string]int{}
	for _, u := range all(t).Units() {
		level := []string{"", "province", "district", "commune"}[u.Level]
		if u.ValidAt(today) {
			counts[level+" today"]++
			counts[u.Kind+" today"]++
		}
		if u.ValidAt(before) {
			counts[level+" before"]++
		}
	}
	for what, want := range map[string]int{
		"province today": 34, "district today": 0, "commune today": 3321, "phường today": 687, "đặc khu today": 13, "xã today": 2621,
		"province before": 63, "district before": 696, "commune before": 10037,
	} {
		if counts[what] != want {
			t.Errorf("%s: %d, want %d", what, counts[what], want)
		}
	}
}

// Every unit is on one side of the reform with its edges.
func TestEdges(t *testing.T) {
	for _, u := range all(t).Units() {
		if !u.To.IsZero() && len(u.Successors(today)) == 0 {
			t.Errorf("%s has no successor", u.Path())
		}
		if !u.From.IsZero() && len(u.Predecessors(before)) == 0 {
			t.Errorf("%s has no predecessor", u.Path())
		}
		for _, after := range u.Successors(today) {
			if after.Level == Province && u.Level != Province {
				t.Errorf("%s is followed by %s", u.Path(), after.Path())
			}
		}
		if got := u.Successors(model.Date{Year: 2000, Month: 1, Day: 1}); u.From.IsZero() && (len(got) != 1 || got[0] != u) {
			t.Errorf("%s on its own day: %v", u.Path(), got)
		}
	}
}

func TestFind(t *testing.T) {
	g := all(t)
	casetest.Run(t, "testdata/find.txt", func(input string) string {
		name, day := input, today
		if head, ok := strings.CutSuffix(input, " trước 7/2025"); ok {
			name, day = head, before
		}
		var out []string
		for _, u := range g.Find(name) {
			line := u.Path()
			if !u.ValidAt(day) {
				var others []string
				for _, o := range append(u.Successors(day), u.Predecessors(day)...) {
					others = append(others, o.FullName())
				}
				line += " -> " + strings.Join(others, ", ")
			}
			out = append(out, line)
		}
		if out == nil {
			return "none"
		}
		return strings.Join(out, "\n")
	})
}

func TestRowsThatCannotBe(t *testing.T) {
	good := map[string]string{
		"provinces.txt": "tỉnh Cây Đa | tỉnh Cây Đa; tỉnh Cây Đề\n", "earlier.txt": "",
		"communes/cay-da.txt": "xã Một | tỉnh Cây Đề | huyện Hai: xã Một, thị trấn Ba\n",
	}
	load := func(name, content string) error {
		files := fstest.MapFS{}
		for n, c := range good {
			files[n] = &fstest.MapFile{Data: []byte(c)}
		}
		if name != "" {
			files[name] = &fstest.MapFile{Data: []byte(content)}
		}
		_, err := Load(files)
		return err
	}
	if err := load("", ""); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"provinces.txt":       "tỉnh Cây Đa\n",
		"earlier.txt":         "tỉnh X | tỉnh Y | 2025-01-01\n",
		"communes/xa-la.txt":  "xã Một | tỉnh Cây Đề | huyện Hai: xã Một\n",
		"communes/cay-da.txt": "làng Một | tỉnh Cây Đề | huyện Hai: xã Một\n",
	} {
		if err := load(name, content); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s with %q: %v", name, content, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"huyện Càng Long", "tp.", "xã ", "T.P Huế", "\u0301"} {
		f.Add(s)
	}
	g := all(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, u := range g.Find(s) {
			if u.Name == "" || u.Kind == "" {
				t.Fatalf("%+v", u)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(data.Units()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	g := all(b)
	for b.Loop() {
		g.Find("huyện Càng Long")
	}
}
