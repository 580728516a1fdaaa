package portal

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Revisit bounds how long what was read is left alone before it is asked for
// again. Zero spans are the crawler's own.
type Revisit struct {
	Lists Span // lists, front pages, sitemaps and feeds: what leads to new articles
	Pages Span
	Files Span
}

// Span is a time from Least to Most.
type Span struct{ Least, Most time.Duration }

// Bound brings a time into the span.
func (s Span) Bound(d time.Duration) time.Duration { return min(max(d, s.Least), s.Most) }

// ParseSpan reads "6h-30d".
func ParseSpan(text string) (Span, error) {
	least, most, _ := strings.Cut(text, "-")
	from, err1 := parseDays(least)
	to, err2 := parseDays(most)
	if err1 != nil || err2 != nil || from <= 0 || to < from {
		return Span{}, fmt.Errorf("%q is no span such as 6h-30d", text)
	}
	return Span{from, to}, nil
}

// parseDays reads a duration that may be a number of days, "30d".
func parseDays(text string) (time.Duration, error) {
	text = strings.TrimSpace(text)
	if days, ok := strings.CutSuffix(text, "d"); ok {
		n, err := strconv.Atoi(days)
		if n > maxDays {
			return 0, strconv.ErrRange
		}
		return time.Duration(n) * day, err
	}
	return time.ParseDuration(text)
}

// maxDays of a span: what is not asked for in ten years is not asked for.
const maxDays = 3650
