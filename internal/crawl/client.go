package crawl

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"

	"tracuu/internal/portal"
)

// clients speak HTTP/1.1 and 2, each with its own connections: one for servers
// as they should be, and one for each portal whose old TLS is put up with.
type clients struct {
	common *http.Client
	lax    map[string]*http.Client // by siteHost
}

func newClients(d dialer, limits Limits, portals map[string]*portal.Portal) clients {
	c := clients{common: newClient(d, limits, nil), lax: map[string]*http.Client{}}
	for host, p := range portals {
		if p.TLS != (portal.TLS{}) {
			c.lax[host] = newClient(d, limits, laxTLS(p.TLS))
		}
	}
	return c
}

func newClient(d dialer, limits Limits, security *tls.Config) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            d.dial,
			TLSClientConfig:        security,
			ForceAttemptHTTP2:      true, // an own dialer would turn it off
			DisableCompression:     true, // the archive keeps the bytes as sent
			ResponseHeaderTimeout:  limits.Idle,
			TLSHandshakeTimeout:    limits.Idle,
			MaxResponseHeaderBytes: 256 << 10,
			MaxIdleConnsPerHost:    8,
			IdleConnTimeout:        30 * time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// laxTLS puts up with what a portal's rules name, and with the ciphers of its
// time.
func laxTLS(t portal.TLS) *tls.Config {
	config := &tls.Config{MinVersion: max(t.Oldest, tls.VersionTLS10), InsecureSkipVerify: t.Broken} //nolint:gosec // named by the portal's rules, kept with each capture
	for _, suite := range append(tls.CipherSuites(), tls.InsecureCipherSuites()...) {
		config.CipherSuites = append(config.CipherSuites, suite.ID)
	}
	return config
}

// of is the client for a host, written as in an address, and whether it puts up
// with more than it should.
func (c clients) of(host string) (client *http.Client, lax bool) {
	if client := c.lax[siteHost(host)]; client != nil {
		return client, true
	}
	return c.common, false
}

func (c clients) close() {
	c.common.CloseIdleConnections()
	for _, lax := range c.lax {
		lax.CloseIdleConnections()
	}
}

// serverIP cuts the port off an address.
func serverIP(a net.Addr) string {
	host, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return host
}
