package crawl

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// Limits bound one response.
type Limits struct {
	Size int64         // bytes of the body as sent
	Idle time.Duration // without a byte
	Time time.Duration // from the first byte asked to the last received
}

// request is one address to ask for.
type request struct {
	url   string
	form  string           // body of a POST, JSON when it begins so; "" is GET
	known store.Validators // of the answer that we have; ask whether it still holds
	size  int64            // bytes of the body that are enough; 0: Limits.Size
}

// response is what a server answered, the body as it was sent.
type response struct {
	archive.Exchange
	code int
	took time.Duration // until the head of the answer was there
}

// fetcher asks one address at a time and follows nothing.
type fetcher struct {
	clients clients
	agent   string
	limits  Limits
	now     func() time.Time
}

func newFetcher(d dialer, portals map[string]*portal.Portal, agent string, limits Limits, now func() time.Time) *fetcher {
	return &fetcher{agent: agent, limits: limits, now: now, clients: newClients(d, limits, portals)}
}

// ask sends a request. An error means that no response came; a response that
// broke off has Truncated set.
func (f *fetcher) ask(ctx context.Context, r request) (*response, error) {
	within, stop := context.WithTimeout(ctx, f.limits.Time)
	defer stop()
	req, sent, err := f.prepare(within, r)
	if err != nil {
		return nil, err
	}
	began := f.now()
	out := &response{Exchange: archive.Exchange{URL: r.url, Time: began.UTC(), Request: sent}}
	trace := &httptrace.ClientTrace{GotConn: func(c httptrace.GotConnInfo) { out.IP = serverIP(c.Conn.RemoteAddr()) }}
	client, lax := f.clients.of(req.URL.Host)
	res, err := client.Do(req.WithContext(httptrace.WithClientTrace(within, trace)))
	if err != nil {
		return nil, err
	}
	out.took = f.now().Sub(began)
	out.code, out.Proto, out.Status, out.Header = res.StatusCode, res.Proto, res.Status, res.Header
	if lax {
		out.About = toleranceOf(res.TLS, req.URL.Hostname())
	}
	size := f.limits.Size
	if r.size > 0 {
		size = min(size, r.size)
	}
	out.Body, out.Truncated = f.body(within, stop, res.Body, size)
	if err := res.Body.Close(); err != nil && out.Truncated == "" {
		out.Truncated = archive.TruncatedDisconnect
	}
	if ctx.Err() != nil { // we were told to stop: this is no answer of the server
		return nil, ctx.Err()
	}
	return out, nil
}

// prepare makes the request, and its bytes as the archive keeps them.
func (f *fetcher) prepare(ctx context.Context, r request) (*http.Request, []byte, error) {
	method, kind := http.MethodGet, ""
	var form io.Reader = http.NoBody
	if r.form != "" {
		method, form, kind = http.MethodPost, strings.NewReader(r.form), "application/x-www-form-urlencoded"
		if strings.HasPrefix(r.form, "{") {
			kind = "application/json"
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, r.url, form)
	if err != nil {
		return nil, nil, fmt.Errorf("địa chỉ %q không hỏi được: %w", r.url, err)
	}
	set := func(name, value string) {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	set("User-Agent", f.agent)
	set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	set("Accept-Language", "vi,en;q=0.5")
	set("Accept-Encoding", acceptEncoding)
	set("Content-Type", kind)
	set("If-None-Match", r.known.ETag)
	set("If-Modified-Since", r.known.Modified)
	var sent bytes.Buffer
	if err := req.Write(&sent); err != nil {
		return nil, nil, fmt.Errorf("ghi lại yêu cầu tới %s: %w", r.url, err)
	}
	if r.form != "" { // writing it has read its body
		req.Body = io.NopCloser(strings.NewReader(r.form))
	}
	return req, sent.Bytes(), nil
}

// body reads until the end or a limit, and tells which limit.
func (f *fetcher) body(ctx context.Context, stop context.CancelFunc, from io.Reader, size int64) ([]byte, string) {
	var starved atomic.Bool
	watch := time.AfterFunc(f.limits.Idle, func() { starved.Store(true); stop() })
	defer watch.Stop()
	var kept bytes.Buffer
	_, err := io.Copy(&kept, io.LimitReader(readerFunc(func(p []byte) (int, error) {
		watch.Reset(f.limits.Idle)
		return from.Read(p)
	}), size+1))
	switch {
	case int64(kept.Len()) > size:
		stop()
		return kept.Bytes()[:size], archive.TruncatedLength
	case err == nil:
		return kept.Bytes(), ""
	case starved.Load() || errors.Is(ctx.Err(), context.DeadlineExceeded):
		return kept.Bytes(), archive.TruncatedTime
	default:
		return kept.Bytes(), archive.TruncatedDisconnect
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
