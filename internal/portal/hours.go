package portal

import (
	"fmt"
	"strings"
	"time"

	"tracuu/internal/model"
)

// Hours are the hours of the day in which a portal wants to be asked, by the
// clock of Vietnam. The zero Hours are all day.
type Hours struct {
	from, to time.Duration // since midnight; to may be before from: over midnight
}

const day = 24 * time.Hour

// ParseHours reads "22:00-06:00".
func ParseHours(text string) (Hours, error) {
	from, to, ok := strings.Cut(text, "-")
	begin, err1 := time.Parse("15:04", strings.TrimSpace(from))
	end, err2 := time.Parse("15:04", strings.TrimSpace(to))
	if !ok || err1 != nil || err2 != nil || begin.Equal(end) {
		return Hours{}, fmt.Errorf("%q are no hours such as 22:00-06:00", text)
	}
	midnight := begin.Truncate(day)
	return Hours{from: begin.Sub(midnight), to: end.Sub(midnight)}, nil
}

// Opening is the first moment from t on inside the hours.
func (h Hours) Opening(t time.Time) time.Time {
	if h == (Hours{}) {
		return t
	}
	local := t.In(model.Vietnam())
	midnight := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, local.Location())
	at := local.Sub(midnight)
	inside := at >= h.from && at < h.to
	if h.to < h.from {
		inside = at >= h.from || at < h.to
	}
	switch {
	case inside:
		return t
	case at < h.from:
		return midnight.Add(h.from)
	}
	return midnight.Add(day + h.from)
}
