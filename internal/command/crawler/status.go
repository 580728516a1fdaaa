package crawler

import (
	"errors"
	"time"

	"tracuu/internal/config"
	"tracuu/internal/health"
	"tracuu/internal/model"
)

type statusCommand struct {
	Failures int          `default:"20" help:"số địa chỉ hỏng được liệt kê, mới nhất trước"`
	JSON     bool         `name:"json" help:"in ra JSON cho chương trình khác"`
	Options  config.Flags `embed:""`
}

// Run implements kong's command.
func (c *statusCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	kept, err := openStore(s.ctx, e.Data, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	stats, err := kept.Stats(s.ctx)
	if err != nil {
		return err
	}
	failed, err := kept.Failures(s.ctx, max(c.Failures, 0))
	if err != nil {
		return err
	}
	runs, err := kept.Runs(s.ctx, health.LookBack)
	if err != nil {
		return err
	}
	portals := health.Judge(runs)
	if c.JSON {
		report := statusReport{Stats: stats, Portals: portals, Failures: []failureLine{}}
		for _, f := range failed {
			report.Failures = append(report.Failures, failureLine{f.URL, f.Reason})
		}
		return report.write(s.stdout)
	}
	say := sayer{w: s.stdout}
	say.line("thư mục dữ liệu  %s", e.Data)
	say.line("bản chụp         %d, mới nhất %s", stats.Captures, moment(stats.LastCapture))
	say.line("bài viết         %d trên %d trang", stats.Articles, stats.Pages)
	say.line("văn bản          %d, trong đó có nội dung hoặc bài giới thiệu: %d", stats.Documents, stats.HeldDocs)
	say.line("tệp đính kèm     %d", stats.Attachments)
	say.line("hàng đợi         %d", stats.Queued)
	say.line("không được hỏi   %d (robots.txt cấm, hoặc trang lặp không có gì mới)", stats.Closed)
	say.line("không lấy được   %d", stats.Failed)
	for _, f := range failed {
		say.line("  %s: %s", f.URL, f.Reason)
	}
	if say.err == nil {
		say.err = healthTable(s.stdout, portals)
	}
	say.line("%s", summaryLine(stats))
	return say.err
}

// moment writes a time in Vietnam's zone.
func moment(t time.Time) string {
	if t.IsZero() || t.Unix() == 0 {
		return "chưa có"
	}
	return t.In(model.Vietnam()).Format("15:04:05 02/01/2006")
}
