// Package crawler is the command line of the crawler: one file a sub-command,
// wiring and words for people, nothing else.
package crawler

import (
	"context"
	"io"
	"log/slog"
	"os"

	"github.com/alecthomas/kong"

	"tracuu/internal/command/completion"
	"tracuu/internal/command/program"
	"tracuu/internal/config"
)

// Version is that of both programs.
const Version = program.Version

type commands struct {
	Version kong.VersionFlag `help:"in phiên bản rồi thoát"`

	Crawl       crawlCommand       `cmd:"" help:"thu thập các cổng thông tin hoặc địa chỉ; chạy lại đúng lệnh này để đi tiếp"`
	Plan        planCommand        `cmd:"" help:"cho biết sẽ thu thập gì và mất bao lâu, không lấy bài viết nào"`
	Status      statusCommand      `cmd:"" help:"cho biết đã thu thập được gì và địa chỉ nào hỏng"`
	Extract     extractCommand     `cmd:"" help:"đọc tệp hoặc thư mục, in mỗi tệp một dòng JSON; không cần kho dữ liệu"`
	Attachments attachmentsCommand `cmd:"" help:"tệp đính kèm chưa đọc được: liệt kê theo lý do, đọc lại"`
	Reextract   reextractCommand   `cmd:"" help:"đọc lại các trang từ bản lưu bằng quy tắc hiện tại"`
	Import      importCommand      `cmd:"" help:"nhập sổ đăng ký văn bản, bản lưu WARC và trang đã lưu từ nơi khác"`
	Archive     archiveCommand     `cmd:"" help:"bản lưu WARC"`
	Backup      backupCommand      `cmd:"" help:"sao lưu kho và bản lưu vào một thư mục khác, trong khi vẫn thu thập; chạy lại thì chỉ chép phần mới"`
	Portals     portalsCommand     `cmd:"" help:"quy tắc của các cổng thông tin"`
	Evaluate    evaluateCommand    `cmd:"" help:"đo độ chính xác của phần đọc hiểu trên dữ liệu đã gán nhãn"`
	ReadFiles   readFilesCommand   `cmd:"" hidden:"" help:"đọc tệp cho một tiến trình crawler khác"`
	Config      program.Config     `cmd:"" help:"các tùy chọn"`
	Completion  completion.Command `cmd:"" help:"in phần gợi ý lệnh cho bash, zsh, fish hoặc powershell"`
}

// session is what every sub-command works with.
type session struct {
	ctx            context.Context
	self           string // file of the program; "" when it runs inside another one
	stdin          io.Reader
	stdout, stderr io.Writer
	environ        []string
}

func (s *session) log(e *config.Effective) *slog.Logger { return program.Logger(e, s.stderr) }

// Run runs the program inside another one and returns its exit status: 0 when
// it did what was asked, though single pages failed; 1 when it could not.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return RunAs(ctx, "", args, stdin, stdout, stderr)
}

// RunAs is Run for the program itself: self is its file, which is started for
// processes that read attachments. When it is empty they are read here.
func RunAs(ctx context.Context, self string, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cli := commands{
		Crawl:     crawlCommand{Options: config.NewFlags(CrawlKeys()...)},
		Plan:      planCommand{Options: config.NewFlags(planKeys()...)},
		Status:    statusCommand{Options: config.NewFlags("data")},
		Extract:   extractCommand{Options: config.NewFlags()},
		Reextract: reextractCommand{Options: config.NewFlags("data", "log.level", "log.format")},
		Import:    importCommand{Options: config.NewFlags(importKeys()...)},
		Attachments: attachmentsCommand{
			List:  listFilesCommand{Options: config.NewFlags("data")},
			Retry: retryFilesCommand{Options: config.NewFlags("data", "crawl.max_size", "log.level", "log.format")},
		},
		Archive: archiveCommand{
			Verify: archiveVerifyCommand{Options: config.NewFlags("data")},
			List:   archiveListCommand{Options: config.NewFlags("data")},
			Export: archiveExportCommand{Options: config.NewFlags("data")},
		},
		Backup: backupCommand{Options: config.NewFlags("data")},
		Config: program.NewConfig(),
	}
	s := &session{ctx: ctx, self: self, stdin: stdin, stdout: stdout, stderr: stderr, environ: os.Environ()}
	return program.Program{
		Name: "crawler", Description: "Thu thập cổng thông tin của cơ quan nhà nước và giữ nguyên bản chụp làm bằng chứng.",
		Vars: kong.Vars{"faults": faultNames()}, Stdout: stdout, Stderr: stderr,
	}.Run(&cli, args, s)
}
