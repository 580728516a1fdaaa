package vietnamese

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestExact(t *testing.T) {
	for _, same := range [][2]string{
		{"hoà", "hòa"}, {"Hoà", "hòa"}, {"thuỷ", "thủy"}, {"kĩ", "kỹ"}, {"quí", "quý"}, {"sỹ", "sĩ"}, {"Ðộc", "độc"},
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if a, b := Exact(form.String(same[0])), Exact(same[1]); a != b {
				t.Errorf("%s: %q, %s: %q", same[0], a, same[1], b)
			}
		}
	}
	for _, differ := range [][2]string{{"đường", "dương"}, {"hoà", "hoá"}, {"mi", "my"}, {"ti", "ty"}, {"mả", "mã"}} {
		if Exact(differ[0]) == Exact(differ[1]) {
			t.Errorf("%s and %s are the same", differ[0], differ[1])
		}
	}
}

func TestTokensHealIAndY(t *testing.T) {
	for text, want := range map[string]string{
		"kĩ": "ky", "Lí": "ly", "kì": "ky", "sỹ": "si", "tỉ": "ty", "quí": "quy",
		"mi": "mi", "ti": "ti", "quỉ": "qui", "kỉ": "ki",
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			for tok := range Tokens(form.String(text)) {
				if tok.Text != want {
					t.Errorf("%s: %q, want %q", text, tok.Text, want)
				}
			}
		}
	}
}

// TestExactTables: the tables say what decomposing says.
func TestExactTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		if fast, slow := string(appendExact(nil, s)), string(appendForeign(nil, s)); fast != slow {
			t.Fatalf("%q: %q, decomposed %q", s, fast, slow)
		}
	})
}
