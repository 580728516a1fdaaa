package crawl

import (
	"context"
	"errors"
	"io"
	"net"
	"net/netip"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
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
	for _, name := range []string{"127.0.0.1", "localhost", "::1", "169.254.169.254", "2130706433", "0x7f.1"} {
		_, err := dialer{timeout: time.Second}.dial(t.Context(), "tcp", net.JoinHostPort(name, "80"))
		var unknown *net.DNSError // odd ways to write a number are no names
		if !errors.Is(err, errPrivate) && !errors.As(err, &unknown) {
			t.Errorf("dial %s: %v", name, err)
		}
	}
	if _, err := (dialer{timeout: time.Second}).dial(t.Context(), "tcp", "8.8.8.8:25"); !errors.Is(err, errPort) {
		t.Errorf("a mail port: %v", err)
	}
	if _, err := (dialer{timeout: time.Second, ports: []string{"9443"}}).dial(t.Context(), "tcp", "127.0.0.1:9443"); !errors.Is(err, errPrivate) {
		t.Errorf("the port of a named address is none of the web: %v", err)
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
	if _, err := opened.dial(t.Context(), "tcp", "127.0.0.1:80"); !errors.Is(err, errPrivate) {
		t.Errorf("another port: %v", err)
	}
}

// TestNameThatChangesItsAddress: what a name leads to is checked at each dial,
// not once before.
func TestNameThatChangesItsAddress(t *testing.T) {
	answers := [][4]byte{{127, 0, 0, 1}, {169, 254, 169, 254}, {10, 0, 0, 1}}
	var asked atomic.Int64
	resolver := &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		near, far := net.Pipe()
		ip := answers[int(asked.Add(1)-1)/2%len(answers)] // A and AAAA are asked for together
		go answerName(far, ip)
		return near, nil
	}}
	for range answers {
		_, err := dialer{timeout: time.Second, resolver: resolver}.dial(t.Context(), "tcp", "doi-dia-chi.example:80")
		if !errors.Is(err, errPrivate) {
			t.Errorf("after %d questions: %v", asked.Load(), err)
		}
	}
}

// answerName answers one question over a stream: an A record, or nothing.
func answerName(c net.Conn, ip [4]byte) {
	defer c.Close()
	var size [2]byte
	if _, err := io.ReadFull(c, size[:]); err != nil {
		return
	}
	raw := make([]byte, int(size[0])<<8|int(size[1]))
	if _, err := io.ReadFull(c, raw); err != nil {
		return
	}
	var m dnsmessage.Message
	if m.Unpack(raw) != nil {
		return
	}
	m.Response, m.Additionals = true, nil
	if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
		m.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: ip},
		}}
	}
	out, err := m.Pack()
	if err == nil {
		_, _ = c.Write(append([]byte{byte(len(out) >> 8), byte(len(out))}, out...)) // the asker may have gone
	}
}
