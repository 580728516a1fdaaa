package crawl

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"tracuu/internal/extract"
	"tracuu/internal/extract/page"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Priorities: lists lead to everything else, files wait for their articles, and
// what was read before for what is new.
const (
	listFirst = 1 + iota
	pageNext
	fileLast
	recheckLast
)

const (
	maxLinks    = 5000 // of one page
	maxLinkText = 300  // bytes
)

// readPage extracts a page and queues what it links to.
func (v *visit) readPage(ctx context.Context, declared string, body []byte) {
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		v.done("trang trống")
		return
	case isFile(body):
		v.done("là tệp, không phải trang; bản chụp đã được lưu")
		return
	}
	repeated, err := v.repeated(ctx)
	if err != nil {
		v.err = err
		return
	}
	found, err := extractPage(v.Extractor, v.at, declared, body, repeated)
	if err == nil && v.wantsBrowser(&found.Article) {
		shown, moved := v.show(ctx)
		if moved || v.err != nil {
			return
		}
		if shown != nil {
			declared, body = shownMedia, shown
			found, err = extractPage(v.Extractor, v.at, declared, body, repeated)
		}
	}
	if err != nil {
		v.fail(store.FaultContent, fmt.Sprintf("không đọc được trang: %v", err))
		return
	}
	v.out.Article, v.out.Lines = &found.Article, found.Lines
	v.out.Links = v.links(&found.Article, found.Links)
	v.whole = repeated == nil && found.Article.Family == v.Portals.Fallback().ID
	v.done(v.unshown)
	if v.unshown != "" {
		v.out.Outcome.Fault = store.FaultContent
	}
	v.offered(&found.Article, declared, body)
}

// extractPage reads a page under the address that its article is known by, and
// gives its attachments the addresses that their text comes back under.
func extractPage(x Extractor, at Address, declared string, body []byte, repeated func(uint64) bool) (extract.Result, error) {
	found, err := x.Page(extract.Input{URL: at.URL, MediaType: declared, Body: body, Repeated: repeated})
	if err != nil {
		return extract.Result{}, err
	}
	a := &found.Article
	a.URL = at.Page
	a.ID = model.ArticleID(a.URL)
	for i := range a.Attachments {
		file := &a.Attachments[i]
		if to, err := at.Resolve(file.URL); err == nil {
			file.URL = to.Page
		}
	}
	return found, nil
}

// links turns what the page links to into tasks.
func (v *visit) links(a *model.Article, found []page.Link) []store.Link {
	q := v.newLinker(maxLinks)
	if p, known := v.Portals.ByID(a.Portal); known {
		q.from = p
	}
	for _, file := range a.Attachments {
		q.ref(file.URL, store.Link{Kind: store.TaskAttachment, Priority: fileLast, Referrer: a.ID, Text: file.Name})
	}
	for _, l := range found {
		if l.Kind == page.LinkAttachment {
			continue
		}
		priority := pageNext
		if l.Kind == page.LinkList {
			priority = listFirst
		}
		q.ref(l.URL, store.Link{Kind: store.TaskPage, Priority: priority, Referrer: a.URL, Text: l.Text})
	}
	return q.links
}

func shorten(text string) string {
	if len(text) <= maxLinkText {
		return text
	}
	cut := maxLinkText
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

// isFile tells documents, pictures and recordings from pages by their first
// bytes; servers name types wrongly.
func isFile(body []byte) bool {
	if bytes.HasPrefix(body, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) || bytes.HasPrefix(body, []byte(`{\rtf`)) {
		return true
	}
	kind := http.DetectContentType(body)
	major, _, _ := strings.Cut(kind, "/")
	return slices.Contains([]string{"image", "audio", "video", "font"}, major) ||
		slices.Contains([]string{"application/pdf", "application/zip", "application/x-rar-compressed"}, kind)
}

// readFile reads the text of an attachment. A file that cannot be read is
// kept and says why.
func (v *visit) readFile(ctx context.Context, declared string, body []byte) {
	file := v.file()
	file.CaptureID = v.out.Capture.ID
	readAttachment(ctx, v.Files, file, v.at, declared, body, v.opts.Limits.Size)
	v.out.Attachment = file
	v.done("")
	if file.State != model.Read {
		return
	}
	if document, ok := v.Extractor.File(v.at.Page, file.Text); ok {
		v.out.Article = &document
	}
}

// missing records an attachment that could not be fetched.
func (v *visit) missing(reason string) {
	file := v.file()
	file.State, file.Reason = model.Missing, reason
	if v.out.Capture != nil {
		file.CaptureID = v.out.Capture.ID
	}
	v.out.Attachment = file
}

// file is the attachment of the task, under the address and name that its
// article knows.
func (v *visit) file() *model.Attachment {
	file := &model.Attachment{URL: v.task.URL, Name: v.task.Text}
	if linked, err := v.addresses().Parse(v.task.URL); err == nil {
		file.URL = linked.Page
		if file.Name == "" {
			file.Name = path.Base(linked.Path)
			if plain, err := url.PathUnescape(file.Name); err == nil {
				file.Name = plain
			}
		}
	}
	return file
}
