package vietnamese

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tracuu/internal/casetest"
)

func TestTCVN3TableIsWhole(t *testing.T) {
	if from, to := utf8.RuneCountInString(tcvn3From), utf8.RuneCountInString(tcvn3To); from != to || len(tcvn3Table()) != from {
		t.Errorf("%d and %d letters, %d of them distinct", from, to, len(tcvn3Table()))
	}
}

func TestModern(t *testing.T) {
	casetest.Run(t, "testdata/legacy.txt", Modern)
}

func TestIsSyllable(t *testing.T) {
	for word, want := range map[string]bool{
		"Nghiêng": true, "quyết": true, "GIẾNG": true, "giữa": true, "gì": true, "yêu": true, "ước": true, "thuở": true, "hoà": true, "hòa": true, "đ": false,
		"ng": false, "Viöt": false, "hạnhh": false, "w": false, "ạạ": false, "": false, "e\u0302\u0301": true,
	} {
		if IsSyllable(word) != want {
			t.Errorf("IsSyllable(%q) = %v", word, !want)
		}
	}
}

// What is Unicode already stays as it is.
func FuzzModern(f *testing.F) {
	for _, s := range []string{"Céng hßa x· héi", "Coäng hoøa", "Độc lập\n§éc lËp - Tù do", "\xc3", "\u00ad\n\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Modern(s)
		if strings.Count(got, "\n") != strings.Count(s, "\n") {
			t.Errorf("%q became %q", s, got)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q became %q, which is no text", s, got)
		}
	})
}
