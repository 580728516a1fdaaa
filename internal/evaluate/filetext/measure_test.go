package filetext

import (
	"math"
	"testing"
)

func TestMeasures(t *testing.T) {
	for _, tt := range []struct {
		want, got  string
		f1, errors float64
	}{
		{"Kế hoạch số 52", "Kế hoạch số 52", 1, 0},
		{"Kế  hoạch\nsố 52", "Kế hoạch số 52", 1, 0},
		{"Kế hoạch", "Kê hoạch", 0.5, 1.0 / 8},
		{"S ố 52", "Số 52", 2.0 / 5, 1.0 / 6},
		{"a b c d", "", 0, 1},
		{"", "", 0, 0},
	} {
		if f1 := WordF1(tt.want, tt.got); math.Abs(f1-tt.f1) > 1e-9 {
			t.Errorf("%q %q: word F1 %v, want %v", tt.want, tt.got, f1, tt.f1)
		}
		if share := CharacterErrors(tt.want, tt.got); math.Abs(share-tt.errors) > 1e-9 {
			t.Errorf("%q %q: character errors %v, want %v", tt.want, tt.got, share, tt.errors)
		}
	}
}
