// Package oletest writes small compound files (MS-CFB) for tests.
package oletest

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

const (
	sector     = 512
	leastSize  = 4096 // shorter streams would need a mini stream: they are filled up with zeros
	endOfChain = 0xFFFFFFFE
	noStream   = 0xFFFFFFFF
	fatSector  = 0xFFFFFFFD
)

// Stream is a named stream of the root folder.
type Stream struct {
	Name string
	Body []byte
}

// File returns a compound file. All of its sectors fit into one or a few FAT
// sectors in front of the streams.
func File(streams ...Stream) []byte {
	var data []byte
	var chains []int // sectors of each stream
	for _, s := range streams {
		body := slices.Concat(s.Body, make([]byte, max(0, leastSize-len(s.Body))))
		body = append(body, make([]byte, (sector-len(body)%sector)%sector)...)
		data = append(data, body...)
		chains = append(chains, len(body)/sector)
	}
	folders := (len(streams) + 1 + 3) / 4 // four entries a sector
	fats := 1
	for fats*sector/4 < fats+folders+len(data)/sector {
		fats++
	}
	fat := make([]uint32, 0, fats*sector/4)
	for range fats {
		fat = append(fat, fatSector)
	}
	chain := func(n int) {
		for i := range n {
			next := uint32(len(fat) + 1)
			if i == n-1 {
				next = endOfChain
			}
			fat = append(fat, next)
		}
	}
	chain(folders)
	starts := make([]int, len(chains))
	for i, n := range chains {
		starts[i] = len(fat)
		chain(n)
	}
	for len(fat) < cap(fat) {
		fat = append(fat, noStream)
	}
	return slices.Concat(header(fats), words(fat), directory(streams, starts, chains, folders), data)
}

func header(fats int) []byte {
	h := make([]byte, sector)
	copy(h, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	put16 := func(at int, v uint16) { binary.LittleEndian.PutUint16(h[at:], v) }
	put32 := func(at int, v uint32) { binary.LittleEndian.PutUint32(h[at:], v) }
	put16(24, 0x3E)
	put16(26, 3)
	put16(28, 0xFFFE)
	put16(30, 9) // sectors of 512 bytes
	put16(32, 6)
	put32(44, uint32(fats))
	put32(48, uint32(fats)) // the folder lies behind the FAT
	put32(56, leastSize)
	put32(60, endOfChain)
	put32(68, endOfChain)
	for i := range 109 {
		put32(76+4*i, noStream)
	}
	for i := range fats {
		put32(76+4*i, uint32(i))
	}
	return h
}

// directory lists the streams as a chain of right siblings.
func directory(streams []Stream, starts, chains []int, folders int) []byte {
	var b bytes.Buffer
	entry := func(name string, kind byte, right, child, start uint32, size int) {
		e := make([]byte, 128)
		letters := utf16.Encode([]rune(name))
		for i, u := range letters {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(letters)+2))
		e[66], e[67] = kind, 1
		binary.LittleEndian.PutUint32(e[68:], noStream)
		binary.LittleEndian.PutUint32(e[72:], right)
		binary.LittleEndian.PutUint32(e[76:], child)
		binary.LittleEndian.PutUint32(e[116:], start)
		binary.LittleEndian.PutUint32(e[120:], uint32(size))
		b.Write(e)
	}
	entry("Root Entry", 5, noStream, 1, endOfChain, 0)
	for i, s := range streams {
		right := uint32(i + 2)
		if i == len(streams)-1 {
			right = noStream
		}
		entry(s.Name, 2, right, noStream, uint32(starts[i]), max(len(s.Body), chains[i]*sector))
	}
	b.Write(make([]byte, folders*sector-b.Len()))
	return b.Bytes()
}

func words(fat []uint32) []byte {
	b := make([]byte, 0, 4*len(fat))
	for _, v := range fat {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}
