package crawl

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"syscall"
	"time"
)

// errPrivate refuses an address inside a private network, whatever name led
// to it: a page must not be able to make us ask our own machines.
var errPrivate = errors.New("địa chỉ thuộc mạng nội bộ")

// errPort refuses what is no port of web servers: a link must not be able to
// make us speak to mail servers and databases.
var errPort = errors.New("cổng không phải của máy chủ web")

// webPorts are those that portals are served at; the ports of the addresses that
// the user named come to them.
var webPorts = []string{"80", "443", "8000", "8080", "8081", "8088", "8443", "8888"}

// dialer connects to public addresses at ports of the web, and to the opened
// host:port pairs wherever they lead. The check sits behind name resolution, on
// every dial: a name that leads elsewhere by then is caught.
type dialer struct {
	opened   map[string]bool // host:port in lower case
	ports    []string        // beside webPorts
	timeout  time.Duration
	resolver *net.Resolver // nil: the system's
}

func (d dialer) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	nd := net.Dialer{Timeout: d.timeout, Resolver: d.resolver}
	if !d.opened[strings.ToLower(addr)] {
		if _, port, err := net.SplitHostPort(addr); err != nil || !slices.Contains(webPorts, port) && !slices.Contains(d.ports, port) {
			return nil, fmt.Errorf("%s: %w", addr, errPort)
		}
		nd.Control = func(_, resolved string, _ syscall.RawConn) error { return refusePrivate(resolved) }
	}
	return nd.DialContext(ctx, network, addr)
}

func refusePrivate(addr string) error {
	ap, err := netip.ParseAddrPort(addr)
	if err != nil {
		return fmt.Errorf("%s: %w", addr, errPrivate)
	}
	if !Public(ap.Addr()) {
		return fmt.Errorf("%s: %w", ap.Addr(), errPrivate)
	}
	return nil
}

// Public tells addresses of the public Internet from all others.
func Public(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsLoopback() {
		return false
	}
	for _, p := range specialNetworks {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// specialNetworks are unicast but not the public Internet (IANA special-purpose
// registries), or wrap an IPv4 address that could be private.
var specialNetworks = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2001::/32"),
	netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("fec0::/10"),
}
