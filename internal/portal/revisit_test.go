package portal

import (
	"testing"
	"time"
)

func TestParseSpan(t *testing.T) {
	for text, want := range map[string]Span{
		"6h-30d":    {6 * time.Hour, 30 * day},
		"1d - 180d": {day, 180 * day},
		"90m-90m":   {90 * time.Minute, 90 * time.Minute},
	} {
		if got, err := ParseSpan(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, wrong := range []string{"", "6h", "30d-6h", "0h-6h", "-6h", "6-30", "1d-99999999999d", "1d-4000d"} {
		if got, err := ParseSpan(wrong); err == nil {
			t.Errorf("%q was read as %v", wrong, got)
		}
	}
	if s := (Span{time.Hour, day}); s.Bound(0) != time.Hour || s.Bound(2*day) != day || s.Bound(2*time.Hour) != 2*time.Hour {
		t.Error("bounds do not hold")
	}
}
