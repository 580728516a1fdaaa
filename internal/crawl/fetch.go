package crawl

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"

	"tracuu/internal/archive"
)

// Limits bound one response.
type Limits struct {
	Size int64         // bytes of the body as sent
	Idle time.Duration // without a byte
	Time time.Duration // from the first byte asked to the last received
}

// response is what a server answered, the body as it was sent.
type response struct {
	archive.Exchange
	code int
}

// fetcher asks one address at a time and follows nothing.
type fetcher struct {
	client http.Client
	agent  string
	limits Limits
	now    func() time.Time
}

func newFetcher(d dialer, agent string, limits Limits, now func() time.Time) *fetcher {
	return &fetcher{
		agent:  agent,
		limits: limits,
		now:    now,
		client: http.Client{
			Transport: &http.Transport{
				DialContext:            d.dial,
				DisableCompression:     true, // the archive keeps the bytes as sent
				ResponseHeaderTimeout:  limits.Idle,
				TLSHandshakeTimeout:    limits.Idle,
				MaxResponseHeaderBytes: 256 << 10,
				MaxIdleConnsPerHost:    8,
				IdleConnTimeout:        30 * time.Second,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

func (f *fetcher) close() { f.client.CloseIdleConnections() }

// get asks for url. An error means that no response came; a response that
// broke off has Truncated set.
func (f *fetcher) get(ctx context.Context, url string) (*response, error) {
	within, stop := context.WithTimeout(ctx, f.limits.Time)
	defer stop()
	req, err := http.NewRequestWithContext(within, http.MethodGet, url, nil)
	if err != nil {
		return nil, fmt.Errorf("địa chỉ %q không hỏi được: %w", url, err)
	}
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	req.Header.Set("Accept-Language", "vi,en;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip")
	var head bytes.Buffer
	if err := req.Write(&head); err != nil {
		return nil, fmt.Errorf("ghi lại yêu cầu tới %s: %w", url, err)
	}
	r := &response{Exchange: archive.Exchange{URL: url, Time: f.now().UTC(), Request: head.Bytes()}}
	trace := &httptrace.ClientTrace{GotConn: func(c httptrace.GotConnInfo) { r.IP = serverIP(c.Conn.RemoteAddr()) }}
	res, err := f.client.Do(req.WithContext(httptrace.WithClientTrace(within, trace)))
	if err != nil {
		return nil, err
	}
	r.code, r.Proto, r.Status, r.Header = res.StatusCode, res.Proto, res.Status, res.Header
	r.Body, r.Truncated = f.body(within, stop, res.Body)
	if err := res.Body.Close(); err != nil && r.Truncated == "" {
		r.Truncated = archive.TruncatedDisconnect
	}
	if ctx.Err() != nil { // we were told to stop: this is no answer of the server
		return nil, ctx.Err()
	}
	return r, nil
}

// body reads until the end or a limit, and tells which limit.
func (f *fetcher) body(ctx context.Context, stop context.CancelFunc, from io.Reader) ([]byte, string) {
	var starved atomic.Bool
	watch := time.AfterFunc(f.limits.Idle, func() { starved.Store(true); stop() })
	defer watch.Stop()
	var kept bytes.Buffer
	_, err := io.Copy(&kept, io.LimitReader(readerFunc(func(p []byte) (int, error) {
		watch.Reset(f.limits.Idle)
		return from.Read(p)
	}), f.limits.Size+1))
	switch {
	case int64(kept.Len()) > f.limits.Size:
		stop()
		return kept.Bytes()[:f.limits.Size], archive.TruncatedLength
	case err == nil:
		return kept.Bytes(), ""
	case starved.Load() || errors.Is(ctx.Err(), context.DeadlineExceeded):
		return kept.Bytes(), "time"
	default:
		return kept.Bytes(), archive.TruncatedDisconnect
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// serverIP cuts the port off an address.
func serverIP(a net.Addr) string {
	host, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return host
}
