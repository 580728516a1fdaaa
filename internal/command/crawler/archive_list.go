package crawler

import (
	"errors"
	"fmt"
	"path/filepath"

	"tracuu/internal/archive"
	"tracuu/internal/config"
)

type archiveListCommand struct {
	Address string       `arg:"" optional:"" name:"địa-chỉ" help:"địa chỉ của trang hoặc tệp; không nêu thì liệt kê mọi bản chụp"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *archiveListCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	if c.Address == "" {
		return listAll(s, filepath.Join(e.Data, archiveFolder))
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
	out := sayer{w: s.stdout}
	for _, capture := range page.captures {
		out.line("%s", captureLine(capture))
	}
	return out.err
}

// listAll walks the WARC files themselves: it needs no store.
func listAll(s *session, dir string) error {
	files, err := archive.Files(dir)
	if err != nil {
		return fmt.Errorf("không đọc được kho lưu: %w", err)
	}
	out, errs := sayer{w: s.stdout}, sayer{w: s.stderr}
	for _, name := range files {
		for c, err := range archive.Captures(s.ctx, name) {
			switch {
			case errors.Is(err, archive.ErrDamaged):
				errs.line("%v", err)
			case err != nil:
				return err
			default:
				out.line("%s", captureLine(c))
			}
		}
	}
	return errors.Join(out.err, errs.err)
}
