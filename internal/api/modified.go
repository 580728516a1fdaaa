package api

import (
	"net/http"
	"time"
)

// modified is when something last changed, for the header Last-Modified; the
// zero time is not told.
type modified time.Time

// String is the form of HTTP (RFC 9110, 5.6.7), in whole seconds.
func (m *modified) String() string {
	if time.Time(*m).IsZero() {
		return ""
	}
	return time.Time(*m).UTC().Format(http.TimeFormat)
}
