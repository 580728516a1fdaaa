package crawl

import (
	"context"
	"fmt"
	"log/slog"
	"strconv"
	"sync"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/browser"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// screen shows pages of portals that make them by scripts in the user's own
// Chromium, which asks through the crawler's dialer.
type screen struct {
	browser *browser.Browser // nil: there is none
	warned  sync.Once
}

const (
	maxShown   = 32 << 20 // bytes of a page and what it loads
	maxShowing = time.Minute
	shownMedia = "text/html; charset=utf-8"
)

func newScreen(o Options, d dialer) *screen {
	if o.Browser == "" {
		return &screen{}
	}
	return &screen{browser: browser.New(browser.Options{
		Program: o.Browser, Agent: o.Agent, Dial: d.dial, Size: min(o.Limits.Size, maxShown), Time: min(o.Limits.Time, maxShowing),
	})}
}

func (s *screen) close(log *slog.Logger) {
	if s.browser == nil {
		return
	}
	if err := s.browser.Close(); err != nil {
		log.Warn("browser did not end well", "error", err)
	}
}

// wantsBrowser tells whether the page's portal says that scripts make it.
func (v *visit) wantsBrowser(a *model.Article) bool {
	if v.form != "" || v.task.Kind != store.TaskPage && v.task.Kind != store.TaskList {
		return false
	}
	if p := v.scope.sites[v.task.Seed].portal; p != nil {
		return p.Browser
	}
	p, known := v.Portals.ByID(a.Portal)
	return known && p.Browser
}

// show gives the page as a browser shows it, archived beside the response; nil
// when it cannot, and why in v.unshown. moved: scripts led elsewhere.
func (v *visit) show(ctx context.Context) (page []byte, moved bool) {
	if v.screen.browser == nil {
		v.unshown = "trang cần trình duyệt nhưng máy không có Chromium; chỉ đọc phần máy chủ gửi thẳng"
		v.screen.warned.Do(func() { v.Log.Warn("a portal needs a browser and there is none", "url", v.at.URL) })
		return nil, false
	}
	if !sleep(ctx, v.gap) { // the browser asks for the page once more
		return nil, false
	}
	shown, err := v.screen.browser.Render(ctx, v.at.URL)
	if ctx.Err() != nil { // told to stop: nothing of the visit is kept
		return nil, false
	}
	if err != nil {
		v.unshown = fmt.Sprintf("%v; chỉ đọc phần máy chủ gửi thẳng", err)
		return nil, false
	}
	v.bytes.Add(shown.Bytes)
	if to, err := v.at.Resolve(shown.URL); err == nil && to.Key != v.at.Key {
		v.redirected(ctx, 0, shown.URL)
		return nil, true
	}
	capture, err := v.Archive.WriteConversion(ctx, archive.Conversion{
		Of: *v.out.Capture, Time: v.Now().UTC(), MediaType: shownMedia, Body: shown.HTML,
		About: archive.Fields{
			{Name: "rendered-by", Value: shown.Browser},
			{Name: "rendered-address", Value: shown.URL},
			{Name: "rendered-bytes-received", Value: strconv.FormatInt(shown.Bytes, 10)},
		},
	})
	if err != nil {
		if ctx.Err() == nil {
			v.err = fmt.Errorf("%w của %s: %w", errKeep, v.at.URL, err)
		}
		return nil, false
	}
	v.out.Rendered = &capture
	return shown.HTML, false
}
