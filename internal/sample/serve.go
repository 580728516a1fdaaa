package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
	"time"
)

// resource is an answer of the portal, ready to be sent.
type resource struct {
	body      []byte
	mediaType string
	modified  time.Time
}

// fileTypes are the types of the files we serve. The table of the machine is
// not asked: it differs from one machine to the next.
var fileTypes = map[string]string{
	".pdf":  "application/pdf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".txt":  "text/plain; charset=utf-8",
	".css":  "text/css; charset=utf-8",
}

func mediaTypeOf(name string) string {
	if t, ok := fileTypes[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

// ServeHTTP answers GET and HEAD. A folder asked for without its last slash is
// redirected, as web servers do.
func (p *Portal) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "Máy chủ chỉ nhận GET và HEAD.", http.StatusMethodNotAllowed)
		return
	}
	key := r.URL.Path
	res, ok := p.pages[key+"?"+r.URL.RawQuery]
	if !ok { // parameters that we do not know change nothing
		res, ok = p.pages[key]
	}
	switch _, folder := p.pages[key+"/"]; {
	case ok:
		res.send(w, r)
	case folder:
		http.Redirect(w, r, key+"/", http.StatusMovedPermanently) //nolint:gosec // key+"/" is one of our own pages
	default:
		p.notFound(w, r)
	}
}

func (res resource) send(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256(res.body)
	w.Header().Set("Content-Type", res.mediaType)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
	http.ServeContent(w, r, "", res.modified, bytes.NewReader(res.body))
}

func (p *Portal) notFound(w http.ResponseWriter, r *http.Request) {
	page := p.pages[missingKey]
	w.Header().Set("Content-Type", page.mediaType)
	w.WriteHeader(http.StatusNotFound)
	if r.Method == http.MethodHead {
		return
	}
	// The reader has gone away when this fails: nobody is left to be told.
	_, _ = w.Write(page.body)
}
