package crawl

import (
	"context"
	"net/http"
	"path"
	"slices"
	"strings"

	"tracuu/internal/attachment"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// expectFiles lets the reader of files get ready when the first PDF is queued:
// it starts while pages are still being collected.
func (c *Crawler) expectFiles(links []store.Link) {
	reader, ok := c.Files.(warmer)
	if ok && slices.ContainsFunc(links, func(l store.Link) bool {
		return l.Kind == store.TaskAttachment && strings.HasSuffix(strings.ToLower(l.Key), ".pdf")
	}) {
		c.warmed.Do(reader.Warm)
	}
}

// readAttachment reads the bytes of a file and tells in f what became of them.
// It returns what was read, for what is still to be done with scans, and the
// bytes that the reader saw.
func readAttachment(ctx context.Context, files FileReader, f *model.Attachment, at Address, declared string, body []byte, limit int64) (attachment.Document, []byte) {
	f.MediaType, f.State, f.Text = declared, model.Unread, ""
	switch kind := http.DetectContentType(body); {
	case len(body) == 0:
		f.Reason, f.Fault = "tệp trống", model.FaultNoFile
		return attachment.Document{}, nil
	case strings.HasPrefix(kind, "text/html") && !strings.Contains(path.Ext(at.Path), "htm"):
		f.Reason, f.Fault = "máy chủ trả về một trang web thay cho tệp", model.FaultNoFile
		return attachment.Document{}, nil
	}
	name := path.Base(at.Path)
	body, err := ungzipped(name, body, limit)
	if err != nil {
		f.Reason, f.Fault = err.Error(), model.FaultDamaged
		return attachment.Document{}, nil
	}
	read, err := files.Read(ctx, name, declared, body)
	if read.MediaType != "" {
		f.MediaType = read.MediaType
	}
	f.Text, f.Reason, f.Fault = read.Text, read.Note, attachment.FaultOf(read, err)
	if err != nil {
		f.Reason = err.Error()
		return read, body
	}
	f.State = model.Read
	return read, body
}
