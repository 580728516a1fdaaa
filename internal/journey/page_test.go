//go:build !race

package journey

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"tracuu/internal/require"
)

// tabPage is a tab of the browser on one service.
type tabPage struct {
	t   *testing.T
	ctx context.Context
	url string
}

// Widths of the screens that pages are looked at: telephone, tablet, desk.
var widths = []int64{390, 768, 1440}

const stepTime = 20 * time.Second

// browser starts Chromium once.
func (r *running) browser(t *testing.T) context.Context {
	t.Helper()
	path := require.Chromium(t)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.chrome != nil {
		return r.chrome
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.UserDataDir(filepath.Join(r.dir, "chromium")),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true),
	}
	allocator, _ := chromedp.NewExecAllocator(r.ctx, options...) // ends with the tests
	chrome, _ := chromedp.NewContext(allocator)
	if err := chromedp.Do(chrome, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	r.chrome = chrome
	return chrome
}

// tab opens a tab as wide as a desk.
func tab(t *testing.T, h *house) *tabPage {
	t.Helper()
	ctx, cancel := chromedp.NewContext(tests.browser(t))
	t.Cleanup(cancel)
	// The tab lives as long as the context of its first step.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	p := &tabPage{t, ctx, h.url}
	p.width(1440)
	return p
}

// do runs steps; a step that does not come to an end fails the test.
func (p *tabPage) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, stepTime)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("%s: %v", p.where(), err)
	}
}

// command sends a command of the DevTools protocol.
func command[P, R any](p *tabPage, c cdp.Command[P, R], params P) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, stepTime)
	defer cancel()
	if _, err := chromedp.Call(ctx, c, params); err != nil {
		p.t.Fatalf("%s: %v", p.where(), err)
	}
}

func (p *tabPage) where() string {
	ctx, cancel := context.WithTimeout(p.ctx, time.Second)
	defer cancel()
	at, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		return err.Error()
	}
	return at
}

// open goes to a path of the service.
func (p *tabPage) open(path string) { p.t.Helper(); p.do(chromedp.Navigate(p.url + path)) }

func (p *tabPage) width(w int64) {
	p.t.Helper()
	command(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: w, Height: 900, DeviceScaleFactor: 1, Mobile: w < 700})
}

func (p *tabPage) dark(on bool) {
	p.t.Helper()
	scheme := "light"
	if on {
		scheme = "dark"
	}
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// withoutScript turns JavaScript off, from the next page on.
func (p *tabPage) withoutScript() {
	p.t.Helper()
	command(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// eval reads a value of the page.
func eval[T any](p *tabPage, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, stepTime)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %.200s: %v", p.where(), expression, err)
	}
	return out
}

// text is what stands in the first element that a selector finds, "" when none does.
func (p *tabPage) text(selector string) string {
	p.t.Helper()
	found := eval[string](p, fmt.Sprintf(`document.querySelector(%s)?.textContent ?? ""`, quoted(selector)))
	return strings.Join(strings.Fields(found), " ")
}

// holds fails unless an element holds all the words.
func (p *tabPage) holds(selector string, words ...string) {
	p.t.Helper()
	got := p.text(selector)
	for _, w := range words {
		if !strings.Contains(got, w) {
			p.t.Errorf("%s: %s lacks %q:\n%.600s", p.where(), selector, w, got)
		}
	}
}

// follow clicks the first link or button that a selector finds and waits for the
// page that it leads to.
func (p *tabPage) follow(selector string) {
	p.t.Helper()
	p.do(chromedp.ScrollIntoView(chromedp.CSS(selector)))
	ctx, cancel := context.WithTimeout(p.ctx, stepTime)
	defer cancel()
	if _, err := chromedp.RunResponse(ctx, chromedp.Click(chromedp.CSS(selector))); err != nil {
		p.t.Fatalf("%s: follow %s: %v", p.where(), selector, err)
	}
}

// ask types a question and sends it.
func (p *tabPage) ask(question string) {
	p.t.Helper()
	p.open("/")
	p.do(chromedp.SendKeys(chromedp.CSS("#q"), question))
	p.follow(".start .box button")
}

// press sends keys to what has the focus.
func (p *tabPage) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		p.do(chromedp.KeyEvent(key))
	}
}

// until waits for an expression of the page to become true.
func (p *tabPage) until(expression string) {
	p.t.Helper()
	for deadline := time.Now().Add(stepTime); ; time.Sleep(30 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(p.ctx, stepTime)
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		cancel()
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("%s: never %s: %v", p.where(), expression, err)
		}
	}
}

// fits fails when a page is wider than its screen.
func (p *tabPage) fits() {
	p.t.Helper()
	over := eval[[]string](p, `(() => {
		const wide = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= wide) return [];
		return [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > wide + 1 && !e.closest(".scroll"))
			.slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
	})()`)
	for _, e := range over {
		p.t.Errorf("%s is too wide for its screen: %s", p.where(), e)
	}
}

// maxPictured is how far down a page is pictured, in pixels.
const maxPictured = 4000.0

// picture writes the page as a PNG file.
func (p *tabPage) picture(name string, width int64) {
	p.t.Helper()
	height := eval[float64](p, "document.documentElement.scrollHeight")
	ctx, cancel := context.WithTimeout(p.ctx, stepTime)
	defer cancel()
	yes := true
	shot, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
		CaptureBeyondViewport: &yes, OptimizeForSpeed: &yes,
		Clip: &page.Viewport{Width: float64(width), Height: min(maxPictured, height), Scale: 1},
	})
	if err != nil {
		p.t.Fatalf("%s: %v", p.where(), err)
	}
	dir := os.Getenv("TRACUU_SCREENSHOTS")
	if dir == "" {
		dir = filepath.Join("testdata", "screenshots")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.png", name, width)), shot.Data, 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}
