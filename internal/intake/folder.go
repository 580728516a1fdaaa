package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/crawl"
	"tracuu/internal/model"
)

// mediaTypes are the files that are taken, by the end of their names.
func mediaTypes(ext string) (string, bool) {
	types := map[string]string{
		".html": "text/html", ".htm": "text/html", ".aspx": "text/html", ".php": "text/html", ".jsp": "text/html",
		".txt": "text/plain", ".pdf": "application/pdf", ".doc": "application/msword", ".xls": "application/vnd.ms-excel",
		".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		".rtf":  "application/rtf", ".odt": "application/vnd.oasis.opendocument.text", ".zip": "application/zip",
	}
	media, ok := types[ext]
	return media, ok
}

// saved is a file of a folder of saved pages.
type saved struct {
	path  string // in the folder, with slashes
	media string
	claim claim
	own   bool      // the claim is of this file alone
	time  time.Time // of the file's last change
}

// Folder imports a folder of saved pages and files. A file stands for the
// address that its path or its page names (the Wayback Machine, HTTrack,
// SingleFile and browsers leave it there); one that several files name is their
// template's, and they stand below site by their path. site is "" when it is to
// be found: by the name of the folder, as wget makes it, by the portal that the
// pages are recognised as, or by what most of them name.
func (p Pages) Folder(ctx context.Context, dir, site string) (PagesSum, error) {
	var sum PagesSum
	root, err := os.OpenRoot(dir) // links inside cannot lead out of it
	if err != nil {
		return sum, fmt.Errorf("mở thư mục %s: %w", dir, err)
	}
	f := folder{Pages: p, name: dir, files: root.FS()}
	err = f.list(ctx)
	if err == nil && site == "" {
		site, err = f.findSite()
	}
	if err == nil {
		err = f.take(ctx, strings.TrimRight(site, "/"), &sum)
	}
	return sum, errors.Join(err, root.Close())
}

type folder struct {
	Pages
	name  string
	files fs.FS
	saved []saved
}

// list finds the files and what they claim.
func (f *folder) list(ctx context.Context) error {
	named := map[string]int{}
	err := fs.WalkDir(f.files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err := errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		plain, _, _ := strings.Cut(name, "?")
		media, readable := mediaTypes(strings.ToLower(path.Ext(plain)))
		if !entry.Type().IsRegular() || !readable {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		s := saved{path: name, media: media, time: info.ModTime()}
		if s.claim, s.own = claimOfPath(name); !s.own && media == "text/html" {
			body, err := f.read(name)
			if err != nil {
				return err
			}
			s.claim = claimOfPage(body)
			named[s.claim.url]++
		}
		f.saved = append(f.saved, s)
		return nil
	})
	for i := range f.saved {
		s := &f.saved[i]
		s.own = s.own || s.claim.url != "" && named[s.claim.url] == 1
	}
	return err
}

// read reads a file up to the limit of pages and files, and one byte more.
func (f *folder) read(name string) (_ []byte, err error) {
	in, err := f.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	body, err := io.ReadAll(io.LimitReader(in, f.Reader.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("đọc %s: %w", name, err)
	}
	return crawl.Ungzipped(name, body, f.Reader.MaxSize)
}

// take archives and reads the files.
func (f *folder) take(ctx context.Context, site string, sum *PagesSum) error {
	unknown := map[string]bool{}
	for _, s := range f.saved {
		sum.Captures++
		if err := f.takeFile(ctx, s, site, sum, unknown); err != nil {
			return fmt.Errorf("nhập %s: %w", filepath.Join(f.name, filepath.FromSlash(s.path)), err)
		}
	}
	return f.reread(ctx, unknown)
}

func (f *folder) takeFile(ctx context.Context, s saved, site string, sum *PagesSum, unknown map[string]bool) error {
	raw, err := fs.ReadFile(f.files, s.path)
	if err != nil {
		return err
	}
	if int64(len(raw)) > f.Reader.MaxSize {
		return f.skip(s.path, archive.ErrTooLarge, sum)
	}
	r := archive.Resource{URL: site + "/" + escapePath(s.path), Time: s.time, MediaType: s.media, Body: raw}
	told := "file"
	if s.own {
		r.URL = s.claim.url
		if !s.claim.time.IsZero() {
			r.Time, told = s.claim.time, "page"
		}
	}
	known, err := f.has(ctx, r)
	if err != nil {
		return err
	}
	if known {
		sum.Known++
		return nil
	}
	r.Origin = archive.Fields{{Name: "file", Value: s.path}, {Name: "time-from", Value: told}}
	c, err := f.Archive.WriteResource(ctx, r)
	if err != nil {
		return err
	}
	return f.Pages.take(ctx, c, sum, unknown)
}

// has tells whether the same bytes of the same time are stored for an address.
func (f *folder) has(ctx context.Context, r archive.Resource) (bool, error) {
	stored, err := f.Store.AddressCaptures(ctx, r.URL)
	if err != nil {
		return false, err
	}
	sum := sha256.Sum256(r.Body)
	digest, at := hex.EncodeToString(sum[:]), r.Time.UTC().Truncate(time.Millisecond)
	return slices.ContainsFunc(stored, func(c model.Capture) bool { return c.SHA256 == digest && c.Time.Equal(at) }), nil
}
