package vietnamese

import "testing"

func TestSpaced(t *testing.T) {
	for text, want := range map[string]string{
		"huyện Càng Long, tỉnh Trà Vinh": " huyen cang long tinh tra vinh ",
		"52/KH-UBND":                     " 52 kh ubnd ",
		" R'Lấp ":                        " r lap ",
		"":                               "",
		" - ,":                           "",
	} {
		if got := Spaced(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
