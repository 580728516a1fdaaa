package evaluate

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tracuu/internal/vietnamese"
)

func TestMoveTone(t *testing.T) {
	for from, want := range map[string]string{
		"hòa": "hoà", "Hoà": "Hòa", "thủy": "thuỷ", "khoẻ": "khỏe", "quý": "quý", "toán": "toán", "xã": "xã", "là": "là",
	} {
		if got := norm.NFC.String(moveTone(from)); got != want {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
}

// TestMixed: what is mixed still says the same without diacritics.
func TestMixed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{
			"Hòa", "thuỷ", "52/KH-UBND", "quý", "xã,", "đường", "7,5", "%", "ở", "khoẻ.", "e",
		})).Draw(t, "words")
		text := ""
		for _, w := range words {
			text += w + " "
		}
		mixed := Mixed(text)
		if mixed != Mixed(text) {
			t.Fatal("mixed in two ways")
		}
		if got, want := vietnamese.Fold(mixed), vietnamese.Fold(text); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}
