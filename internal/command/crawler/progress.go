package crawler

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"

	"tracuu/internal/crawl"
)

// display shows how a crawl goes on: one living line on a terminal, a plain
// line now and then elsewhere.
type display struct {
	plain sayer
	bar   *progressbar.ProgressBar // nil when not a terminal
	every time.Duration
}

func newDisplay(w io.Writer) *display {
	d := &display{plain: sayer{w: w}, every: 5 * time.Second}
	if f, ok := w.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		d.every = time.Second
		d.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSpinnerType(14),
			progressbar.OptionSetElapsedTime(false), progressbar.OptionClearOnFinish())
	}
	return d
}

func (d *display) show(p crawl.Progress) {
	const words = "trang %d · bài viết %d · văn bản %d · hàng đợi %d · hỏng %d · đã nhận %.1f MB"
	args := []any{p.Pages, p.Articles, p.Documents, p.Queued, p.Failed, float64(p.Bytes) / (1 << 20)}
	if d.bar == nil {
		d.plain.line(words, args...)
		return
	}
	d.bar.Describe(fmt.Sprintf(words, args...))
	d.keep(d.bar.Add(1))
}

func (d *display) end() {
	if d.bar != nil {
		d.keep(d.bar.Finish())
	}
}

// keep remembers that the terminal is gone; a crawl goes on without it.
func (d *display) keep(err error) {
	if err != nil {
		d.bar = nil
	}
}
