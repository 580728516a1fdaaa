package browser

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// process is a running browser with its proxy and its profile.
type process struct {
	proxy   *proxy
	profile string
	size    int64
	product string

	ctx  context.Context
	stop context.CancelFunc // ends the browser
}

// start runs a browser with an empty profile.
func start(opts Options) (_ *process, err error) {
	p := &process{size: opts.Size, stop: func() {}}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.close())
		}
	}()
	if p.profile, err = os.MkdirTemp("", "tracuu-chromium-"); err != nil {
		return nil, err
	}
	if p.proxy, err = startProxy(opts); err != nil {
		return nil, err
	}
	args := arguments(p.proxy.address(), p.profile, opts.Agent)
	flags := []chromedp.ExecAllocatorOption{chromedp.ExecPath(opts.Program)}
	for _, name := range slices.Sorted(maps.Keys(args)) {
		flags = append(flags, chromedp.Flag(name, args[name]))
	}
	// Not of the caller's context: the browser outlives the page that started it.
	allocated, release := chromedp.NewExecAllocator(context.Background(), flags...)
	quiet := func(string, ...any) {}
	ctx, cancel := chromedp.NewContext(allocated, chromedp.WithErrorf(quiet), chromedp.WithLogf(quiet))
	p.ctx, p.stop = ctx, func() { cancel(); release() }
	late := time.AfterFunc(opts.Time, release)
	defer late.Stop()
	about, err := chromedp.CallBrowser(ctx, browser.GetVersion, cdp.Empty{})
	if err != nil {
		return p, err
	}
	p.product = about.Product
	_, err = chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorDeny})
	return p, err
}

func (p *process) close() error {
	p.stop()
	var errs []error
	if p.proxy != nil {
		errs = append(errs, p.proxy.close())
	}
	if p.profile != "" {
		errs = append(errs, removeAll(p.profile))
	}
	return errors.Join(errs...)
}

// removeAll takes a profile away; a browser that is just ending may write to it
// for a moment.
func removeAll(dir string) error {
	var err error
	for range 20 {
		if err = os.RemoveAll(dir); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

const (
	// loadTime is how long a page may take until it says that it has loaded.
	loadTime = 20 * time.Second
	// restTime is how long a page may still load when it has been shown.
	restTime = 10 * time.Second
	// stillTime is how long nothing new must have stood on the page.
	stillTime = 500 * time.Millisecond
)

// render opens an address in a tab of its own.
func (p *process) render(ctx context.Context, address string) (Page, error) {
	p.proxy.begin()
	tab, closeTab := chromedp.NewContext(p.ctx)
	defer closeTab()
	stopped := context.AfterFunc(ctx, closeTab)
	defer stopped()
	if err := chromedp.Do(tab); err != nil { // opens it; no bound of time may lie on this context
		return Page{}, err
	}
	if err := chromedp.Listen(tab, func(event any) {
		if _, ok := event.(*page.EventJavascriptDialogOpening); ok { // or the page waits for ever
			go func() { // a tab that is gone has no dialog
				_, _ = chromedp.Call(tab, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{})
			}()
		}
	}); err != nil {
		return Page{}, err
	}
	shown, err := p.show(tab, address)
	switch {
	case ctx.Err() != nil:
		return Page{}, errors.Join(ctx.Err(), err)
	case err != nil:
		return Page{}, fmt.Errorf("trình duyệt không mở được trang: %w", err)
	case int64(len(shown.HTML)) > p.size:
		return Page{}, fmt.Errorf("trang dài hơn %d MB khi các kịch bản đã chạy", p.size>>20)
	case shown.Bytes > p.size:
		return Page{}, fmt.Errorf("trang tải hơn %d MB", p.size>>20)
	}
	return shown, nil
}

// show navigates and takes what stands there when the page has come to rest. A
// page that never ends loading is taken as it is.
func (p *process) show(tab context.Context, address string) (Page, error) {
	loading, stop := context.WithTimeout(tab, loadTime)
	defer stop()
	if err := chromedp.Do(loading, chromedp.Navigate(address)); err != nil && (loading.Err() == nil || tab.Err() != nil) {
		return Page{}, err
	}
	if err := p.rest(tab); err != nil {
		return Page{}, err
	}
	at, err := chromedp.Run(tab, chromedp.Location())
	if err != nil {
		return Page{}, err
	}
	text, err := chromedp.Run(tab, chromedp.Evaluate[string](documentScript(p.size)))
	return Page{URL: at, HTML: []byte(text), Browser: p.product, Bytes: p.proxy.received.Load()}, err
}

// rest waits until the page has not grown for a while, or for restTime.
func (p *process) rest(tab context.Context) error {
	const length = `document.documentElement ? document.documentElement.innerHTML.length : 0`
	end, before, since := time.Now().Add(restTime), -1, time.Now()
	for time.Now().Before(end) {
		now, err := chromedp.Run(tab, chromedp.Evaluate[int](length))
		if err != nil {
			return err
		}
		if now += int(p.proxy.received.Load()); now != before {
			before, since = now, time.Now()
		} else if time.Since(since) >= stillTime {
			return nil
		}
		select {
		case <-time.After(stillTime / 5):
		case <-tab.Done():
			return tab.Err()
		}
	}
	return nil
}

// documentScript gives the document as text, one character more than it may
// have so that a longer one is seen.
func documentScript(most int64) string {
	return fmt.Sprintf(`("<!DOCTYPE html>\n" + document.documentElement.outerHTML).slice(0, %d)`, most+1)
}
