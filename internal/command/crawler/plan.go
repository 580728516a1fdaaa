package crawler

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"
	"time"

	"tracuu/internal/config"
	"tracuu/internal/crawl"
)

type planCommand struct {
	Targets []string     `arg:"" name:"địa-chỉ|cổng" help:"địa chỉ http(s) hoặc tên cổng thông tin trong data/portals"`
	JSON    bool         `name:"json" help:"in ra JSON cho chương trình khác"`
	Options config.Flags `embed:""`
}

func planKeys() []string {
	return []string{
		"crawl.allow_private", "crawl.delay", "crawl.contact", "crawl.depth", "crawl.max_size", "crawl.timeout", "crawl.max_time", "log.level", "log.format",
	}
}

// Run implements kong's command.
func (c *planCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	known, err := loadPortals()
	if err != nil {
		return err
	}
	seeds, err := readSeeds(c.Targets, known)
	if err != nil {
		return err
	}
	if !e.Crawl.AllowPrivate {
		if err := refusePrivate(seeds); err != nil {
			return err
		}
	}
	options := crawlOptions(e, userAgent(e.Crawl.Contact), seeds, newDisplay(s.stderr))
	plans, err := crawl.New(crawl.Parts{Portals: known, Log: s.log(e), Now: time.Now}, options, seeds).Plan(s.ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		out := json.NewEncoder(s.stdout)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(plans)
	}
	for i := range plans {
		if err := s.tellPlan(&plans[i]); err != nil {
			return err
		}
	}
	return nil
}

var stepWords = map[string]string{"seed": "địa chỉ đầu", "sitemap": "sơ đồ trang", "feed": "nguồn tin", "list": "danh sách", "ids": "dãy số"}

func (s *session) tellPlan(p *crawl.Plan) error {
	table := tabwriter.NewWriter(s.stdout, 0, 0, 2, ' ', 0)
	say := sayer{w: table}
	say.line("cổng %s", p.Seed)
	say.line("loại\trobots.txt\tmục\ttrang\tđịa chỉ\tghi chú")
	for _, step := range p.Steps {
		allowed, pages := "cho", "-"
		if !step.Allowed {
			allowed = "không"
		}
		if step.Kind == "list" && step.Allowed {
			pages = "chưa rõ"
			if step.Pages > 0 {
				pages = fmt.Sprint(step.Pages)
			}
		}
		kind := stepWords[step.Kind]
		if step.Name != "" {
			kind += " " + step.Name
		}
		say.line("%s\t%s\t%d\t%s\t%s\t%s", kind, allowed, step.Entries, pages, step.URL, step.Note)
	}
	if say.err == nil {
		say.err = table.Flush()
	}
	say.w = s.stdout
	if p.Cut {
		say.line("quá nhiều sơ đồ trang, phần sau chưa xem")
	}
	say.line("ít nhất %d yêu cầu, cách nhau %s: khoảng %s; trang chỉ có liên kết dẫn tới thì chưa biết trước",
		p.Requests, p.Delay, p.Takes().Round(time.Second))
	return say.err
}
