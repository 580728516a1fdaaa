package browser

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/http/httputil"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

const (
	maxConnections = 24 // of a page at once
	maxRequests    = 300
	headTime       = 10 * time.Second
)

var errSpent = errors.New("the page has used up what it may receive")

// proxy is the only way of the browser to the network: plain requests and
// tunnels, both dialled by dial, within the bounds of one page.
type proxy struct {
	listener net.Listener
	server   *http.Server
	plain    *httputil.ReverseProxy // over out
	out      *http.Transport
	dial     func(ctx context.Context, network, address string) (net.Conn, error)
	most     int64 // bytes of a page

	received, requests atomic.Int64
	room               chan struct{}

	mu    sync.Mutex
	conns map[net.Conn]struct{}
	open  sync.WaitGroup // tunnels
}

func startProxy(opts Options) (*proxy, error) {
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{listener: l, dial: opts.Dial, most: opts.Size, room: make(chan struct{}, maxConnections), conns: map[net.Conn]struct{}{}}
	p.out = &http.Transport{
		DialContext: p.connect, DisableCompression: true, MaxIdleConnsPerHost: 2,
		ResponseHeaderTimeout: opts.Time, MaxResponseHeaderBytes: 256 << 10,
	}
	quiet := slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	p.plain = &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.Out.URL.RawQuery = r.In.URL.RawQuery }, // as the page wrote it
		Transport: p.out,
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadGateway)
		},
		ErrorLog: quiet,
	}
	p.server = &http.Server{Handler: p, ReadHeaderTimeout: headTime, ErrorLog: quiet}
	go func() { _ = p.server.Serve(l) }() // it ends with Close
	return p, nil
}

func (p *proxy) address() string { return p.listener.Addr().String() }

// begin gives the next page its own bounds, and ends what the one before left
// open.
func (p *proxy) begin() {
	p.drop()
	p.received.Store(0)
	p.requests.Store(0)
}

func (p *proxy) drop() {
	p.out.CloseIdleConnections()
	p.mu.Lock()
	open := slices.Collect(maps.Keys(p.conns))
	p.mu.Unlock() // each takes itself off the list
	for _, c := range open {
		_ = c.Close() // whoever uses it sees the end
	}
}

func (p *proxy) close() error {
	err := p.server.Close()
	p.drop()
	p.open.Wait()
	return err
}

// connect dials out; what comes counts against the page.
func (p *proxy) connect(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := p.dial(ctx, network, address)
	if err != nil {
		return nil, err
	}
	counted := &countedConn{Conn: c, proxy: p}
	p.mu.Lock()
	p.conns[counted] = struct{}{}
	p.mu.Unlock()
	return counted, nil
}

// countedConn counts what a page receives, and ends when that is enough.
type countedConn struct {
	net.Conn
	proxy *proxy
}

func (c *countedConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	if c.proxy.received.Add(int64(n)) > c.proxy.most {
		return 0, errSpent
	}
	return n, err
}

func (c *countedConn) Close() error {
	c.proxy.mu.Lock()
	delete(c.proxy.conns, c)
	c.proxy.mu.Unlock()
	return c.Conn.Close()
}

// ServeHTTP implements http.Handler.
func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if p.requests.Add(1) > maxRequests || p.received.Load() > p.most {
		http.Error(w, errSpent.Error(), http.StatusTooManyRequests)
		return
	}
	select {
	case p.room <- struct{}{}:
		defer func() { <-p.room }()
	case <-r.Context().Done():
		return
	}
	if r.Method == http.MethodConnect {
		p.tunnel(w, r)
		return
	}
	p.forward(w, r)
}

// forward passes a plain request on.
func (p *proxy) forward(w http.ResponseWriter, r *http.Request) {
	if r.URL.Scheme != "http" || r.URL.Host == "" {
		http.Error(w, "only http through this proxy", http.StatusBadRequest)
		return
	}
	p.plain.ServeHTTP(w, r)
}

// tunnel joins the browser with a server.
func (p *proxy) tunnel(w http.ResponseWriter, r *http.Request) {
	there, err := p.connect(r.Context(), "tcp", r.Host)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer func() { _ = there.Close() }() // a tunnel has no last word
	here, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	p.open.Add(1)
	defer p.open.Done()
	defer func() { _ = here.Close() }() // as above
	if _, err := here.Write([]byte("HTTP/1.1 200 OK\r\n\r\n")); err != nil {
		return
	}
	done := make(chan struct{}, 2)
	pass := func(to net.Conn, from io.Reader) {
		_, _ = io.Copy(to, from) // either side ends both
		done <- struct{}{}
	}
	go pass(there, buffered)
	go pass(here, there)
	<-done
	_ = there.Close()
	_ = here.Close()
	<-done
}
