package vietnamese

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"Kế hoạch":                          "Kế hoạch",
		norm.NFD.String("Ủy ban nhân dân"):  "Ủy ban nhân dân",
		"52/KH\u200b-UB\u00adND\ufeff":      "52/KH-UBND",
		"a\u00a0b\u3000c\u2009d\te":         "a b c d\te",
		"một\r\nhai\rba\u2028bốn\fnăm\x00x": "một\nhai\nba\nbốn\nnămx",
		"e\u200b\u0301":                     "é", // composes once nothing stands between
		"a\xffb":                            "a\uFFFDb",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleanLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "any") + drawText(t)
		clean := Clean(s)
		if again := Clean(clean); again != clean {
			t.Fatalf("Clean(%q) = %q, and again %q", s, clean, again)
		}
		if !norm.NFC.IsNormalString(clean) {
			t.Fatalf("Clean(%q) = %q is not NFC", s, clean)
		}
	})
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"UBND huyện Càng Long":            "ubnd-huyen-cang-long",
		"  Sở TN&MT, tỉnh Đắk Lắk! ":      "so-tn-mt-tinh-dak-lak",
		norm.NFD.String("Thị trấn Đắk R"): "thi-tran-dak-r",
		"北":                               "u5317",
		"--":                              "",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}
