package vietnamese

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSentences(t *testing.T) {
	for name, tc := range map[string]struct {
		in   string
		want []string
	}{
		"numbers": {
			"Theo Nghị định số 15/2020/NĐ-CP. Cả huyện có 1.200 hộ, giảm 7.5%. Còn lại đạt.",
			[]string{"Theo Nghị định số 15/2020/NĐ-CP.", "Cả huyện có 1.200 hộ, giảm 7.5%.", "Còn lại đạt."},
		},
		"abbreviations": {
			"UBND TP. Trà Vinh và P. Bến Nghé, ThS. Lê Bình v.v. cùng dự. Xong!",
			[]string{"UBND TP. Trà Vinh và P. Bến Nghé, ThS. Lê Bình v.v. cùng dự.", "Xong!"},
		},
		"headings": {
			"1. Mục tiêu\na) Giảm nghèo;\nb) Nước sạch.\nĐiều 5. Tổ chức thực hiện",
			[]string{"1. Mục tiêu", "a) Giảm nghèo;", "b) Nước sạch.", "Điều 5. Tổ chức thực hiện"},
		},
		"broken lines": {
			"Kế hoạch số\n52/KH-UBND của Ủy ban\nnhân dân huyện, ngày\n18/3/2022,\nCăn cứ\n\nđã ban hành",
			[]string{"Kế hoạch số\n52/KH-UBND của Ủy ban\nnhân dân huyện, ngày\n18/3/2022,\nCăn cứ", "đã ban hành"},
		},
		"quotes and a missing blank": {
			"Ông nói: “Phải làm ngay.” Sau đó họp.Các xã… Vâng? Được.",
			[]string{"Ông nói: “Phải làm ngay.”", "Sau đó họp.", "Các xã…", "Vâng?", "Được."},
		},
		"blank": {" \n\t\n ", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, sp := range Sentences(tc.in) {
				got = append(got, tc.in[sp.Start:sp.End])
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkSentences(t, drawText(t)) })
}

// checkSentences: spans are in order, on rune borders, not blank at their
// ends, and all that lies between them is blank.
func checkSentences(t interface{ Fatalf(string, ...any) }, s string) {
	end := 0
	for _, sp := range Sentences(s) {
		checkSpan(t, s, sp.Start, sp.End)
		if sp.Start < end || sp.Start == sp.End {
			t.Fatalf("span %v after %d in %q", sp, end, s)
		}
		if from, to := trimmed(s, end, sp.Start); from != to {
			t.Fatalf("lost %q of %q", s[from:to], s)
		}
		end = sp.End
	}
	if from, to := trimmed(s, end, len(s)); from != to {
		t.Fatalf("lost the end %q of %q", s[from:to], s)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Điều 1. Phạm vi.\nĐiều 2. Đối tượng; 1.200 hộ… “A.”")
	f.Add(".;\n\n.\xff. …\u00a0")
	f.Fuzz(func(t *testing.T, s string) { checkSentences(t, s) })
}

func BenchmarkSentences(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		_ = Sentences(text)
	}
}
