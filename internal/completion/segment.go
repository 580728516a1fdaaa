package completion

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"slices"
	"sort"
	"strings"
)

// segment is names in packed arrays without pointers: nothing of it is walked
// by the garbage collector. It never changes but for what is dead.
type segment struct {
	keys  []byte   // of the entries in order, each ended by endOfKey
	keyAt []uint32 // where the key of an entry begins
	pages []uint32 // the entry whose key holds the first byte of each page of keys
	// places are offsets into keys where a word begins, sorted by what stands
	// there; weights goes with them, tops has the greatest of each block.
	places  []uint32
	weights []uint8
	tops    []uint8

	records  []byte   // of the entries: id, label, detail, extra
	recordAt []uint32 // where the record of an entry begins
	base     []uint8  // weights of the entries

	hashes []uint64 // of ids, sorted
	hashed []uint32 // the entry of each

	dead  []uint64 // bits
	alive int
}

// endOfKey sorts before everything that a key holds.
const endOfKey = 0

// blockSize is how many places share a top.
const blockSize = 64

// wholeBonus lifts the beginning of a key above all later words.
const wholeBonus = MaxWeight + 1

// seed makes hashes of ids differ from process to process.
var seed = maphash.MakeSeed()

func newSegment(entries []Entry) *segment {
	s := &segment{}
	for _, e := range entries {
		key := e.Key
		if key == "" {
			key = Key(e.Label)
		}
		key = strings.ReplaceAll(key[:min(len(key), maxKey)], "\x00", " ")
		at := uint32(len(s.keys))
		s.add(e, key)
		starts(key, func(offset int) { s.places = append(s.places, at+uint32(offset)) })
	}
	s.sort()
	s.finish()
	return s
}

// add appends an entry; places, hashes and the rest come later.
func (s *segment) add(e Entry, key string) {
	s.keyAt = append(s.keyAt, uint32(len(s.keys)))
	s.keys = append(append(s.keys, key...), endOfKey)
	s.recordAt = append(s.recordAt, uint32(len(s.records)))
	for _, field := range []string{e.ID, e.Label, e.Detail, e.Extra} {
		s.records = binary.AppendUvarint(s.records, uint64(len(field)))
		s.records = append(s.records, field...)
	}
	s.base = append(s.base, uint8(min(max(e.Weight, 0), MaxWeight)))
}

// sort puts the places in order. The first bytes of each are compared as a
// number, which tells nearly all apart.
func (s *segment) sort() {
	type keyed struct {
		head  uint64
		place uint32
	}
	all := make([]keyed, len(s.places))
	for i, p := range s.places {
		var head [8]byte
		copy(head[:], s.at(p))
		all[i] = keyed{binary.BigEndian.Uint64(head[:]), p}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		if c := cmp.Compare(a.head, b.head); c != 0 {
			return c
		}
		return cmp.Or(bytes.Compare(s.at(a.place), s.at(b.place)), cmp.Compare(a.place, b.place))
	})
	for i, k := range all {
		s.places[i] = k.place
	}
}

// finish fills what follows from entries and sorted places.
func (s *segment) finish() {
	s.paginate()
	s.weights = make([]uint8, len(s.places))
	s.tops = make([]uint8, (len(s.places)+blockSize-1)/blockSize)
	for i, p := range s.places {
		entry := s.owner(p)
		w := s.base[entry]
		if s.keyAt[entry] == p {
			w += wholeBonus
		}
		s.weights[i] = w
		s.tops[i/blockSize] = max(s.tops[i/blockSize], w)
	}
	n := len(s.keyAt)
	s.hashed = make([]uint32, n)
	hashes := make([]uint64, n)
	for i := range n {
		s.hashed[i], hashes[i] = uint32(i), maphash.Bytes(seed, s.id(i))
	}
	slices.SortFunc(s.hashed, func(a, b uint32) int { return cmp.Compare(hashes[a], hashes[b]) })
	s.hashes = make([]uint64, n)
	for i, e := range s.hashed {
		s.hashes[i] = hashes[e]
	}
	s.dead = make([]uint64, (n+63)/64)
	s.alive = n
}

// at is what stands at a place: the rest of its key, and perhaps of keys behind
// endOfKey, where only equal keys are compared.
func (s *segment) at(place uint32) []byte {
	return s.keys[place:min(int(place)+maxKey, len(s.keys))]
}

func (s *segment) endOf(entry int) uint32 {
	if entry+1 < len(s.keyAt) {
		return s.keyAt[entry+1]
	}
	return uint32(len(s.keys))
}

// owner is the entry whose key holds a place.
func (s *segment) owner(place uint32) int {
	e := int(s.pages[place/pageSize])
	for e+1 < len(s.keyAt) && s.keyAt[e+1] <= place {
		e++
	}
	return e
}

// pageSize is about the length of three titles.
const pageSize = 256

func (s *segment) paginate() {
	s.pages = make([]uint32, len(s.keys)/pageSize+1)
	e := 0
	for i := range s.pages {
		for e+1 < len(s.keyAt) && s.keyAt[e+1] <= uint32(i*pageSize) {
			e++
		}
		s.pages[i] = uint32(e)
	}
}

// field cuts the next field off a record.
func field(record []byte) (value, rest []byte) {
	n, size := binary.Uvarint(record)
	end := size + int(n)
	return record[size:end], record[end:]
}

func (s *segment) id(entry int) []byte {
	id, _ := field(s.records[s.recordAt[entry]:])
	return id
}

// key is what an entry is compared by.
func (s *segment) key(entry int) []byte { return s.keys[s.keyAt[entry] : s.endOf(entry)-1] }

func (s *segment) entry(i int) Entry {
	rest := s.records[s.recordAt[i]:]
	var fields [4]string
	for k := range fields {
		var value []byte
		value, rest = field(rest)
		fields[k] = string(value)
	}
	return Entry{
		ID: fields[0], Label: fields[1], Detail: fields[2], Extra: fields[3],
		Key: string(s.key(i)), Weight: int(s.base[i]),
	}
}

func (s *segment) isDead(entry int) bool { return s.dead[entry/64]&(1<<(entry%64)) != 0 }

func (s *segment) killEntry(entry int) {
	if !s.isDead(entry) {
		s.dead[entry/64] |= 1 << (entry % 64)
		s.alive--
	}
}

// kill marks the entry of an id as dead, if it is here.
func (s *segment) kill(id string) {
	hash := maphash.String(seed, id)
	for i := sort.Search(len(s.hashes), func(i int) bool { return s.hashes[i] >= hash }); i < len(s.hashes) && s.hashes[i] == hash; i++ {
		if entry := int(s.hashed[i]); string(s.id(entry)) == id {
			s.killEntry(entry)
		}
	}
}

func (s *segment) bytes() int {
	return cap(s.keys) + 4*cap(s.keyAt) + 4*cap(s.pages) + 4*cap(s.places) + cap(s.weights) + cap(s.tops) + cap(s.records) +
		4*cap(s.recordAt) + cap(s.base) + 8*cap(s.hashes) + 4*cap(s.hashed) + 8*cap(s.dead)
}
