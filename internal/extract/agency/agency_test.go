package agency

import (
	"testing"

	"tracuu/internal/vietnamese"
)

func TestTablesLoad(t *testing.T) {
	all, err := loadNames()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Errorf("%d names: too few", len(all))
	}
}

func TestIssuer(t *testing.T) {
	here := Context{Place: "huyện Càng Long", Province: "tỉnh Trà Vinh"}
	for _, c := range []struct{ symbol, words, want string }{
		{"KH-UBND", "UBND huyện Càng Long", "UBND huyện Càng Long"},
		{"KH-UBND", "Ủy ban nhân dân huyện", "UBND huyện Càng Long"},
		{"KH-UBND", "Chủ tịch UBND tỉnh", "UBND tỉnh Trà Vinh"},
		{"QĐ-UBND", "Chủ tịch UBND tỉnh Nguyễn Văn A", "UBND tỉnh Trà Vinh"},
		{"KH-UBND", "UBND tỉnh Bình Dương", "UBND tỉnh Bình Dương"},
		{"KH-UBND", "", ""},
		{"KH/HU", "Ban Thường vụ Huyện ủy", "Huyện ủy Càng Long"},
		{"KH/HU", "", "Huyện ủy Càng Long"},
		{"NQ/TU", "Ban Chấp hành Đảng bộ tỉnh", "Tỉnh ủy Trà Vinh"},
		{"KH/ĐU", "Đảng ủy khối cơ quan huyện", "Đảng ủy Khối các cơ quan huyện Càng Long"},
		{"CT/TW", "Ban Bí thư", "Trung ương Đảng"},
		{"TT-BYT", "Bộ trưởng Bộ Y tế", "Bộ Y tế"},
		{"", "Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Trà Vinh"},
		{"", "Bộ Chính trị", "Trung ương Đảng"},
		{"QĐ-UBND", "UBND các xã", ""},
	} {
		var words Agency
		if c.words != "" {
			a, _, ok := At(vietnamese.FoldOffsets(c.words), c.words, 0)
			if !ok {
				t.Errorf("At(%q): no agency", c.words)
			}
			words = a
		}
		if got := here.Issuer(c.symbol, words); got != c.want {
			t.Errorf("Issuer(%q, %q) = %q, want %q", c.symbol, c.words, got, c.want)
		}
	}
}

func TestEndingAt(t *testing.T) {
	text := "Ngày 18/3/2022, UBND huyện Càng Long"
	f := vietnamese.FoldOffsets(text)
	a, begin, ok := EndingAt(f, text, len(f.Text))
	if !ok || a.Words != "UBND huyện Càng Long" || f.Text[begin:begin+4] != "ubnd" {
		t.Errorf("EndingAt = %+v, %d, %v", a, begin, ok)
	}
}
