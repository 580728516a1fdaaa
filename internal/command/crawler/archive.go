package crawler

import (
	"fmt"
	"path/filepath"
	"strings"

	"tracuu/internal/archive"
	"tracuu/internal/config"
)

type archiveCommand struct {
	Verify archiveVerifyCommand `cmd:"" help:"kiểm tra mọi tệp WARC: nén, độ dài, mã băm, chỉ mục CDXJ; hoặc một tệp WACZ đã xuất"`
	List   archiveListCommand   `cmd:"" help:"liệt kê bản chụp của một địa chỉ, hoặc của cả kho lưu"`
	Export archiveExportCommand `cmd:"" help:"xuất một trang với các bản chụp của nó thành tệp WACZ kiểm tra được ở nơi khác"`
}

type archiveVerifyCommand struct {
	Files   []string     `arg:"" optional:"" name:"tệp.wacz" help:"tệp WACZ cần kiểm tra thay cho kho lưu; không cần kho dữ liệu"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *archiveVerifyCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	out := sayer{w: s.stdout}
	report := func(p archive.Problem) { out.line("%s", p) }
	var sum archive.Summary
	if len(c.Files) == 0 {
		sum, err = archive.Verify(s.ctx, filepath.Join(e.Data, archiveFolder), report)
	} else {
		sum, err = verifyExports(s, c.Files, report)
	}
	if err != nil {
		return err
	}
	out.line("%d tệp, %d bản ghi, %d bản chụp, %d byte, %d chỗ không khớp", sum.Files, sum.Records, sum.Responses, sum.Bytes, sum.Problems)
	if out.err == nil && sum.Problems > 0 {
		return fmt.Errorf("bản lưu có %d chỗ không khớp, xem các dòng trên", sum.Problems)
	}
	return out.err
}

// verifyExports checks files that were exported, here or elsewhere.
func verifyExports(s *session, files []string, report func(archive.Problem)) (sum archive.Summary, err error) {
	for _, name := range files {
		if !strings.HasSuffix(strings.ToLower(name), ".wacz") {
			return sum, fmt.Errorf("%s không phải tệp WACZ; để kiểm tra cả kho lưu hãy bỏ tên tệp và nêu --data", name)
		}
		one, err := archive.VerifyWACZ(s.ctx, name, report)
		if err != nil {
			return sum, err
		}
		sum.Files += one.Files
		sum.Records += one.Records
		sum.Responses += one.Responses
		sum.Bytes += one.Bytes
		sum.Problems += one.Problems
	}
	return sum, nil
}
