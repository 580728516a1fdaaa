// Package browser lets the user's own Chromium make the pages that portals make
// only in a browser: what stands on the page when its scripts have run.
//
// The browser reaches the network through a proxy of this process alone, which
// dials as the crawler does: what the crawler may not ask for, a script on a
// page may not either. Time, bytes and requests of a page are bounded, and the
// browser has an empty profile that is taken away with it.
package browser

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

// ErrAbsent tells that there is no Chromium on this machine.
var ErrAbsent = errors.New("không tìm thấy Chromium hay Chrome trên máy này")

// Options of a Browser.
type Options struct {
	Program string // file of Chromium, see Find
	Agent   string // User-Agent
	// Dial connects for the browser; it refuses what must not be asked for.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	Size int64         // bytes that a page may receive with all that it loads, and that its text may have
	Time time.Duration // of one page as a whole
}

// Page is a page when its scripts have run.
type Page struct {
	URL     string // where it ended; scripts may lead elsewhere
	HTML    []byte // of the document, UTF-8
	Browser string // product and version
	Bytes   int64  // received for it
}

// Browser renders one page at a time. It is started by the first one, again
// after a failure, and ended by Close.
type Browser struct {
	opts Options

	mu      sync.Mutex
	running *process
}

// New returns a browser that has not been started.
func New(opts Options) *Browser { return &Browser{opts: opts} }

// Find returns the file of Chromium or of a browser made from it.
func Find() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge", "microsoft-edge"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	for _, path := range usualPlaces() {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, nil
		}
	}
	return "", ErrAbsent
}

// usualPlaces are where systems without a search path install browsers.
func usualPlaces() []string {
	switch runtime.GOOS {
	case "windows":
		var all []string
		for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)"), os.Getenv("LocalAppData")} {
			if root != "" {
				all = append(all, filepath.Join(root, "Google", "Chrome", "Application", "chrome.exe"),
					filepath.Join(root, "Chromium", "Application", "chrome.exe"), filepath.Join(root, "Microsoft", "Edge", "Application", "msedge.exe"))
			}
		}
		return all
	case "darwin":
		return []string{
			"/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		}
	}
	return nil
}

// Render opens an address and returns the page when it has come to rest. After
// an error the browser is ended; the next page gets a new one.
func (b *Browser) Render(ctx context.Context, address string) (Page, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	within, stop := context.WithTimeout(ctx, b.opts.Time)
	defer stop()
	if b.running == nil {
		p, err := start(b.opts)
		if err != nil {
			return Page{}, fmt.Errorf("mở trình duyệt %s: %w", b.opts.Program, err)
		}
		b.running = p
	}
	page, err := b.running.render(within, address)
	if err == nil {
		return page, nil
	}
	err = errors.Join(err, b.end())
	if within.Err() != nil && ctx.Err() == nil {
		err = fmt.Errorf("trang chưa xong sau %v: %w", b.opts.Time, err)
	}
	return Page{}, err
}

// Close ends the browser, if it was started.
func (b *Browser) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.end()
}

func (b *Browser) end() error {
	if b.running == nil {
		return nil
	}
	p := b.running
	b.running = nil
	return p.close()
}

// arguments are those of the browser beside what chromedp gives it: no
// connection but through the proxy, no name resolved but by it, nothing that
// the browser does on its own account.
func arguments(proxy, profile, agent string) map[string]any {
	args := map[string]any{
		"headless": "new", "user-data-dir": profile, "user-agent": agent,
		"proxy-server": "http://" + proxy, "proxy-bypass-list": "<-loopback>",
		"host-resolver-rules": "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "dns-prefetch-disable": true,
		"disable-quic": true, "force-webrtc-ip-handling-policy": "disable_non_proxied_udp",
		"disable-gpu": true, "disable-dev-shm-usage": true, "no-first-run": true, "no-default-browser-check": true,
		"disable-background-networking": true, "disable-component-update": true, "disable-sync": true, "disable-extensions": true,
		"disable-default-apps": true, "disable-breakpad": true, "disable-domain-reliability": true, "no-pings": true,
		"disable-features": "Translate,MediaRouter,OptimizationHints,AutofillServerCommunication", "password-store": "basic",
		"blink-settings": "imagesEnabled=false", "mute-audio": true, "block-new-web-contents": true, "deny-permission-prompts": true,
		"renderer-process-limit": "4", "js-flags": "--max-old-space-size=512", "disk-cache-size": "1", "lang": "vi",
	}
	if os.Geteuid() == 0 { // Chromium does not start as root otherwise
		args["no-sandbox"] = true
	}
	return args
}
