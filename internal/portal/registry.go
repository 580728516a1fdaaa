package portal

import (
	"net"
	"strings"

	"golang.org/x/net/html"
)

// Registry is all portals and families that are known. It does not change
// after Load and may be shared.
type Registry struct {
	portals  []*Portal
	families []*Family
	byID     map[string]*Portal
	byHost   map[string]*Portal
	fallback *Family
}

// Portals lists the portals by id.
func (r *Registry) Portals() []*Portal { return r.portals }

// Families lists the families by id.
func (r *Registry) Families() []*Family { return r.families }

// Fallback is the family for pages that no other one knows; never nil.
func (r *Registry) Fallback() *Family { return r.fallback }

// ByID returns a portal, and false when the id is not known.
func (r *Registry) ByID(id string) (*Portal, bool) {
	p, ok := r.byID[id]
	return p, ok
}

// ByHost returns the portal on a host, which may carry a port.
func (r *Registry) ByHost(host string) (*Portal, bool) {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	p, ok := r.byHost[strings.TrimSuffix(strings.ToLower(host), ".")]
	return p, ok
}

// ByTitle returns the portal whose pages carry this <title>. It finds copies
// of a portal that are served from another host.
func (r *Registry) ByTitle(title string) (*Portal, bool) {
	title = strings.Join(strings.Fields(title), " ")
	for _, p := range r.portals {
		if p.Titled(title) {
			return p, true
		}
	}
	return nil, false
}

// Family returns a family by id, and false when the id is not known.
func (r *Registry) Family(id string) (*Family, bool) {
	for _, f := range r.families {
		if f.ID == id {
			return f, true
		}
	}
	return nil, false
}

// Recognise returns the family that made a parsed page, or nil.
func (r *Registry) Recognise(doc *html.Node) *Family {
	for _, f := range r.families {
		if f.Recognises(doc) {
			return f
		}
	}
	return nil
}

// RecogniseLine returns the family that a line of text gives away, or nil.
func (r *Registry) RecogniseLine(line string) *Family {
	for _, f := range r.families {
		if f.RecognisesLine(line) {
			return f
		}
	}
	return nil
}
