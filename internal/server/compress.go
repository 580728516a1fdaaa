package server

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// minCompressed is the shortest body that is worth it: a packet.
const minCompressed = 1 << 10

// Compressed sends text as zstd, br or gzip to clients that accept it. Archives
// and office files, which are compressed already, parts of files and what a
// handler has encoded itself go as they are.
func Compressed() gin.HandlerFunc {
	encoders := newEncoders()
	return func(c *gin.Context) {
		coding := chooseCoding(c.GetHeader("Accept-Encoding"))
		w := &compressor{ResponseWriter: c.Writer, encoders: encoders, coding: coding}
		c.Writer = w
		c.Next()
		c.Writer = w.ResponseWriter
		if err := w.finish(); err != nil {
			_ = c.Error(err) // for the request log; it never fails
		}
	}
}

// compressor decides at the first bytes whether it compresses.
type compressor struct {
	gin.ResponseWriter
	encoders *encoders
	coding   string
	head     []byte // what came before the decision
	decided  bool
	encoder  encoder // nil: as it is
}

func (w *compressor) Write(b []byte) (int, error) {
	if !w.decided {
		w.head = append(w.head, b...)
		if len(w.head) < minCompressed && w.suits() {
			return len(b), nil
		}
		return len(b), w.decide(len(w.head) >= minCompressed)
	}
	if w.encoder != nil {
		return w.encoder.Write(b)
	}
	return w.ResponseWriter.Write(b)
}

func (w *compressor) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// Written counts what waits for the decision.
func (w *compressor) Written() bool { return len(w.head) > 0 || w.ResponseWriter.Written() }

// WriteHeaderNow waits for the decision, unless no body follows.
func (w *compressor) WriteHeaderNow() {
	if w.decided || w.Status() == http.StatusNotModified || w.Status() == http.StatusNoContent {
		w.ResponseWriter.WriteHeaderNow()
	}
}

// Flush sends what is there; a stream is compressed however short its beginning.
func (w *compressor) Flush() {
	if !w.decided && w.decide(true) != nil {
		return
	}
	if w.encoder != nil && w.encoder.Flush() != nil {
		return
	}
	w.ResponseWriter.Flush()
}

// Unwrap lets http.ResponseController reach the connection.
func (w *compressor) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// suits tells a body that may be compressed.
func (w *compressor) suits() bool {
	h, status := w.Header(), w.Status()
	return status != http.StatusPartialContent && status != http.StatusNotModified && status != http.StatusNoContent &&
		h.Get("Content-Encoding") == "" && h.Get("Content-Range") == "" && textual(h.Get("Content-Type")) &&
		!strings.Contains(h.Get("Cache-Control"), "no-transform")
}

// decide sends the head one way or the other.
func (w *compressor) decide(long bool) error {
	w.decided = true
	if w.suits() {
		h := w.Header()
		h.Add("Vary", "Accept-Encoding")
		if long && w.coding != "" {
			h.Set("Content-Encoding", w.coding)
			h.Del("Content-Length")
			h.Del("Accept-Ranges")
			// The bytes differ from those that the tag was made of.
			if tag := h.Get("ETag"); tag != "" && !strings.HasPrefix(tag, "W/") {
				h.Set("ETag", "W/"+tag)
			}
			w.encoder = w.encoders.take(w.coding, w.ResponseWriter)
		}
	}
	head := w.head
	w.head = nil
	if len(head) == 0 {
		return nil
	}
	_, err := w.Write(head)
	return err
}

// finish ends the encoding.
func (w *compressor) finish() error {
	if !w.decided {
		return w.decide(false)
	}
	if w.encoder == nil {
		return nil
	}
	err := w.encoder.Close()
	w.encoders.giveBack(w.coding, w.encoder)
	return err
}
