// Package search is the command line of the search service: one file a
// sub-command, wiring and words for people, nothing else.
package search

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

	Serve      serveCommand       `cmd:"" help:"phục vụ trang tra cứu và API; chỉ mục theo kho khi kho thay đổi"`
	Query      queryCommand       `cmd:"" help:"tìm theo số, ký hiệu hoặc nội dung, in kết quả ra màn hình"`
	Lookup     lookupCommand      `cmd:"" help:"chỉ tra theo số, ký hiệu"`
	Export     exportCommand      `cmd:"" help:"xuất bảng ra tệp CSV, XLSX, JSONL hoặc Parquet"`
	Demo       demoCommand        `cmd:"" help:"thử cả hệ thống trên cổng thông tin mẫu: thu thập, lập chỉ mục, tra cứu"`
	MCP        mcpCommand         `cmd:"" name:"mcp" help:"cho trợ lý hỏi kho qua Model Context Protocol, trên đầu vào và đầu ra chuẩn"`
	Doctor     doctorCommand      `cmd:"" help:"xem kho, bản lưu, chỉ mục và máy có gì hỏng không, và phải làm gì"`
	Config     program.Config     `cmd:"" help:"các tùy chọn"`
	Completion completion.Command `cmd:"" help:"in phần gợi ý lệnh cho bash, zsh, fish hoặc powershell"`

	Evaluate  evaluateCommand  `cmd:"" help:"đo thứ hạng trên bộ câu hỏi đã chấm"`
	ReadFiles readFilesCommand `cmd:"" hidden:"" help:"đọc tệp cho serve --collect"`
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

// Run runs the program inside another one and returns its exit status: 0 when it
// did what was asked, 1 when it could not. It ends soon after ctx does.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return RunAs(ctx, "", args, stdin, stdout, stderr)
}

// RunAs is Run for the program itself: self is its file, which is started for
// processes that read attachments while it collects.
func RunAs(ctx context.Context, self string, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cli := commands{
		Serve:  serveCommand{Options: config.NewFlags(serveKeys()...)},
		Query:  queryCommand{Options: config.NewFlags("data")},
		Lookup: lookupCommand{Options: config.NewFlags("data")},
		Export: newExport(),
		Demo:   demoCommand{Options: config.NewFlags("search.listen", "search.refresh", "log.level", "log.format")},
		MCP:    mcpCommand{Options: config.NewFlags("data", "search.listen", "search.refresh", "log.level", "log.format")},
		Doctor: doctorCommand{Options: config.NewFlags("data", "search.listen")},
		Config: program.NewConfig(),

		Evaluate: evaluateCommand{Topics: evaluateTopics{Options: config.NewFlags("data")}},
	}
	s := &session{ctx: ctx, self: self, stdin: stdin, stdout: stdout, stderr: stderr, environ: os.Environ()}
	return program.Program{
		Name: "search", Description: "Tra cứu văn bản của cơ quan nhà nước đã thu thập.",
		Stdout: stdout, Stderr: stderr,
	}.Run(&cli, args, s)
}
