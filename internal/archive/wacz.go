package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"tracuu/internal/model"
)

// WACZVersion is the version of the Web Archive Collection Zipped format that
// is written (https://specs.webrecorder.net/wacz/1.1.1/).
const WACZVersion = "1.1.1"

// Names inside a WACZ file.
const (
	waczWARC    = "archive/data.warc.gz"
	waczIndex   = "indexes/index.cdx.gz"
	waczPages   = "pages/pages.jsonl"
	waczPackage = "datapackage.json"
	waczDigest  = "datapackage-digest.json"
)

// Export is what a WACZ file is to hold.
type Export struct {
	Title    string
	Software string
	Created  time.Time
	Captures []model.Capture // newest first; the first one is shown first
}

// WACZ writes captures, with the requests that brought them, as one file that
// anybody can verify without this archive: records byte for byte as they stand
// here, an index, a list of pages, and a manifest with the SHA-256 of each.
func (r *Reader) WACZ(ctx context.Context, to io.Writer, e Export) error {
	if len(e.Captures) == 0 {
		return fmt.Errorf("%w: nothing to export", ErrNotFound)
	}
	w := &waczWriter{zip: zip.NewWriter(to), created: e.Created.UTC()}
	index, err := w.records(ctx, r, e)
	if err != nil {
		return err
	}
	if err := w.index(index); err != nil {
		return err
	}
	if err := w.entry(waczPages, zip.Deflate, func(out io.Writer) error { return writePages(out, e) }); err != nil {
		return err
	}
	if err := w.manifest(e); err != nil {
		return err
	}
	return w.zip.Close()
}

// waczResource is a file in the manifest.
type waczResource struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Hash  string `json:"hash"`
	Bytes int64  `json:"bytes"`
}

type waczWriter struct {
	zip       *zip.Writer
	created   time.Time
	resources []waczResource
}

// entry writes one file of the ZIP and remembers its digest.
func (w *waczWriter) entry(name string, method uint16, write func(io.Writer) error) error {
	out, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: w.created})
	if err != nil {
		return err
	}
	sum := sha256.New()
	counted := &counter{Writer: io.MultiWriter(out, sum)}
	if err := write(counted); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	w.resources = append(w.resources, waczResource{path.Base(name), name, sha256Label(sum), counted.n})
	return nil
}

func sha256Label(h hash.Hash) string { return "sha256:" + hex.EncodeToString(h.Sum(nil)) }

// records writes the WARC file: a warcinfo record, then the records of each
// capture. It returns the lines of its index.
func (w *waczWriter) records(ctx context.Context, r *Reader, e Export) (index []string, err error) {
	err = w.entry(waczWARC, zip.Store, func(out io.Writer) error {
		to := &counter{Writer: out}
		info := newDraft(TypeInfo, w.created.Truncate(time.Millisecond), "application/warc-fields")
		info.fields = Fields{{fieldFilename, path.Base(waczWARC)}}
		info.head = Fields{{"software", e.Software}, {"format", "WARC File Format 1.1"}}.appendTo(nil)
		member := gzip.NewWriter(to)
		if _, err := info.writeTo(member); err != nil {
			return err
		}
		if err := member.Close(); err != nil {
			return err
		}
		written := map[string]bool{}
		for queue := slices.Clone(e.Captures); len(queue) > 0; queue = queue[1:] {
			c := queue[0]
			if err := ctx.Err(); err != nil {
				return err
			}
			if written[c.ID] {
				continue
			}
			written[c.ID] = true
			line, of, err := r.copyExchange(c, to)
			if err != nil {
				return err
			}
			if line != "" {
				index = append(index, line)
			}
			if of != nil { // the body that a revisit stands for
				queue = append(queue, *of)
			}
		}
		return nil
	})
	return index, err
}

// copyExchange copies the record of a capture and those behind it that belong
// to it (its request, its metadata). It returns its line of an index and, for a
// revisit, the capture that has its body. What no index lists has no line.
func (r *Reader) copyExchange(c model.Capture, to *counter) (line string, of *model.Capture, err error) {
	f, _, err := r.open(c)
	if err != nil {
		return "", nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	size, err := f.Size()
	if err != nil {
		return "", nil, err
	}
	w := newWalker(f, c.Offset, size, c.File)
	var x indexer
	end := c.Offset
	for {
		rec, err := w.next()
		if errors.Is(err, io.EOF) && end > c.Offset {
			break
		}
		if err != nil {
			return "", nil, err
		}
		own := end == c.Offset
		if own && c.ID != "" && rec.ID() != c.ID {
			return "", nil, w.damaged(fmt.Errorf("record %s where %s is expected", rec.ID(), c.ID))
		}
		if !own && uuidOf(rec.Fields.Get(fieldConcurrent)) != c.ID {
			break
		}
		x.see(rec)
		length, err := w.finish(rec)
		if err != nil {
			return "", nil, err
		}
		end += length
		x.add(rec, length)
		if own {
			x.held.Offset, x.held.File = to.n, path.Base(waczWARC)
			if other, ok := referred(rec); ok {
				of = &other
			}
		}
	}
	_, err = io.Copy(to, io.NewSectionReader(f, c.Offset, end-c.Offset))
	x.flush()
	return strings.Join(x.lines, ""), of, err
}

// index writes the sorted index, compressed and so stored.
func (w *waczWriter) index(lines []string) error {
	slices.Sort(lines)
	return w.entry(waczIndex, zip.Store, func(out io.Writer) error {
		member := gzip.NewWriter(out)
		for _, l := range lines {
			if _, err := io.WriteString(member, l+"\n"); err != nil {
				return err
			}
		}
		return member.Close()
	})
}

// writePages lists the captures as entry points.
func writePages(out io.Writer, e Export) error {
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	err := lines.Encode(struct {
		Format string `json:"format"`
		ID     string `json:"id"`
		Title  string `json:"title"`
	}{"json-pages-1.0", "pages", "All Pages"})
	for _, c := range e.Captures {
		err = errors.Join(err, lines.Encode(struct {
			ID    string `json:"id"`
			URL   string `json:"url"`
			Time  string `json:"ts"`
			Title string `json:"title"`
		}{c.ID, c.URL, c.Time.UTC().Format(time.RFC3339), e.Title}))
	}
	return err
}

// manifest writes datapackage.json and the digest of it.
func (w *waczWriter) manifest(e Export) error {
	raw, err := json.MarshalIndent(struct {
		Profile      string         `json:"profile"`
		Version      string         `json:"wacz_version"`
		Title        string         `json:"title"`
		Created      string         `json:"created"`
		Software     string         `json:"software"`
		MainPageURL  string         `json:"mainPageUrl"`
		MainPageDate string         `json:"mainPageDate"`
		Resources    []waczResource `json:"resources"`
	}{
		"data-package", WACZVersion, e.Title, w.created.Format(time.RFC3339), e.Software,
		e.Captures[0].URL, e.Captures[0].Time.UTC().Format(time.RFC3339), slices.Clone(w.resources),
	}, "", "  ")
	if err != nil {
		return err
	}
	if err := w.entry(waczPackage, zip.Deflate, func(out io.Writer) error {
		_, err := io.Copy(out, bytes.NewReader(raw))
		return err
	}); err != nil {
		return err
	}
	sum := sha256.New()
	sum.Write(raw)
	return w.entry(waczDigest, zip.Deflate, func(out io.Writer) error {
		return json.NewEncoder(out).Encode(waczSeal{waczPackage, sha256Label(sum)})
	})
}

// waczSeal is the digest of the manifest.
type waczSeal struct {
	Path string `json:"path"`
	Hash string `json:"hash"`
}
