package crawler

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/config"
	"tracuu/internal/intake"
	"tracuu/internal/model"
	"tracuu/internal/register"
	"tracuu/internal/store/sqlite"
	"tracuu/internal/vietnamese"
)

type importCommand struct {
	Paths    []string     `arg:"" optional:"" name:"tệp|thư-mục" help:"tệp WARC (.warc, .warc.gz) hoặc thư mục trang đã lưu (wget, Wayback Machine, HTTrack)"`
	Site     string       `placeholder:"ĐỊA-CHỈ" help:"địa chỉ của trang mà thư mục đã lưu, khi không tự nhận ra được"`
	Register []string     `placeholder:"TỆP" help:"sổ đăng ký văn bản (CSV có dòng tiêu đề); nêu được nhiều lần"`
	Place    string       `placeholder:"NƠI" help:"nơi lập sổ đăng ký, ví dụ \"tỉnh Bình Dương\""`
	Options  config.Flags `embed:""`
}

func importKeys() []string { return []string{"data", "crawl.max_size", "log.level", "log.format"} }

// Run implements kong's command.
func (c *importCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	if len(c.Register)+len(c.Paths) == 0 {
		return errors.New("chưa nêu gì để nhập: một tệp WARC, một thư mục, hoặc --register TỆP.csv")
	}
	kept, err := openStore(s.ctx, e.Data, false)
	if err != nil {
		return err
	}
	defer func() { err = explain(e.Data, errors.Join(err, kept.Close())) }()
	warc, err := archive.Open(filepath.Join(e.Data, archiveFolder), archive.Options{
		MaxSize: int64(e.Archive.FileSize), Sync: e.Archive.Sync, Software: "tracuu/" + Version, Operator: e.Crawl.Contact,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, warc.Close()) }()
	for _, name := range c.Register {
		if err := c.register(s, kept, warc, name); err != nil {
			return err
		}
	}
	if len(c.Paths) > 0 {
		if err := c.pages(s, e, kept, warc); err != nil {
			return err
		}
	}
	stats, err := kept.Stats(s.ctx)
	if err != nil {
		return err
	}
	out := sayer{w: s.stdout}
	out.line("%s", summaryLine(stats))
	return out.err
}

// tomorrow bounds the days of a register: clocks and zones differ.
const tomorrow = 24 * time.Hour

// register brings one register in and tells what came of it.
func (c *importCommand) register(s *session, kept *sqlite.Store, warc *archive.Writer, name string) (err error) {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("không mở được sổ đăng ký: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	bad := sayer{w: s.stderr}
	done, err := intake.Register{
		Store: kept, Archive: warc, Name: filepath.Base(name),
		Place: register.Place{
			Unit:   strings.TrimSpace(vietnamese.Clean(c.Place)),
			Latest: model.DateOf(time.Now().Add(tomorrow)),
		},
		Bad: func(line int, why error) { bad.line("%s, dòng %d: %v", name, line, why) },
	}.Import(s.ctx, f)
	if err != nil {
		return err
	}
	out := sayer{w: s.stdout, err: bad.err}
	out.line("%s: %d dòng, %d dòng mới, %d dòng trùng, %d dòng không nhận", name, done.Rows, done.New, done.Doubles, done.Bad)
	return out.err
}
