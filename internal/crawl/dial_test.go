package crawl

import (
	"errors"
	"net"
	"net/netip"
	"testing"
	"time"
)

func TestPublic(t *testing.T) {
	for text, want := range map[string]bool{
		"8.8.8.8": true, "113.160.0.1": true, "2001:4860:4860::8888": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false,
		"169.254.169.254": false, "0.0.0.0": false, "100.64.0.1": false, "198.18.0.1": false, "255.255.255.255": false,
		"224.0.0.1": false, "::1": false, "::": false, "fe80::1": false, "fc00::1": false, "ff02::1": false,
		"::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "::127.0.0.1": false,
	} {
		if got := Public(netip.MustParseAddr(text)); got != want {
			t.Errorf("Public(%s) = %v", text, got)
		}
	}
}

func TestDialChecksAfterNameResolution(t *testing.T) {
	server, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	_, port, err := net.SplitHostPort(server.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	// localhost is a name: only what it resolves to tells that it is private.
	for _, name := range []string{"127.0.0.1", "localhost"} {
		_, err := dialer{timeout: time.Second}.dial(t.Context(), "tcp", net.JoinHostPort(name, port))
		if !errors.Is(err, errPrivate) {
			t.Errorf("dial %s: %v", name, err)
		}
	}
	opened := dialer{timeout: time.Second, opened: map[string]bool{"127.0.0.1:" + port: true}}
	c, err := opened.dial(t.Context(), "tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Fatalf("the opened host and port: %v", err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	// Another port of the opened host stays shut.
	if _, err := opened.dial(t.Context(), "tcp", "127.0.0.1:1"); !errors.Is(err, errPrivate) {
		t.Errorf("another port: %v", err)
	}
}
