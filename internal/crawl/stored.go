package crawl

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"

	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Stored reads responses that lie in an archive as a visit reads fresh ones,
// for what others collected.
type Stored struct {
	Extractor Extractor
	Files     FileReader
	Portals   Hosts // whose addresses have rules; may be nil
	MaxSize   int64 // of a page or a file, decompressed
}

// ErrUnread marks stored responses that hold nothing to read: redirects,
// errors, pictures, parts of pages.
var ErrUnread = errors.New("không có gì để đọc")

// Read gives the visit that a stored response would have been. Links are not
// queued: to import is not to crawl.
func (s Stored) Read(ctx context.Context, c model.Capture, res archive.Response) (store.Visit, error) {
	at, err := Addresses{s.Portals}.Parse(c.URL)
	if err != nil {
		return store.Visit{}, fmt.Errorf("%w: %w", ErrUnread, err)
	}
	if res.Status < 200 || res.Status > 299 {
		return store.Visit{}, fmt.Errorf("%w: mã %d", ErrUnread, res.Status)
	}
	body, err := decoded(res.Header, res.Body, s.MaxSize)
	if err != nil {
		return store.Visit{}, fmt.Errorf("%w: %w", ErrUnread, err)
	}
	if body, err = ungzipped(path.Base(at.Path), body, s.MaxSize); err != nil {
		return store.Visit{}, fmt.Errorf("%w: %w", ErrUnread, err)
	}
	declared := res.Header.Get("Content-Type")
	v := &visit{
		Crawler: &Crawler{Parts: Parts{Extractor: s.Extractor, Files: s.Files}, opts: Options{Limits: Limits{Size: s.MaxSize}}},
		at:      at,
	}
	v.task = store.Task{Link: store.Link{Key: at.Key, URL: at.URL, Host: at.Host, Kind: store.TaskPage}}
	v.out.Capture = &c
	switch {
	case isDocument(body):
		v.task.Kind = store.TaskAttachment
		v.readFile(ctx, declared, body)
	case !isPage(declared, body):
		return store.Visit{}, fmt.Errorf("%w: %s", ErrUnread, declared)
	default:
		found, err := extractPage(s.Extractor, at, declared, body, nil)
		if err != nil {
			return store.Visit{}, fmt.Errorf("%w: %w", ErrUnread, err)
		}
		v.out.Article, v.out.Lines = &found.Article, found.Lines
	}
	v.out.Task, v.out.Outcome = v.task, store.Outcome{} // no task of the frontier ends
	return v.out, ctx.Err()
}

// isDocument tells files that people read from pages and from pictures.
func isDocument(body []byte) bool {
	kind := http.DetectContentType(body)
	major, _, _ := strings.Cut(kind, "/")
	return isFile(body) && !slices.Contains([]string{"image", "audio", "video", "font"}, major)
}

// isPage tells pages from style sheets, scripts, data and pictures.
func isPage(declared string, body []byte) bool {
	media, _, err := mime.ParseMediaType(declared)
	if err != nil || media == "application/octet-stream" {
		media, _, _ = strings.Cut(http.DetectContentType(body), ";")
	}
	return !isFile(body) && slices.Contains([]string{"text/html", "application/xhtml+xml", "text/plain"}, media)
}

// Ungzipped opens a body that was saved in gzip under another name.
func Ungzipped(name string, body []byte, limit int64) ([]byte, error) {
	return ungzipped(name, body, limit)
}
