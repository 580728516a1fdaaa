package retrieval

import (
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"tracuu/internal/rank"
)

// forwards keeps the layouts of texts that were candidates lately, up to a
// number of bytes.
type forwards struct {
	mu     sync.Mutex
	recent *simplelru.LRU[string, *rank.Forward]
	bytes  int
	limit  int
	// forgotten counts the calls of forget: a layout of a text that was read
	// before the last of them may be of an older text.
	forgotten uint64
}

func newForwards(limit int) *forwards {
	f := &forwards{limit: limit}
	// The bound is in bytes; the number of entries has none of its own.
	const most = 1 << 30
	f.recent, _ = simplelru.NewLRU(most, func(_ string, v *rank.Forward) { f.bytes -= v.Bytes() })
	return f
}

// get returns the layouts that are kept, nil where there is none, and the
// state to hand to put.
func (f *forwards) get(ids []string) ([]*rank.Forward, uint64) {
	out := make([]*rank.Forward, len(ids))
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, id := range ids {
		out[i], _ = f.recent.Get(id)
	}
	return out, f.forgotten
}

// put keeps a layout of a text that was read after get told the state.
func (f *forwards) put(id string, v *rank.Forward, state uint64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if state != f.forgotten {
		return
	}
	f.recent.Remove(id)
	f.recent.Add(id, v)
	for f.bytes += v.Bytes(); f.bytes > f.limit; {
		f.recent.RemoveOldest()
	}
}

// forget drops what is kept of changed texts.
func (f *forwards) forget(ids []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.forgotten++
	for _, id := range ids {
		f.recent.Remove(id)
	}
}
