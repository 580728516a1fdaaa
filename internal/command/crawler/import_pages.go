package crawler

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tracuu/internal/archive"
	"tracuu/internal/config"
	"tracuu/internal/crawl"
	"tracuu/internal/extract"
	"tracuu/internal/intake"
	"tracuu/internal/portal"
	"tracuu/internal/store/sqlite"
)

// pages brings archives and folders in and tells what came of each.
func (c *importCommand) pages(s *session, e *config.Effective, kept *sqlite.Store, warc *archive.Writer) (err error) {
	known, err := loadPortals()
	if err != nil {
		return err
	}
	files, err := s.newFileReader(filepath.Join(e.Data, cacheFolder))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	folder := filepath.Join(e.Data, archiveFolder)
	errs := sayer{w: s.stderr}
	pages := intake.Pages{
		Store: kept, Archive: warc, Records: archive.NewReader(folder),
		Reader:   crawl.Stored{Extractor: extract.New(known), Files: files, Portals: known, MaxSize: int64(e.Crawl.MaxSize)},
		Fallback: known.Fallback().ID, PortalSite: siteOf(known),
		Skipped: func(name string, why error) { errs.line("bỏ qua %s: %v", name, why) },
	}
	out := sayer{w: s.stdout}
	for _, name := range c.Paths {
		info, err := os.Stat(name)
		if err != nil {
			return fmt.Errorf("không mở được %s: %w", name, err)
		}
		var sum intake.PagesSum
		if info.IsDir() {
			sum, err = pages.Folder(s.ctx, name, c.Site)
		} else {
			sum, err = pages.WARC(s.ctx, folder, name)
		}
		if err != nil {
			return err
		}
		out.line("%s: %d bản chụp, %d trang mới, %d tệp mới, %d đã có, %d bỏ qua", name, sum.Captures, sum.Pages, sum.Files, sum.Known, sum.Skipped)
	}
	return errors.Join(out.err, errs.err)
}

// siteOf gives the address of a portal: its first seed, else its first host.
func siteOf(known *portal.Registry) func(id string) string {
	return func(id string) string {
		p, ok := known.ByID(id)
		switch {
		case !ok:
			return ""
		case len(p.Seeds) > 0:
			return p.Seeds[0]
		case len(p.Hosts) > 0:
			return "http://" + p.Hosts[0]
		}
		return ""
	}
}
