package extract

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"tracuu/data"
	"tracuu/internal/portal"
)

// hostile is text that makes careless grammars slow: signs alone, and the words
// on which readers look back or ahead, over and over.
var hostile = map[string]string{
	"digits": "0123456789", "slashes": "/", "dashes": "-", "brackets": "(", "numbers": "1/2-3.4,", "open tags": "<div>", "percent": "70% ", "days": "1/1/",
	"words": "số ngày ", "capitals": "KH-UBND/", "blanks": " \t", "lines": "a\n", "items": "- a;\n", "verbs": "giao ", "quotes": "“", "commas": ",",
	"marks": "e\u0302\u0301", "bars": "a | ", "issued": "UBND ban hành 1/QĐ-UBND ", "actors": "Sở Y tế; ", "bases": "Căn cứ 1/QĐ-UBND\n",
	"citations": "1/2020/TT-BTC a 1/1/2019 của Bộ Y tế ", "goals": "phấn đấu đạt 70% ", "headings": "Sở Y tế:\n", "rows": "1 | Sở Y tế | 70% | 2020\n",
	"orders": "giao Sở Y tế; ", "partners": "Sở Y tế chủ trì, phối hợp với ", "changes": "sửa đổi, bổ sung ", "articles": "Điều 1. ",
}

func reader(t testing.TB) func(text string) {
	t.Helper()
	reg, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	x := New(reg)
	return func(text string) {
		if _, err := x.Page(Input{URL: "http://x.example/a.txt", MediaType: "text/plain", Body: []byte(text)}); err != nil {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

// TestHostileTextIsLinear compares the time for a text with that for four times
// as much, which a square of the length would make sixteen times.
func TestHostileTextIsLinear(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes times meaningless")
	}
	const size, factor, most = 64 << 10, 4, 9
	read := reader(t)
	took := func(unit string, size int) time.Duration {
		text := strings.Repeat(unit, size/len(unit))
		start := time.Now()
		read(text)
		return time.Since(start)
	}
	for name, unit := range hostile {
		var ratios []float64 // the machine may be busy: the best of some counts
		for range 5 {
			r := float64(took(unit, factor*size)) / float64(max(took(unit, size), time.Millisecond))
			if ratios = append(ratios, r); r < most {
				break
			}
		}
		if slices.Min(ratios) >= most {
			t.Errorf("%s: %d times the text took %.1f times as long", name, factor, slices.Min(ratios))
		}
	}
}

// BenchmarkHostile tells the speed at which hostile text is read. 10 MB of
// digits, slashes, dashes or brackets take less than two seconds on one core.
func BenchmarkHostile(b *testing.B) {
	const size = 10 << 20
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		b.Run(name, func(b *testing.B) {
			read := reader(b)
			text := strings.Repeat(hostile[name], size/len(hostile[name]))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				read(text)
			}
		})
	}
}
