package crawl

import (
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/portal"
)

// Addresses reads addresses by the rules of the portals that they lead to. The
// zero value knows the rules that hold everywhere.
type Addresses struct{ Portals Hosts }

// Hosts finds the portal of a host, which may carry a port.
type Hosts interface {
	ByHost(host string) (*portal.Portal, bool)
}

// addresses reads by the rules of the crawl's portals.
func (c *Crawler) addresses() Addresses { return Addresses{c.Portals} }

// Of is the portal of a host, nil when unknown. Its hosts are one, with and without www.
func (r Addresses) Of(host string) *portal.Portal {
	if r.Portals == nil {
		return nil
	}
	bare := siteHost(host)
	for _, h := range []string{host, bare, "www." + bare} {
		if p, known := r.Portals.ByHost(h); known {
			return p
		}
	}
	return nil
}

// key unifies the links that lead to one resource: "host/path?query".
func (r Addresses) key(a *Address) string {
	host, path, drop := a.Host, keyPath(a.Path), []string(nil)
	if p := r.Of(a.Host); p != nil {
		host, drop = siteHost(host), p.Addresses.Drop
		if p.Addresses.FoldCase {
			path = strings.ToLower(path)
		}
	}
	if q := keyQuery(a.Query, drop); q != "" {
		return host + path + "?" + q
	}
	return host + path
}

// dropped are the parameters of data/rules/addresses.txt.
var dropped = sync.OnceValue(func() []string {
	rows, err := data.Table("addresses.txt", 2)
	if err != nil {
		return nil // a test holds that the file loads
	}
	var names []string
	for _, row := range rows {
		names = append(names, data.List(row[1])...)
	}
	return names
})

// drops tells whether one of the rules names the parameter.
func drops(rules []string, param string) bool {
	name, _, _ := strings.Cut(strings.ToLower(param), "=")
	for _, rule := range rules {
		start, any := strings.CutSuffix(strings.ToLower(rule), "*")
		if name == start || any && strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}
