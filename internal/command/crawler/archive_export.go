package crawler

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/config"
	"tracuu/internal/vietnamese"
)

type archiveExportCommand struct {
	Address string       `arg:"" name:"địa-chỉ" help:"địa chỉ của trang hoặc tệp"`
	Output  string       `short:"o" placeholder:"TỆP" help:"tệp WACZ được ghi; không nêu thì đặt theo tiêu đề, trong thư mục hiện tại"`
	Options config.Flags `embed:""`
}

// maxNamed bounds the part of a title that names a file.
const maxNamed = 80

// Run implements kong's command.
func (c *archiveExportCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	kept, err := openStore(s.ctx, e.Data, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	page, err := findPage(s.ctx, kept, c.Address)
	if err != nil {
		return err
	}
	name := c.Output
	if name == "" {
		slug := vietnamese.Slug(page.title)
		name = slug[:min(len(slug), maxNamed)] + ".wacz"
	}
	if err := c.write(s, name, page, archive.NewReader(filepath.Join(e.Data, archiveFolder))); err != nil {
		return err
	}
	out := sayer{w: s.stdout}
	out.line("đã xuất %d bản chụp vào %s; kiểm tra: crawler archive verify %s", len(page.captures), name, name)
	return out.err
}

// write writes the file; one that is not whole does not stay, and one that is
// there is never overwritten.
func (c *archiveExportCommand) write(s *session, name string, page found, records *archive.Reader) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // evidence is there to be handed on
	if err != nil {
		return fmt.Errorf("không tạo được %s: %w", name, err)
	}
	err = records.WACZ(s.ctx, f, archive.Export{
		Title: page.title, Software: "tracuu/" + Version, Created: time.Now(), Captures: page.captures,
	})
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("không xuất được %s: %w", c.Address, err), os.Remove(name))
	}
	return nil
}
