package date

import (
	"strings"
	"testing"
	"time"

	"tracuu/internal/model"
)

// hostile texts make a careless reader look back or ahead again and again.
var hostile = []string{
	"1", "1 ", "1/", "1/1 ", "1-", "/", "ngày 1/1 ", "tháng 3 ", "tháng 3, ", "quý I ", "năm 2020 ", "từ ", "từ ngày 1 đến ", "2019-", "cùng ngày ", "ngày 1/1/2020 cùng ngày ", "6 tháng đầu năm ", "tháng trước ", "ngày 1, ",
}

func TestHostileTextIsReadInLinearTime(t *testing.T) {
	const size, bound = 1 << 19, 2 * time.Second // half a MB each; the bound is for a busy machine
	for _, piece := range hostile {
		text := strings.Repeat(piece, size/len(piece))
		var numbers []model.Span
		for at := 0; at < len(text); at += 64 {
			numbers = append(numbers, model.Span{Start: at, End: at + 4})
		}
		start := time.Now()
		Find(text, Context{Posted: posted, Exclude: numbers})
		Find(text, Context{})
		if took := time.Since(start); took > bound {
			t.Errorf("%q repeated to half a MB takes %v", piece, took)
		}
	}
}
