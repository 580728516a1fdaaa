package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// maxHeld is the longest answer that is held until its ETag is known; a longer
// one is sent as it comes, without.
const maxHeld = 4 << 20

// Validated gives text answers a strong ETag over their bytes, and answers 304
// when the client has them (RFC 9110, 13). Clients must ask again each time
// (no-cache) unless the handler says otherwise; failures are not kept.
func Validated(c *gin.Context) {
	if c.Request.Method != http.MethodGet {
		c.Next()
		return
	}
	held := &holder{ResponseWriter: c.Writer}
	c.Writer = held
	c.Next()
	c.Writer = held.ResponseWriter
	held.send(c.Request)
}

// holder keeps the body of an answer until it is whole.
type holder struct {
	gin.ResponseWriter
	body    bytes.Buffer
	passing bool // what comes goes straight on
}

func (h *holder) Write(b []byte) (int, error) {
	if !h.passing && (h.body.Len()+len(b) > maxHeld || !h.suits()) {
		if err := h.pass(); err != nil {
			return 0, err
		}
	}
	if h.passing {
		return h.ResponseWriter.Write(b)
	}
	return h.body.Write(b)
}

func (h *holder) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

// Written is what handlers ask before they answer with an error.
func (h *holder) Written() bool { return h.body.Len() > 0 || h.ResponseWriter.Written() }

// WriteHeaderNow waits for the body.
func (h *holder) WriteHeaderNow() {
	if h.passing {
		h.ResponseWriter.WriteHeaderNow()
	}
}

// Flush is asked for by handlers that stream; theirs is no answer to hold.
func (h *holder) Flush() {
	if h.pass() == nil {
		h.ResponseWriter.Flush()
	}
}

// Unwrap lets http.ResponseController reach the connection.
func (h *holder) Unwrap() http.ResponseWriter { return h.ResponseWriter }

// suits tells what is held: whole text answers that bring no ETag of their own.
func (h *holder) suits() bool {
	header := h.Header()
	return h.Status() == http.StatusOK && header.Get("ETag") == "" &&
		header.Get("Content-Disposition") == "" && textual(header.Get("Content-Type"))
}

// pass gives up holding.
func (h *holder) pass() error {
	if h.passing {
		return nil
	}
	h.passing = true
	if h.body.Len() == 0 {
		return nil
	}
	_, err := h.ResponseWriter.Write(h.body.Bytes())
	return err
}

// send answers with what was held, or says that nothing has changed.
func (h *holder) send(r *http.Request) {
	header := h.Header()
	if h.Status() >= http.StatusBadRequest && header.Get("Cache-Control") == "" {
		header.Set("Cache-Control", "no-store")
	}
	if h.passing || h.body.Len() == 0 {
		h.ResponseWriter.WriteHeaderNow()
		return
	}
	sum := sha256.Sum256(h.body.Bytes())
	header.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	if header.Get("Cache-Control") == "" {
		header.Set("Cache-Control", "no-cache")
	}
	if fresh(r, header) {
		header.Del("Content-Type")
		h.WriteHeader(http.StatusNotModified)
		h.ResponseWriter.WriteHeaderNow()
		return
	}
	header.Set("Content-Length", strconv.Itoa(h.body.Len()))
	_, _ = h.ResponseWriter.Write(h.body.Bytes()) // the client has gone
}

// fresh tells that the client has the answer already. If-Modified-Since counts
// only without If-None-Match, and only for what tells when it was modified.
func fresh(r *http.Request, header http.Header) bool {
	if tags := r.Header.Get("If-None-Match"); tags != "" {
		return tagged(tags, header.Get("ETag"))
	}
	modified, err := http.ParseTime(header.Get("Last-Modified"))
	if err != nil {
		return false
	}
	since, err := http.ParseTime(r.Header.Get("If-Modified-Since"))
	return err == nil && !modified.Truncate(time.Second).After(since)
}

// tagged compares weakly, as If-None-Match does.
func tagged(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || one == tag {
			return true
		}
	}
	return false
}
