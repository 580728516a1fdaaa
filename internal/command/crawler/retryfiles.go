package crawler

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/attachment/ocr"
	"tracuu/internal/config"
	"tracuu/internal/crawl"
	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/store/sqlite"
)

type retryFilesCommand struct {
	Reason  []string     `required:"" help:"các lý do: ${faults}" placeholder:"LÝ-DO,…"`
	Options config.Flags `embed:""`
}

// withoutOCR is what people are told when scans have to wait.
const withoutOCR = "máy này chưa có tesseract và dữ liệu tiếng Việt (gói tesseract-ocr, tesseract-ocr-vie): bản quét được lưu, chưa đọc được"

// Run implements kong's command.
func (c *retryFilesCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	faults, err := readFaults(c.Reason)
	if err != nil {
		return err
	}
	kept, err := openStore(s.ctx, e.Data, false)
	if err != nil {
		return err
	}
	defer func() { err = explain(e.Data, errors.Join(err, kept.Close())) }()
	files, err := s.newFileReader(filepath.Join(e.Data, cacheFolder))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	r, err := s.retrier(e, kept, files)
	if errors.Is(err, ocr.ErrAbsent) {
		say := sayer{w: s.stderr}
		if len(faults) == 0 || slices.Contains(faults, model.FaultScan) {
			say.line("%s", withoutOCR)
		}
		err = say.err
	}
	if err != nil {
		return err
	}
	sum, err := r.Run(s.ctx, faults...)
	return errors.Join(err, s.retried(sum))
}

// retrier reads files again with what the machine has; the error is
// ocr.ErrAbsent when it has no OCR, and the retrier is good without.
func (s *session) retrier(e *config.Effective, kept *sqlite.Store, files *attachment.Reader) (crawl.Retrier, error) {
	known, err := loadPortals()
	if err != nil {
		return crawl.Retrier{}, err
	}
	errs := sayer{w: s.stderr}
	r := crawl.Retrier{
		Store: kept, Records: archive.NewReader(filepath.Join(e.Data, archiveFolder)), Files: files, Extractor: extract.New(known),
		Portals: known, MaxSize: int64(e.Crawl.MaxSize),
		Report: func(done, all int, name string) { errs.line("đọc lại tệp %d/%d: %s", done+1, all, name) },
	}
	engine, err := ocr.Find(s.ctx)
	if err == nil {
		r.OCR = engine
	}
	return r, err
}

func (s *session) retried(sum crawl.Retried) error {
	errs := sayer{w: s.stderr}
	for _, fault := range sum.Faults {
		errs.line("%v", fault)
	}
	out := sayer{w: s.stdout, err: errs.err}
	out.line("đã thử lại %d tệp, %d tệp nay đọc trọn, %d trang quét được nhận dạng", sum.Files, sum.Read, sum.Pages)
	return out.err
}

// readScans reads what it can of the scans in the time that a crawl has for
// them. What is left waits for the next run.
func (s *session) readScans(e *config.Effective, kept *sqlite.Store, files *attachment.Reader) error {
	waiting, err := kept.FaultyFiles(s.ctx, model.FaultScan)
	if err != nil || len(waiting) == 0 || e.Crawl.ScanTime == 0 {
		return err
	}
	say := sayer{w: s.stderr}
	r, err := s.retrier(e, kept, files)
	if errors.Is(err, ocr.ErrAbsent) {
		say.line("%d tệp là bản quét; %s", len(waiting), withoutOCR)
		return say.err
	}
	ctx, cancel := context.WithTimeout(s.ctx, e.Crawl.ScanTime)
	defer cancel()
	start := time.Now()
	sum, err := r.Run(ctx, model.FaultScan)
	if err != nil && ctx.Err() == nil {
		return err
	}
	if left := len(waiting) - sum.Files; left > 0 {
		say.line("còn %d bản quét chưa đọc sau %v; đọc tiếp: crawler attachments retry --reason scan", left, time.Since(start).Round(time.Second))
	}
	return say.err
}
