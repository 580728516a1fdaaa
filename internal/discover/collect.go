package discover

import (
	"hash/fnv"
	"net/url"
	"strings"
)

// collector gathers entries, each address once.
type collector struct {
	entries []Entry
	seen    map[string]bool
}

// add resolves an address as it is written at base; what is not http(s) is
// left out.
func (c *collector) add(base *url.URL, ref, title string) {
	ref = strings.TrimSpace(ref)
	if ref == "" || strings.HasPrefix(ref, "#") || len(ref) > maxLocation || len(c.entries) >= maxEntries {
		return
	}
	u, err := base.Parse(ref)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return
	}
	u.Fragment, u.RawFragment = "", ""
	address := u.String()
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	if !c.seen[address] {
		c.seen[address] = true
		c.entries = append(c.entries, Entry{URL: address, Title: strings.Join(strings.Fields(title), " ")})
	}
}

// digest tells one page of a list from another by its entries; 0 for none.
func digest(entries []Entry) uint64 {
	if len(entries) == 0 {
		return 0
	}
	h := fnv.New64a()
	for _, e := range entries {
		h.Write([]byte(e.URL))
		h.Write([]byte{0})
	}
	return h.Sum64()
}
