package extract

import (
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

func reader(t *testing.T) func(text string) {
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

// TestHostileTextIsFast reads 10 MB of what needs no word to be made. It takes
// less than two seconds each on one core; the bound is for slow machines.
func TestHostileTextIsFast(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("10 MB a case; the race detector is ten times slower")
	}
	const size, bound = 10 << 20, 10 * time.Second
	read := reader(t)
	for _, name := range []string{"digits", "slashes", "dashes", "brackets", "commas", "lines", "items"} {
		start := time.Now()
		read(strings.Repeat(hostile[name], size/len(hostile[name])))
		if d := time.Since(start); d > bound {
			t.Errorf("%s: 10 MB took %v", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}
