package crawler

import (
	"errors"
	"path/filepath"

	"tracuu/internal/archive"
	"tracuu/internal/config"
	"tracuu/internal/crawl"
	"tracuu/internal/extract"
)

type reextractCommand struct {
	Host    string       `help:"chỉ các trang của máy chủ này (tên, kèm :cổng nếu có)" placeholder:"MÁY-CHỦ"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *reextractCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	known, err := loadPortals()
	if err != nil {
		return err
	}
	kept, err := openStore(s.ctx, e.Data, false)
	if err != nil {
		return err
	}
	defer func() { err = explain(e.Data, errors.Join(err, kept.Close())) }()
	before, err := kept.Stats(s.ctx)
	if err != nil {
		return err
	}
	files, err := s.newFileReader(filepath.Join(e.Data, cacheFolder))
	if err != nil {
		return err
	}
	done, err := crawl.Rereader{
		Store: kept, Records: archive.NewReader(filepath.Join(e.Data, archiveFolder)),
		Extractor: extract.New(known), Files: files, Portals: known, MaxSize: int64(e.Crawl.MaxSize),
	}.Host(s.ctx, c.Host)
	if err = errors.Join(err, files.Close()); err != nil {
		return err
	}
	after, err := kept.Stats(s.ctx)
	if err != nil {
		return err
	}
	errs := sayer{w: s.stderr}
	for _, fault := range done.Faults {
		errs.line("%v", fault)
	}
	out := sayer{w: s.stdout, err: errs.err}
	out.line("đã đọc lại %d trang, kho dữ liệu có %d thay đổi", done.Pages, after.Sequence-before.Sequence)
	out.line("%s", summaryLine(after))
	return out.err
}
