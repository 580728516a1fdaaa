package crawl

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// errPrivate refuses an address inside a private network, whatever name led
// to it: a page must not be able to make us ask our own machines.
var errPrivate = errors.New("địa chỉ thuộc mạng nội bộ")

// dialer connects to public addresses, and to the opened host:port pairs
// wherever they lead. The check sits behind name resolution, on every dial.
type dialer struct {
	opened  map[string]bool // host:port in lower case
	timeout time.Duration
}

func (d dialer) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	nd := net.Dialer{Timeout: d.timeout}
	if !d.opened[strings.ToLower(addr)] {
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
