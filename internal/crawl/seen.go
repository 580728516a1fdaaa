package crawl

import (
	"strconv"
	"sync"

	"github.com/cespare/xxhash/v2"

	"tracuu/internal/store"
)

// seen remembers the links that this run has queued, so that a menu of a
// hundred links costs the store nothing on the next page. It forgets at the
// end of the run: the store refuses what it knows anyway.
type seen struct {
	mu   sync.Mutex
	keys map[uint64]struct{} // by hash: two of a million agree once in 10⁷ crawls
}

// maxSeen bounds the memory, 40 bytes a link.
const maxSeen = 4_000_000

func newSeen() *seen { return &seen{keys: map[uint64]struct{}{}} }

func mark(l *store.Link) uint64 {
	if l.Round == 0 {
		return xxhash.Sum64String(l.Key)
	}
	return xxhash.Sum64String(strconv.FormatInt(l.Round, 10) + " " + l.Key)
}

// fresh keeps the links that were not seen.
func (s *seen) fresh(links []store.Link) []store.Link {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []store.Link
	for i := range links {
		if _, known := s.keys[mark(&links[i])]; !known {
			out = append(out, links[i])
		}
	}
	return out
}

// add remembers links that are safe in the store.
func (s *seen) add(links []store.Link) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range links {
		if len(s.keys) < maxSeen {
			s.keys[mark(&links[i])] = struct{}{}
		}
	}
}
