package bleve

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/index"
	"tracuu/internal/model"
)

func TestPhrases(t *testing.T) {
	for in, want := range map[string][]string{
		`nước sạch`:                nil,
		`"nước sạch" nông thôn`:    {"nước sạch"},
		`“một” và «hai ba» "`:      {"một", "hai ba"},
		`"" " " "x"`:               {"x"},
		`chưa "đóng`:               nil,
		strings.Repeat(`"a" `, 20): strings.Fields(strings.Repeat("a ", maxPhrases)),
	} {
		if diff := cmp.Diff(want, phrases(in)); diff != "" {
			t.Errorf("%s:\n%s", in, diff)
		}
	}
}

func TestCompactKey(t *testing.T) {
	for in, want := range map[string]string{
		"613/KH-UBND": "613khubnd", "052/KH-UBND": "52khubnd", "15/2020/NĐ-CP": "152020ndcp", "68-KH/HU": "68khhu",
		"45/2019/QH14": "452019qh14", "12/2020/TTLT-BTC-BNV": "122020ttltbtcbnv", "2022": "", "": "",
	} {
		if got := compactKey(in); got != want {
			t.Errorf("compactKey(%q) = %q, want %q", in, got, want)
		}
	}
	var got []string
	for _, k := range compactKeys("kế hoạch 613 KH – UBND ngày 5", 3) {
		got = append(got, k.key)
	}
	if diff := cmp.Diff([]string{"613kh", "613khubnd", "613khubndngay"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnalyzers(t *testing.T) {
	text := "Kế hoạch 52/KH-UBND. Giảm nghèo; nước “sạch”\nmới " + strings.Repeat("a", maxTerm+1)
	for name, tc := range map[string]struct{ got, want []string }{
		"words": {
			words(text, 99),
			[]string{"ke", "hoach", "52", "kh", "ubnd", "52/kh-ubnd", "giam", "ngheo", "nuoc", "sach", "moi"},
		},
		"pairs": {
			pairs(text, 99),
			[]string{"ke hoach", "hoach 52", "52 kh", "kh ubnd", "giam ngheo", "nuoc sach"},
		},
		"limit": {words("một hai một ba", 2), []string{"mot", "hai"}},
	} {
		if diff := cmp.Diff(tc.want, tc.got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func FuzzQuery(f *testing.F) {
	f.Add(`kế hoạch "nước sạch" 52/KH-UBND`)
	f.Add("\xff“\"")
	f.Fuzz(func(t *testing.T, text string) {
		if q := newAsk(index.Request{Text: text}); len(q.words) == 0 && len(words(text, 1)) > 0 {
			t.Fatalf("no query for %q", text)
		}
	})
}

// benchRecords are n articles of some 1.5 kB whose words differ.
func benchRecords(n int) []index.Record {
	themes := []string{"nước sạch nông thôn", "giảm nghèo bền vững", "chuyển đổi số", "phòng cháy rừng", "đường giao thông", "rác thải nhựa", "xây dựng trường học"}
	rs := make([]index.Record, n)
	for i := range rs {
		theme, other := themes[i%len(themes)], themes[(i/7)%len(themes)]
		text := fmt.Sprintf("Thực hiện Kế hoạch số %d/KH-UBND về %s, các xã gắn với %s, phấn đấu đạt %d%% vào năm %d. ", i, theme, other, i%100, 2020+i%10)
		rs[i] = index.Record{
			ID: fmt.Sprint(i), Kind: model.ArticleChanged, Portal: "sonha", Title: "Kế hoạch " + theme,
			Text: strings.Repeat(text, 8), Numbers: []string{fmt.Sprintf("%d/KH-UBND", i)},
		}
	}
	return rs
}

func BenchmarkApply(b *testing.B) {
	rs := benchRecords(500)
	size := 0
	for _, r := range rs {
		size += len(r.Title) + len(r.Text)
	}
	b.SetBytes(int64(size))
	e := mustOpen(b, filepath.Join(b.TempDir(), "index"))
	for b.Loop() {
		if err := e.Apply(b.Context(), index.Batch{Upserts: rs, Sequence: 1}); err != nil {
			b.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkSearch(b *testing.B) {
	e := mustOpen(b, filepath.Join(b.TempDir(), "index"))
	if err := e.Apply(b.Context(), index.Batch{Upserts: benchRecords(5000), Sequence: 1}); err != nil {
		b.Fatal(err)
	}
	var huge strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&huge, "ke hoach %d nuoc sach ", i)
	}
	for name, text := range map[string]string{
		"topic": "nuoc sach nong thon", "number": "613 kh ubnd", "100 KB": huge.String(),
		"question": "các xã phấn đấu đạt bao nhiêu phần trăm hộ dân được dùng nước sạch vào năm 2025 theo kế hoạch của ủy ban nhân dân huyện gắn với giảm nghèo bền vững",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Search(b.Context(), index.Request{Text: text}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	if err := e.Close(); err != nil {
		b.Fatal(err)
	}
}
