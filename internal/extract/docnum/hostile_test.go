package docnum

import (
	"strings"
	"testing"
	"time"
)

// hostile texts make a careless grammar look back or ahead again and again.
var hostile = []string{
	"1", "1 ", "1/", "1-", "/", "((((", "1/1/", "l1", "1O", "số 1, ", "số ", "số 1 đến ", "1/KH-", "1/TTLT-BCA-", "Luật số 1/QH", "1 /\n", "Nghị quyết số 1, 2 và ", "Đ", "1/2020/",
}

func TestHostileTextIsReadInLinearTime(t *testing.T) {
	const size, bound = 1 << 20, 2 * time.Second // a MB each; the bound is for a busy machine
	for _, piece := range hostile {
		text := strings.Repeat(piece, size/len(piece))
		start := time.Now()
		Find(text)
		if took := time.Since(start); took > bound {
			t.Errorf("%q repeated to a MB takes %v", piece, took)
		}
	}
}
