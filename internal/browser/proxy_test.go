package browser

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func mustProxy(t *testing.T, size int64) *proxy {
	t.Helper()
	p, err := startProxy(Options{Dial: new(net.Dialer).DialContext, Size: size, Time: 10 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func mustClose(t *testing.T, p *proxy) {
	t.Helper()
	if err := p.close(); err != nil {
		t.Error(err)
	}
}

// TestTunnelsEndWithTheirPage leaves a tunnel open, as browsers do when a page
// is gone: the next page begins all the same, and the tunnel ends.
func TestTunnelsEndWithTheirPage(t *testing.T) {
	site := httptest.NewServer(http.NotFoundHandler())
	defer site.Close()
	p := mustProxy(t, 1<<20)
	c, err := new(net.Dialer).DialContext(t.Context(), "tcp", p.address())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "CONNECT %s HTTP/1.1\r\nHost: x\r\n\r\n", strings.TrimPrefix(site.URL, "http://"))
	in := bufio.NewReader(c)
	res, err := http.ReadResponse(in, &http.Request{Method: http.MethodConnect})
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatal(res, err)
	}
	begun := make(chan struct{})
	go func() { p.begin(); close(begun) }()
	select {
	case <-begun:
	case <-time.After(20 * time.Second):
		t.Fatal("the next page waits for the tunnel")
	}
	if _, err := in.ReadByte(); err != io.EOF {
		t.Errorf("the tunnel goes on: %v", err)
	}
	mustClose(t, p)
}

// TestPlainRequestsAreForwarded: the answer comes as it was sent, and one that is
// cut off is seen to be cut off.
func TestPlainRequestsAreForwarded(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Asked", r.URL.RawQuery+"|"+r.Header.Get("X-Forwarded-For")+r.Header.Get("Proxy-Connection"))
		w.WriteHeader(http.StatusTeapot)
		fmt.Fprint(w, strings.Repeat("y", len(r.FormValue("n"))*100_000))
	}))
	defer site.Close()
	p := mustProxy(t, 1<<20)
	defer mustClose(t, p)
	through := &http.Transport{Proxy: http.ProxyURL(&url.URL{Scheme: "http", Host: p.address()}), DisableCompression: true}
	defer through.CloseIdleConnections()
	get := func(query string) (*http.Response, int, error) {
		req, err := http.NewRequestWithContext(context.Background(), http.MethodGet, site.URL+"/?"+query, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Proxy-Connection", "keep-alive")
		res, err := through.RoundTrip(req)
		if err != nil {
			return nil, 0, err
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		return res, len(body), err
	}
	res, n, err := get("n=1&a;b=2")
	if err != nil || n != 100_000 || res.StatusCode != http.StatusTeapot || res.Header.Get("X-Asked") != "n=1&a;b=2|" {
		t.Errorf("%d bytes, %+v, %v", n, res, err)
	}
	if _, n, err = get("n=" + strings.Repeat("1", 20)); err == nil || n >= 2_000_000 {
		t.Errorf("%d bytes of a page that has used up its own: %v", n, err)
	}
	if res, _, err = get("n=1"); err != nil || res.StatusCode != http.StatusTooManyRequests {
		t.Errorf("after that: %+v, %v", res, err)
	}
	p.begin()
	if _, n, err = get("n=1"); err != nil || n != 100_000 {
		t.Errorf("the next page: %d bytes, %v", n, err)
	}
}
