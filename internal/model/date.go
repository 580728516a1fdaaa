package model

import (
	"fmt"
	"time"
)

// Date is a civil day without time or zone. The zero Date means "not known".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate returns the day, and false when the calendar has no such day.
func NewDate(year, month, day int) (Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	ok := year >= 1 && year <= 9999 && t.Year() == year && int(t.Month()) == month && t.Day() == day
	if !ok {
		return Date{}, false
	}
	return Date{Year: year, Month: t.Month(), Day: day}, true
}

// DateOf returns the civil day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// ParseDate reads the ISO form YYYY-MM-DD; the empty string is the zero Date.
func ParseDate(iso string) (Date, error) {
	if iso == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return Date{}, fmt.Errorf("date %q is not YYYY-MM-DD: %w", iso, err)
	}
	return DateOf(t), nil
}

// IsZero reports whether the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the ISO form, or the empty string when not known.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Vietnamese returns the form that pages show, dd/mm/yyyy.
func (d Date) Vietnamese() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

// Compare orders days; an unknown day comes before every known one.
func (d Date) Compare(o Date) int { return d.Number() - o.Number() }

// Number is a day as a number in the order of days, 20220318; 0 when it is
// unknown.
func (d Date) Number() int { return (d.Year*100+int(d.Month))*100 + d.Day }

// MarshalText writes the ISO form, so that JSON carries dates as strings.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(b []byte) error {
	parsed, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
