package server

import (
	"io"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// encoder compresses one answer after another.
type encoder interface {
	io.WriteCloser
	Flush() error
	Reset(to io.Writer)
}

// Levels that cost little more time than writing itself; a window that a client
// can hold for every connection.
const (
	brotliLevel = 4
	gzipLevel   = 5
	zstdWindow  = 256 << 10
)

// encoders keeps encoders for the next answer, because making one costs more
// than a page.
type encoders struct{ gzip, br, zstd sync.Pool }

func newEncoders() *encoders {
	e := &encoders{}
	e.br.New = func() any { return brotli.NewWriterLevel(nil, brotliLevel) }
	e.gzip.New = func() any {
		w, err := gzip.NewWriterLevel(nil, gzipLevel)
		if err != nil { // the level is in range
			return gzip.NewWriter(nil)
		}
		return w
	}
	e.zstd.New = func() any {
		w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(zstdWindow),
			zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true))
		if err != nil { // the options are in range
			return nil
		}
		return w
	}
	return e
}

func (e *encoders) pool(coding string) *sync.Pool {
	switch coding {
	case "br":
		return &e.br
	case "zstd":
		return &e.zstd
	}
	return &e.gzip
}

// take returns an encoder that writes to w.
func (e *encoders) take(coding string, w io.Writer) encoder {
	kept, ok := e.pool(coding).Get().(encoder)
	if !ok {
		return nil
	}
	kept.Reset(w)
	return kept
}

// giveBack keeps an encoder that was closed.
func (e *encoders) giveBack(coding string, used encoder) {
	used.Reset(nil)
	e.pool(coding).Put(used)
}
