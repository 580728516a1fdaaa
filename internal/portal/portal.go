// Package portal holds what is known of portals and of the content management
// systems (families) that they run on. Both are data: a new portal is a file,
// see data/portals/README.md. Load reads and checks them.
package portal

import (
	"time"
)

// Portal is a site that is collected.
type Portal struct {
	ID       string
	Name     string   // as its pages call it
	Hosts    []string // lower case, without port
	Seeds    []string // absolute addresses where a crawl starts
	Family   string   // id of a Family; empty: recognised page by page
	Place    string   // "huyện Krông Nô"
	Province string   // "tỉnh Đắk Nông"
	Issuer   string   // "UBND huyện Krông Nô": the authority that speaks here
	Delay    time.Duration

	Discovery Discovery

	titles  Patterns
	exclude Patterns
}

// Excluded tells whether a path (with its query, when there is one) is never
// to be queued, as the paths of a web archive's copy inside the portal.
func (p *Portal) Excluded(path string) bool { return p.exclude.Match(path) }

// Titled tells whether a <title> is that of this portal's pages. Copies of the
// portal on another host are known by it.
func (p *Portal) Titled(title string) bool { return p.titles.Match(title) }
