package extract

import (
	"strings"
	"testing"
	"time"

	"tracuu/data"
	"tracuu/internal/portal"
)

// hostile is text that makes careless grammars slow.
var hostile = map[string]string{
	"digits": "0123456789", "slashes": "/", "dashes": "-", "brackets": "(", "numbers": "1/2-3.4,", "open tags": "<div>", "percent": "70% ", "days": "1/1/", "words": "số ngày ", "capitals": "KH-UBND/",
	"blanks": " \t", "lines": "a\n", "items": "- a;\n", "verbs": "giao ", "quotes": "“", "commas": ",", "marks": "e\u0302\u0301", "bars": "a | ",
}

// 10 MB take seconds; the bound is generous for slow machines, and far below
// what a square of the length would take.
func TestHostileTextIsLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("10 MB a case; the race detector is ten times slower")
	}
	const size, bound = 10 << 20, 20 * time.Second
	reg, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	x := New(reg)
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			body := []byte(strings.Repeat(unit, size/len(unit)))
			start := time.Now()
			_, err := x.Page(Input{URL: "http://x.example/a.txt", MediaType: "text/plain", Body: body})
			if d := time.Since(start); d > bound {
				t.Errorf("10 MB took %v", d)
			} else {
				t.Logf("%v, %v", d, err)
			}
		})
	}
}
