package date

import (
	"strings"
	"testing"

	"tracuu/internal/casetest"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// posted is the day of posting that the cases assume.
var posted = model.Date{Year: 2022, Month: 3, Day: 30}

func TestFind(t *testing.T) {
	casetest.Run(t, "testdata/*.txt", func(input string) string {
		var out []string
		for _, d := range Find(input, Context{Posted: posted}) {
			line := d.From.String()
			if d.From != d.To {
				line += " .. " + d.To.String()
			}
			if d.Rule == RuleInferred {
				line += " (year inferred)"
			}
			out = append(out, line+"  «"+d.Quote+"»")
		}
		if out == nil {
			return "none"
		}
		return strings.Join(out, "\n")
	})
}

func TestNoDateInsideANumber(t *testing.T) {
	text := "Nghị định 20/2019/NĐ-CP"
	if got := Find(text, Context{Exclude: []model.Span{{Start: 0, End: len(text)}}}); len(got) != 0 {
		t.Errorf("Find = %+v, want none", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"ngày 18/3/2022", "quý I", "từ ngày 1 đến 5/6", "giai đoạn 2021-2025", "6 tháng đầu năm", "32/13/2022"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = vietnamese.Clean(s)
		for _, d := range Find(s, Context{Posted: posted}) {
			if d.Start < 0 || d.End > len(s) || s[d.Start:d.End] != d.Quote || d.From.Compare(d.To) > 0 {
				t.Fatalf("%+v in %q", d, s)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Từ ngày 27/3 đến ngày 09/4/2019, trong giai đoạn 2016-2020, UBND huyện tổ chức thực hiện nhiệm vụ phát triển kinh tế, xã hội quý I/2019 trên địa bàn. ", 300)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, Context{Posted: posted})
	}
}
