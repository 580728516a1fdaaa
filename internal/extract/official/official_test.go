package official

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"tracuu/internal/casetest"
	"tracuu/internal/vietnamese"
)

func TestWordsLoad(t *testing.T) {
	if len(typeWords()) == 0 || len(positions()) == 0 || len(issuerWords()) == 0 {
		t.Error("data/rules/official.txt does not load")
	}
}

func TestRead(t *testing.T) {
	casetest.Run(t, "testdata/*.txt", func(input string) string {
		text := vietnamese.Clean(input)
		var b strings.Builder
		for _, p := range Read(text) {
			words := strings.Join(strings.Fields(text[p.Start:p.End]), " ")
			if runes := []rune(words); len(runes) > 60 {
				words = string(runes[:28]) + " … " + string(runes[len(runes)-28:])
			}
			fmt.Fprintf(&b, "%s %q: %s\n", p.Kind, p.Label, words)
		}
		return b.String()
	})
}

func lawsHold(t *testing.T, text string) {
	t.Helper()
	last := 0
	for _, p := range Read(text) {
		if p.Start < last || p.End > len(text) || p.Start >= p.End || p.Line < p.Start || p.Line > p.End {
			t.Fatalf("%+v in %q", p, text)
		}
		if !utf8.ValidString(text[p.Start:p.End]) || strings.TrimSpace(text[p.Start:p.End]) == "" {
			t.Fatalf("%+v is %q", p, text[p.Start:p.End])
		}
		last = p.Start
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"ỦY BAN NHÂN DÂN\nSố: 1/QĐ-UBND\nHạ Châu, ngày 1 tháng 2 năm 2023\nQUYẾT ĐỊNH\nVề việc x\nCăn cứ y;\nĐiều 1. z./.\nNơi nhận:\n- A;\nCHỦ TỊCH\nLê Văn A",
		"PHỤ LỤC I\n(Kèm theo)\n1. a) “b", "I. A\n1. B\na) C", "Phần thứ nhất\nChương 1", "(kèm theo", "Điều 1.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { lawsHold(t, vietnamese.Clean(s)) })
}

func TestLawsOnRandomLines(t *testing.T) {
	lines := []string{
		"CHỦ TỊCH", "(Kèm theo Quyết định số 1/QĐ-UBND)", "PHỤ LỤC I", "QUY CHẾ", "1. A", "I. B", "a) C", "Điều 2. D", "Chương II", "Lê Văn Mẫu", "Nơi nhận:", "- E;",
		"x./.", "“y", "z”", "Số: 5/QĐ-UBND", "Hạ Châu, ngày 1 tháng 2 năm 2023", "QUYẾT ĐỊNH", "Căn cứ Luật", "V/v x", "ỦY BAN NHÂN DÂN", "I. CHỦ TỊCH",
	}
	rapid.Check(t, func(rt *rapid.T) {
		lawsHold(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(lines)).Draw(rt, "lines"), "\n"))
	})
}

func TestHostileTextIsLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("2 MB a case; the race detector is ten times slower")
	}
	for name, unit := range map[string]string{
		"articles": "Điều 1. a\n", "points": "a) b\n", "annexes": "PHỤ LỤC\n", "attached": "A B\n(Kèm theo\n", "capitals": "CHỦ TỊCH\n", "digits": "1", "quotes": "“\n", "end": "./.\n", "bases": "Căn cứ a\n", "recipients": "Nơi nhận:\n- a;\n",
	} {
		start := time.Now()
		Read(strings.Repeat(unit, 2<<20/len(unit)))
		if d := time.Since(start); d > 10*time.Second { // a generous bound: other tests run beside
			t.Errorf("%s: 2 MB in %v", name, d)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Điều 5. Trách nhiệm thi hành\n1. Các sở, ban, ngành tổ chức thực hiện theo chức năng, nhiệm vụ được giao.\na) Báo cáo kết quả trước ngày 15 tháng 12 hằng năm;\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text)
	}
}
