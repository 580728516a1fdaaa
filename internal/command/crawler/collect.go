package crawler

import (
	"errors"
	"path/filepath"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/config"
	"tracuu/internal/crawl"
	"tracuu/internal/extract"
	"tracuu/internal/portal"
	"tracuu/internal/store/sqlite"
)

// collect crawls over an open store and tells how it ended; with watch again
// and again until it is stopped.
func (s *session) collect(e *config.Effective, known *portal.Registry, seeds []crawl.Seed, kept *sqlite.Store, watch bool) error {
	agent := userAgent(e.Crawl.Contact)
	folder := filepath.Join(e.Data, archiveFolder)
	warc, err := archive.Open(folder, archive.Options{
		MaxSize: int64(e.Archive.FileSize), Sync: e.Archive.Sync,
		Software: "tracuu/" + Version, Operator: e.Crawl.Contact, UserAgent: agent,
	})
	if err != nil {
		return err
	}
	files, err := s.newFileReader(filepath.Join(e.Data, cacheFolder))
	if err != nil {
		return errors.Join(err, warc.Close())
	}
	display := newDisplay(s.stderr)
	parts := crawl.Parts{
		Store: kept, Archive: archive.Revisits{Writer: warc, Earlier: kept.AddressCaptures}, Records: archive.NewReader(folder),
		Pending:   crawl.Pending{Dir: filepath.Join(e.Data, cacheFolder, "reread")},
		Extractor: extract.New(known), Files: files, Portals: known,
		Log: s.log(e), Now: time.Now, Report: display.show,
	}
	options := crawlOptions(e, agent, seeds, display)
	err = s.tellBrowser(options, seeds)
	var summary crawl.Summary
	for goesOn := true; goesOn && err == nil; goesOn = watch && err == nil && s.rest(e.Crawl.WatchEvery) {
		summary, err = crawl.New(parts, options, seeds).Run(s.ctx)
		display.end()
		if err == nil && !summary.Stopped {
			err = s.readScans(e, kept, files)
		}
		if err == nil && watch {
			err = s.conclude(kept, summary)
		}
	}
	if err = errors.Join(err, files.Close(), warc.Close()); err != nil || watch {
		return err
	}
	return s.conclude(kept, summary)
}

// rest waits between two crawls, and tells whether there is to be another.
func (s *session) rest(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-s.ctx.Done():
		return false
	}
}
