package completion

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

func table(t *testing.T, labels ...string) *Table {
	t.Helper()
	table := New(Options{})
	for i, l := range labels {
		if !table.Put([]Entry{{ID: fmt.Sprint(i), Label: l, Weight: 10}}) {
			t.Fatal("the table is full")
		}
	}
	return table
}

func labels(matches []Match) string {
	var out []string
	for _, m := range matches {
		out = append(out, m.Label)
	}
	return strings.Join(out, "; ")
}

func TestComplete(t *testing.T) {
	table := table(t,
		"Đăng ký khai sinh", "Khai thuế điện tử", "Lịch tiếp công dân tháng 8", "Đường giao thông", "Dương Văn Mẫu",
		"Kế hoạch năm 2024", "Thủ tục đăng ký khai tử", "Hòa giải ở cơ sở")
	for _, c := range []struct{ typed, want string }{
		{"khai", "Khai thuế điện tử; Đăng ký khai sinh; Thủ tục đăng ký khai tử"},
		{"khai s", "Đăng ký khai sinh"},
		{"KHAI  T", "Khai thuế điện tử; Thủ tục đăng ký khai tử"},
		{"đăng ký kh", "Đăng ký khai sinh; Thủ tục đăng ký khai tử"},
		{"dang ky khai sinh", "Đăng ký khai sinh"},
		{"duong", "Đường giao thông; Dương Văn Mẫu"},
		{"đường", "Đường giao thông; Dương Văn Mẫu"},
		{"dương", "Dương Văn Mẫu; Đường giao thông"},
		{"đươ", "Đường giao thông; Dương Văn Mẫu"},
		{"dươ", "Dương Văn Mẫu; Đường giao thông"},
		{"hoà giải", "Hòa giải ở cơ sở"},
		{"202", "Kế hoạch năm 2024"},
		{"2025", ""},
		{"tháng 8", "Lịch tiếp công dân tháng 8"},
		{"tháng 9", ""},
		{"ai sinh", ""}, // words are not entered in the middle
		{"khai ", "Khai thuế điện tử; Đăng ký khai sinh; Thủ tục đăng ký khai tử"},
		{"kha ", ""},
		{"", ""},
		{"!!", ""},
	} {
		if got := labels(table.Complete(Type(c.typed), 10, nil)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.typed, got, c.want)
		}
	}
	if got := labels(table.Scattered(Type("khai ký thủ"), 10)); got != "Thủ tục đăng ký khai tử" {
		t.Errorf("words in another order: %q", got)
	}
	if got := labels(table.Scattered(Type("dân lịch"), 10)); got != "Lịch tiếp công dân tháng 8" {
		t.Errorf("words in another order: %q", got)
	}
	if got := labels(table.Scattered(Type("tử tục"), 10)); got != "Thủ tục đăng ký khai tử" {
		t.Errorf("a word at the end: %q", got)
	}
	if got := labels(table.Scattered(Type("lịch tháng 9"), 10)); got != "" {
		t.Errorf("a number is no other: %q", got)
	}
}

func TestWeightsAndSame(t *testing.T) {
	table := New(Options{})
	table.Put([]Entry{
		{ID: "a", Label: "Lịch tiếp công dân", Weight: 1},
		{ID: "b", Label: "Lịch tiếp công dân", Weight: 90},
		{ID: "c", Label: "Lịch làm việc", Weight: 50},
		{ID: "d", Label: "Thông báo lịch tiếp công dân", Weight: 127},
	})
	got := table.Complete(Type("lich"), 10, nil)
	if want := "Lịch tiếp công dân; Lịch làm việc; Thông báo lịch tiếp công dân"; labels(got) != want {
		t.Fatalf("got %q, want %q", labels(got), want)
	}
	if got[0].ID != "b" || got[0].Same != 2 || got[1].Same != 1 || !got[0].Whole || got[2].Whole {
		t.Errorf("got %+v", got)
	}
	chosen := table.Complete(Type("lich"), 10, func(e Entry) bool { return e.Weight < 60 })
	if labels(chosen) != "Lịch làm việc; Lịch tiếp công dân" || chosen[1].ID != "a" {
		t.Errorf("chosen %+v", chosen)
	}
}

func TestParts(t *testing.T) {
	show := func(typed, label string) string {
		var b strings.Builder
		for _, p := range Type(typed).Parts(label) {
			if p.Match {
				p.Text = "[" + p.Text + "]"
			}
			b.WriteString(p.Text)
		}
		return b.String()
	}
	for _, c := range []struct{ typed, label, want string }{
		{"khai si", "Đăng ký khai sinh", "Đăng ký [khai si]nh"},
		{"duo", "Tuyến đường mới", "Tuyến [đườ]ng mới"},
		{"kh 52", "Kế hoạch 52/KH-UBND", "Kế hoạch [52/KH]-UBND"},
		{"52/KH", "Kế hoạch 52/KH-UBND", "Kế hoạch [52/KH]-UBND"},
		{"xyz", "Kế hoạch", "Kế hoạch"},
		{"", "Kế hoạch", "Kế hoạch"},
		{"a", "", ""},
		{"nuong", "Nu\u031bo\u031b\u0301ng ra\u0302\u0303y", "[Nu\u031bo\u031b\u0301ng] ra\u0302\u0303y"},
	} {
		if got := show(c.typed, c.label); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.typed, c.label, got, c.want)
		}
	}
}

// TestAgainstAList holds a table, through changes and merges, against the plain
// way of looking through a list.
func TestAgainstAList(t *testing.T) {
	const rounds, batch = 60, 40
	rng := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ke hoach khai sinh tu thue dat dai giao thong 52 2024 kh an toan a b quy dinh")
	name := func() string {
		words := make([]string, 1+rng.IntN(6))
		for i := range words {
			words[i] = syllables[rng.IntN(len(syllables))]
		}
		return strings.Join(words, " ")
	}
	table, list := New(Options{}), map[string]Entry{}
	for range rounds {
		var put []Entry
		for range 1 + rng.IntN(batch) {
			put = append(put, Entry{ID: fmt.Sprint(rng.IntN(900)), Label: name(), Weight: rng.IntN(MaxWeight + 1)})
		}
		table.Put(put)
		for _, e := range put {
			list[e.ID] = e
		}
		gone := fmt.Sprint(rng.IntN(900))
		table.Delete([]string{gone})
		delete(list, gone)
		if table.Len() != len(list) {
			t.Fatalf("%d names, want %d", table.Len(), len(list))
		}
		typed := name()
		typed = typed[:1+rng.IntN(len(typed))]
		compare(t, table, list, typed)
	}
	if n := len(table.segments); n > 12 {
		t.Errorf("%d segments: nothing was merged", n)
	}
}

func compare(t *testing.T, table *Table, list map[string]Entry, typed string) {
	t.Helper()
	const limit = 7
	best := map[string]int{} // label: weight, the beginning of a name above all
	for _, e := range list {
		w := -1
		switch key := Type(typed).Key; {
		case strings.HasPrefix(e.Label, key):
			w = e.Weight + wholeBonus
		case strings.Contains(" "+e.Label, " "+key):
			w = e.Weight
		}
		if old, seen := best[e.Label]; w >= 0 && (!seen || w > old) {
			best[e.Label] = w
		}
	}
	var want []int
	for _, w := range best {
		want = append(want, w)
	}
	slices.SortFunc(want, func(a, b int) int { return cmp.Compare(b, a) })
	want = want[:min(limit, len(want))]
	var got []int
	for _, m := range table.Complete(Type(typed), limit, nil) {
		w, ok := best[m.Label]
		if !ok {
			t.Errorf("%q: %q does not fit", typed, m.Label)
		}
		got = append(got, w)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q: weights %v, want %v", typed, got, want)
	}
}

func TestFull(t *testing.T) {
	table := New(Options{MaxBytes: 1 << 10})
	many := make([]Entry, 100)
	for i := range many {
		many[i] = Entry{ID: fmt.Sprint(i), Label: fmt.Sprintf("Tên thứ %d", i)}
	}
	if !table.Put(many) || table.Bytes() < 1<<10 {
		t.Fatal("the first names were not taken")
	}
	if table.Put([]Entry{{ID: "5", Label: "Tên mới"}, {ID: "x", Label: "Tên mới"}}) {
		t.Error("a full table took more")
	}
	if got := table.Complete(Type("tên thứ 5"), 20, nil); slices.ContainsFunc(got, func(m Match) bool { return m.ID == "5" }) {
		t.Error("a name that changed is told as it was")
	}
}

// TestShared reads and writes at once, for the race detector.
func TestShared(t *testing.T) {
	table := New(Options{})
	var group sync.WaitGroup
	for w := range 2 {
		group.Go(func() {
			for i := range 60 {
				table.Put([]Entry{{ID: fmt.Sprint(i), Label: fmt.Sprintf("Kế hoạch %d của %d", i, w)}})
				table.Delete([]string{fmt.Sprint(i - 3)})
			}
		})
		group.Go(func() {
			for range 60 {
				table.Complete(Type("kế hoạch 1"), 5, nil)
				table.Scattered(Type("hoạch của"), 5)
			}
		})
	}
	group.Wait()
}

func FuzzComplete(f *testing.F) {
	f.Add("Kế hoạch 52/KH-UBND", "52 kh")
	f.Add("\xff\x00a", "a\x00")
	f.Add(strings.Repeat("đ", 500), "đđ")
	f.Fuzz(func(t *testing.T, label, typed string) {
		table := New(Options{})
		table.Put([]Entry{{ID: "1", Label: label, Key: typed}, {ID: "2", Label: label}, {ID: "3", Label: typed}})
		for _, m := range append(table.Complete(Type(typed), 5, nil), table.Scattered(Type(typed), 5)...) {
			var b strings.Builder
			for _, p := range Type(typed).Parts(m.Label) {
				b.WriteString(p.Text)
			}
			if b.String() != m.Label {
				t.Fatalf("the parts of %q are %q", m.Label, b.String())
			}
		}
	})
}
