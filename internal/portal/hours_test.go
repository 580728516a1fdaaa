package portal

import (
	"testing"
	"time"

	"tracuu/internal/model"
)

func TestHours(t *testing.T) {
	at := func(clock string) time.Time {
		day, err := time.ParseInLocation("02 15:04", clock, model.Vietnam())
		if err != nil {
			t.Fatal(err)
		}
		return day.AddDate(2022, 2, 0)
	}
	for _, c := range []struct{ hours, now, want string }{
		{"22:00-06:00", "18 21:59", "18 22:00"},
		{"22:00-06:00", "18 22:00", "18 22:00"},
		{"22:00-06:00", "18 05:59", "18 05:59"},
		{"22:00-06:00", "18 06:00", "18 22:00"},
		{"01:30-05:00", "18 00:10", "18 01:30"},
		{"01:30-05:00", "18 05:00", "19 01:30"},
	} {
		h, err := ParseHours(c.hours)
		if err != nil {
			t.Fatal(err)
		}
		if got := h.Opening(at(c.now).UTC()); !got.Equal(at(c.want)) {
			t.Errorf("%s, %s: opens %v, want %s", c.hours, c.now, got, c.want)
		}
	}
	now := at("18 12:00")
	if got := (Hours{}).Opening(now); !got.Equal(now) {
		t.Errorf("without hours: %v", got)
	}
	for _, wrong := range []string{"", "22-6", "22:00", "25:00-06:00", "06:00-06:00"} {
		if _, err := ParseHours(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}
