package target_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tracuu/internal/casetest"
	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// posted is the day of posting that the cases assume.
var posted = model.Date{Year: 2022, Month: 3, Day: 30}

func targets(input string) []model.Target {
	return extract.Facts(extract.Text{Text: vietnamese.Clean(input), Posted: posted}).Targets
}

func TestFind(t *testing.T) {
	casetest.Run(t, "testdata/*.txt", func(input string) string {
		var out []string
		for _, g := range targets(input) {
			out = append(out, describe(g))
		}
		if out == nil {
			return "none"
		}
		return strings.Join(out, "\n")
	})
}

// describe gives operator, value, unit and due, what is measured, and its
// family, place and group where they are known.
func describe(g model.Target) string {
	words := []string{string(g.Op)}
	if g.Value != nil {
		value := fmt.Sprint(*g.Value)
		if g.ValueTo != nil {
			value += fmt.Sprintf("..%v", *g.ValueTo)
		}
		words = append(words, value)
	}
	if g.Unit != "" {
		words = append(words, g.Unit)
	}
	if g.Due != "" {
		words = append(words, "by", g.Due)
	}
	line := strings.Join(words, " ") + ": " + g.Indicator
	for _, x := range []struct{ name, value string }{{"family", g.Family}, {"place", g.Place}, {"group", g.Group}} {
		if x.value != "" {
			line += " (" + x.name + " " + x.value + ")"
		}
	}
	return line
}

// Values in the base of their quantity compare across units.
func TestFactor(t *testing.T) {
	for text, want := range map[string]float64{
		"Phấn đấu thu ngân sách đạt 1,5 tỷ đồng.":         1.5e9,
		"Phấn đấu thu ngân sách đạt 1.500 triệu đồng.":    1.5e9,
		"Phấn đấu thu ngân sách đạt 1 tỷ 500 triệu đồng.": 1.5e9,
		"Phấn đấu trồng mới 20 ha rừng.":                  2e5,
		"Phấn đấu tỷ lệ hộ nghèo còn 2,5%.":               0.025,
	} {
		got := targets(text)
		if len(got) != 1 || got[0].Value == nil {
			t.Errorf("%s: %+v, want one target", text, got)
			continue
		}
		if v := *got[0].Value * got[0].Factor; v < want*(1-1e-9) || v > want*(1+1e-9) {
			t.Errorf("%s: %v in the base, want %v", text, v, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Mục tiêu đến năm 2025:\n- Tỷ lệ hộ nghèo dưới 2%;\n- Có 05 xã đạt chuẩn.", "phấn đấu từ 50% lên 70%", "| Chỉ tiêu | ĐVT | Kế hoạch 2025 |\n| Xã | xã | ≥ 5 |",
		"## 2. Mục tiêu\n**Đến năm 2035:** x; y", "phấn đấu 394 tỷ 581 triệu đồng", "bảo đảm mỗi xã có ít nhất một trường, một trạm",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = vietnamese.Clean(s)
		got := targets(s)
		for _, g := range got {
			if g.Start < 0 || g.End > len(s) || g.Start >= g.End || s[g.Start:g.End] != g.Quote || g.Rule == "" || (g.Value == nil) != (g.Op == model.Qualitative) {
				t.Fatalf("%+v in %q", g, s)
			}
			if !strings.HasPrefix(strings.ToValidUTF8(g.Quote, "\x00"), g.Quote) {
				t.Fatalf("quote cuts a letter: %q", g.Quote)
			}
		}
	})
}

// The time of hostile text grows with its length only: four times the text must
// not take much more than four times as long. The machine may be busy, so the
// best of some tries counts.
func TestHostile(t *testing.T) {
	const size, factor, most = 128 << 10, 4, 9
	took := func(piece string, size int) time.Duration {
		source := source(strings.Repeat(piece, size/len(piece)))
		start := time.Now()
		find(source)
		return max(time.Since(start), time.Millisecond)
	}
	for _, piece := range []string{"1", "/", "(", "1 ", "1,", "1% ", "phấn đấu 1% ", "mục tiêu ", "đã ", "- ", "năm 2025 ", "| ", "chỉ tiêu | kế hoạch\n", "một ", "Mục tiêu:\n", "a", "phấn đấu ", "; đạt 5%"} {
		best := float64(most)
		for range 5 {
			if best = min(best, float64(took(piece, factor*size))/float64(took(piece, size))); best < most {
				break
			}
		}
		if best >= most {
			t.Errorf("%q repeated: %d times the text took %d times as long or more", piece, factor, most)
		}
	}
}
