package crawler

import (
	"fmt"
	"path/filepath"

	"tracuu/internal/archive"
	"tracuu/internal/config"
)

type archiveCommand struct {
	Verify verifyCommand `cmd:"" help:"kiểm tra mọi tệp WARC: nén, độ dài, mã băm, chỉ mục CDXJ"`
}

type verifyCommand struct {
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *verifyCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	out := sayer{w: s.stdout}
	sum, err := archive.Verify(s.ctx, filepath.Join(e.Data, archiveFolder), func(p archive.Problem) {
		out.line("%s", p)
	})
	if err != nil {
		return err
	}
	out.line("%d tệp, %d bản ghi, %d bản chụp, %d byte, %d chỗ không khớp", sum.Files, sum.Records, sum.Responses, sum.Bytes, sum.Problems)
	if out.err == nil && sum.Problems > 0 {
		return fmt.Errorf("bản lưu có %d chỗ không khớp, xem các dòng trên", sum.Problems)
	}
	return out.err
}
