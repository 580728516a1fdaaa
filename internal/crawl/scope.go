package crawl

import (
	"fmt"
	"net"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// Seed is where a crawl starts and what it may reach from there.
type Seed struct {
	Name   string         // store.Link.Seed: a portal's id or an address's key
	Starts []Address      // asked first
	Hosts  []string       // as Address.Host; more of the same site
	Portal *portal.Portal // nil when not known
}

// scope decides which links are followed.
type scope struct {
	sites    map[string]site // by seed name
	maxDepth int

	mu       sync.Mutex
	variants map[string]int // queries seen by host and path
}

type site struct {
	portal *portal.Portal
	hosts  map[string]bool // see siteHost
	files  map[string]bool // hosts of its attachments, as siteHost
}

func newScope(seeds []Seed, maxDepth int) *scope {
	s := &scope{sites: map[string]site{}, maxDepth: maxDepth, variants: map[string]int{}}
	for _, seed := range seeds {
		one := site{portal: seed.Portal, hosts: map[string]bool{}, files: map[string]bool{}}
		for _, a := range seed.Starts {
			one.hosts[siteHost(a.Host)] = true
		}
		for _, h := range seed.Hosts {
			one.hosts[siteHost(h)] = true
		}
		if seed.Portal != nil {
			for _, h := range seed.Portal.Files {
				one.files[siteHost(h)] = true
			}
		}
		s.sites[seed.Name] = one
	}
	return s
}

// siteHost makes www.x and x one site.
func siteHost(host string) string { return strings.TrimPrefix(host, "www.") }

// knows tells whether the portal of a seed is known.
func (s *scope) knows(seed string) bool { return s.sites[seed].portal != nil }

// claim finds the seed of this run that a task belongs to. A task that another
// run left behind on the same host belongs to this run's seed.
func (s *scope) claim(t store.Task) (seed string, ok bool) {
	if _, ok := s.sites[t.Seed]; ok {
		return t.Seed, true
	}
	for name, one := range s.sites {
		if one.hosts[siteHost(t.Host)] || one.files[siteHost(t.Host)] {
			return name, true
		}
	}
	return "", false
}

// reach tells whether a host belongs to the site: to its pages, or as a host
// that holds its attachments. from is as for refuse.
func (one *site) reach(host string, kind store.TaskKind, from *portal.Portal) bool {
	bare := siteHost(host)
	if one.hosts[bare] || kind != store.TaskAttachment {
		return one.hosts[bare]
	}
	return one.files[bare] || from != nil && slices.ContainsFunc(from.Files, func(h string) bool { return siteHost(h) == bare })
}

// refuse tells why a link is not followed, or "" when it is. from is the portal
// that the page with the link was recognised as; nil when unknown.
func (s *scope) refuse(seed string, a Address, kind store.TaskKind, depth int, from *portal.Portal) string {
	one := s.sites[seed]
	switch {
	case !one.reach(a.Host, kind, from):
		return "ngoài phạm vi"
	case one.portal != nil && one.portal.Excluded(a.pathQuery()), from != nil && from.Excluded(a.pathQuery()):
		return "cổng thông tin loại trừ đường dẫn này"
	case depth > s.maxDepth:
		return fmt.Sprintf("quá %d bước liên kết", s.maxDepth)
	case asset.MatchString(path.Ext(a.Path)):
		return "không phải trang hoặc văn bản"
	case trap(a):
		return "đường dẫn lặp vô hạn"
	case s.tooManyVariants(a):
		return "quá nhiều biến thể của một trang"
	}
	return ""
}

// asset endings are parts of pages, programs and recordings: nothing to read.
var asset = regexp.MustCompile(`(?i)^\.(?:css|js|mjs|map|ico|png|jpe?g|gif|svg|webp|avif|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|avi|mov|wmv|flv|webm|ogg|wav|swf|exe|msi|apk|iso|dll|axd|asmx)$`)

const (
	maxSegments = 20
	maxParams   = 8
)

// archived is a page of a web archive that was copied into the site; its own
// page stands elsewhere.
var archived = regexp.MustCompile(`/web/\d{14}[a-z_]*(?:/|$)`)

// trap sees addresses that sites make up without end: a segment three times,
// very deep paths, very many parameters, copies in a web archive.
func trap(a Address) bool {
	segments := strings.Split(strings.Trim(a.Path, "/"), "/")
	if len(segments) > maxSegments || strings.Count(a.Query, "&") >= maxParams || archived.MatchString(a.Path) {
		return true
	}
	seen := map[string]int{}
	for _, s := range segments {
		if seen[s]++; seen[s] >= 3 && len(s) > 2 { // 01/01/01 is a day
			return true
		}
	}
	return false
}

const (
	maxVariants     = 20_000 // of a page with one or two parameters: a long register
	maxManifold     = 1_000  // with more: filters and sort orders
	maxCountedPaths = 100_000
)

// tooManyVariants counts the links to one page that differ in the query alone.
func (s *scope) tooManyVariants(a Address) bool {
	if a.Query == "" {
		return false
	}
	key, most := a.Host+a.Path, maxVariants
	if strings.Count(a.Query, "&") >= 2 {
		key, most = key+"?", maxManifold
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n, known := s.variants[key]
	if !known && len(s.variants) >= maxCountedPaths {
		return false
	}
	s.variants[key] = n + 1
	return n >= most
}

// hostPort is how a dial to a is written.
func hostPort(a Address) string {
	if _, _, err := net.SplitHostPort(a.Host); err == nil {
		return a.Host
	}
	port := "80"
	if strings.HasPrefix(a.URL, "https:") {
		port = "443"
	}
	return net.JoinHostPort(strings.Trim(a.Host, "[]"), port)
}
