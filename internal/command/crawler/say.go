package crawler

import (
	"fmt"
	"io"

	"tracuu/internal/store"
)

// sayer prints lines until the first one fails.
type sayer struct {
	w   io.Writer
	err error
}

func (s *sayer) line(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format+"\n", args...)
	}
}

// summaryLine is the last line of crawl and status: a contract with outside
// programs.
func summaryLine(s store.Stats) string {
	return fmt.Sprintf("pages %d articles %d documents %d failures %d", s.Pages, s.Articles, s.Documents, s.Failed)
}
