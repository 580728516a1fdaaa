// Package completion finds names by their beginning while they are typed:
// titles by the beginning of any of their words, numbers by their first
// digits. Everything is compared folded; accents that were typed put those
// that have them first, and digits are never taken for others.
//
// A Table keeps its names in memory, in sorted segments that are merged as
// they grow, so that new names are found at once and nothing is sorted twice.
package completion

import "sync"

// Entry is a name that may be completed.
type Entry struct {
	ID     string
	Label  string // as people read it
	Key    string // what is typed for it, see Key; that of Label when empty
	Detail string // what tells it from others of the same label
	Extra  string // for the caller's own choices
	Weight int    // 0 to MaxWeight: of two that fit equally the heavier comes first
}

// MaxWeight is the greatest weight; what is above it counts as it.
const MaxWeight = 127

// Match is a name that was found.
type Match struct {
	Entry
	Whole bool // the typed text begins the name, not one of its later words
	Same  int  // names of the same label, itself included, at most maxSame
}

// Options of New.
type Options struct {
	// MaxBytes bounds the memory of a table; 512 MiB when zero. What comes when
	// it is full is not learned.
	MaxBytes int
}

// Table holds names. It may be shared.
type Table struct {
	limit int

	writing  sync.Mutex   // one writer at a time
	reading  sync.RWMutex // segments, and what is dead in them
	segments []*segment   // the largest first
}

// New returns an empty table.
func New(o Options) *Table {
	if o.MaxBytes <= 0 {
		o.MaxBytes = 512 << 20
	}
	return &Table{limit: min(o.MaxBytes, 2<<30)} // offsets are of 32 bits
}

// Put adds names; those of the same id are replaced. It reports false when the
// table is full and did not take them.
func (t *Table) Put(entries []Entry) bool {
	if len(entries) == 0 {
		return true
	}
	t.writing.Lock()
	defer t.writing.Unlock()
	full := t.bytes() >= t.limit
	var s *segment
	if !full {
		s = newSegment(lastOfEach(entries))
	}
	t.reading.Lock()
	t.kill(ids(entries))
	if !full {
		t.segments = append(t.segments, s)
	}
	t.reading.Unlock()
	t.settle()
	return !full
}

// Delete forgets names by id.
func (t *Table) Delete(ids []string) {
	t.writing.Lock()
	defer t.writing.Unlock()
	t.reading.Lock()
	defer t.reading.Unlock()
	t.kill(ids)
}

func (t *Table) kill(ids []string) {
	for _, s := range t.segments {
		for _, id := range ids {
			s.kill(id)
		}
	}
}

// settle merges the last segments while the one before is not much larger: a
// name is merged as often as the table has doubled. Readers go on meanwhile.
func (t *Table) settle() {
	for {
		n := len(t.segments)
		if n < 2 || t.segments[n-2].alive > 2*t.segments[n-1].alive {
			return
		}
		merged := merge(t.segments[n-2], t.segments[n-1])
		t.reading.Lock()
		t.segments = append(t.segments[:n-2:n-2], merged)
		t.reading.Unlock()
	}
}

// Len is the number of names.
func (t *Table) Len() int {
	t.reading.RLock()
	defer t.reading.RUnlock()
	n := 0
	for _, s := range t.segments {
		n += s.alive
	}
	return n
}

// Bytes is the memory that the names take.
func (t *Table) Bytes() int {
	t.reading.RLock()
	defer t.reading.RUnlock()
	return t.bytes()
}

func (t *Table) bytes() int {
	n := 0
	for _, s := range t.segments {
		n += s.bytes()
	}
	return n
}

func ids(entries []Entry) []string {
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = e.ID
	}
	return out
}

// lastOfEach leaves the last entry of each id.
func lastOfEach(entries []Entry) []Entry {
	last := make(map[string]int, len(entries))
	for i, e := range entries {
		last[e.ID] = i
	}
	if len(last) == len(entries) {
		return entries
	}
	var out []Entry
	for i, e := range entries {
		if last[e.ID] == i {
			out = append(out, e)
		}
	}
	return out
}
