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
	Files    []string // other hosts, without port, that hold its attachments only

	Delay       time.Duration // between requests; 0: the crawler's own
	Connections int           // requests at once; 0: one
	Hours       Hours         // in which it wants to be asked
	TLS         TLS
	Addresses   Addresses
	Revisit     Revisit
	Browser     bool // its pages are made by scripts: they are read as a browser shows them

	Discovery Discovery

	titles  Patterns
	exclude Patterns // its family's among them
}

// TLS is what is put up with from a portal's servers that nobody cares for any
// more. What was put up with is kept with each capture.
type TLS struct {
	Oldest uint16 // tls.VersionTLS10 …; 0: what is safe today
	Broken bool   // certificates that are out of date, of another name, or without their chain
}

// Addresses are the rules by which two links of a portal lead to one page,
// beside those that hold everywhere.
type Addresses struct {
	Drop     []string // parameters that choose no content: order, view
	FoldCase bool     // its server does not tell A from a in paths
}

// Excluded tells whether a path (with its query, when there is one) is never
// to be queued, by the rules of the portal or of its family.
func (p *Portal) Excluded(path string) bool { return p.exclude.Match(path) }

// Titled tells whether a <title> is that of this portal's pages. Copies of the
// portal on another host are known by it.
func (p *Portal) Titled(title string) bool { return p.titles.Match(title) }
