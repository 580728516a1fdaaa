package crawler

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"tracuu/internal/browser"
	"tracuu/internal/config"
	"tracuu/internal/crawl"
	"tracuu/internal/store/sqlite"
)

type crawlCommand struct {
	Targets []string     `arg:"" name:"địa-chỉ|cổng" help:"địa chỉ http(s) hoặc tên cổng thông tin trong data/portals"`
	Watch   bool         `name:"watch" help:"không dừng khi đã xong: cứ sau --watch-every lại tìm bài mới và hỏi lại những trang đến hạn"`
	Options config.Flags `embed:""`
}

// CrawlKeys names the options that crawl takes, also for a program that runs it.
func CrawlKeys() []string {
	return []string{
		"data", "crawl.allow_private", "crawl.delay", "crawl.contact", "crawl.depth", "crawl.hosts",
		"crawl.local_flights", "crawl.attempts", "crawl.max_size", "crawl.timeout", "crawl.max_time", "crawl.scan_time", "crawl.total_size", "crawl.total_time",
		"crawl.browser", "crawl.watch_every", "log.level", "log.format",
	}
}

const stopGrace = 3 * time.Second

// Run implements kong's command.
func (c *crawlCommand) Run(s *session) (err error) {
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
	kept, err := openStore(s.ctx, e.Data, false)
	if err != nil {
		return err
	}
	defer func() { err = explain(e.Data, errors.Join(err, kept.Close())) }()
	return s.collect(e, known, seeds, kept, c.Watch)
}

func crawlOptions(e *config.Effective, agent string, seeds []crawl.Seed, d *display) crawl.Options {
	o := crawl.Options{
		Agent: agent, Delay: e.Crawl.Delay, Opened: map[string]bool{},
		LocalFlights: e.Crawl.LocalFlights, Hosts: e.Crawl.Hosts, Depth: e.Crawl.Depth, Attempts: e.Crawl.Attempts,
		Limits:  crawl.Limits{Size: int64(e.Crawl.MaxSize), Idle: e.Crawl.Timeout, Time: e.Crawl.MaxTime},
		Budget:  crawl.Budget{Bytes: int64(e.Crawl.TotalSize), Time: e.Crawl.TotalTime},
		Browser: browserFile(e.Crawl.Browser),
		Grace:   stopGrace, ReportEvery: d.every,
	}
	if e.Origin("crawl.delay") != config.FromDefault {
		o.OpenedDelay = e.Crawl.Delay // asked for by name, so it holds everywhere
	}
	if e.Crawl.AllowPrivate {
		for _, s := range seeds {
			for _, a := range s.Starts {
				o.Opened[a.Host] = true
			}
		}
	}
	return o
}

// browserFile is the Chromium that a crawl may use, "" for none.
func browserFile(option string) string {
	switch option {
	case "none":
		return ""
	case "":
		found, err := browser.Find()
		if err != nil {
			return "" // told when a portal needs it
		}
		return found
	}
	return option
}

// tellBrowser says that portals need a browser where there is none.
func (s *session) tellBrowser(o crawl.Options, seeds []crawl.Seed) error {
	say := sayer{w: s.stderr}
	for _, seed := range seeds {
		if p := seed.Portal; p != nil && p.Browser && o.Browser == "" {
			say.line("cổng %s cần trình duyệt: %v; chỉ đọc được phần máy chủ gửi thẳng. Hãy cài Chromium hoặc nêu tệp của nó bằng --browser", p.ID, browser.ErrAbsent)
		}
	}
	return say.err
}

func userAgent(contact string) string {
	if contact == "" {
		return "tracuu/" + Version
	}
	return fmt.Sprintf("tracuu/%s (+%s)", Version, contact)
}

const shownFailures = 10

// conclude tells what failed, what is left, and as the last line the summary.
func (s *session) conclude(kept *sqlite.Store, sum crawl.Summary) error {
	say := sayer{w: s.stderr}
	failed, err := kept.Failures(context.WithoutCancel(s.ctx), shownFailures)
	if err != nil {
		return err
	}
	for _, f := range failed {
		say.line("không lấy được %s: %s", f.URL, f.Reason)
	}
	if more := sum.Failed - len(failed); more > 0 {
		say.line("… và %d địa chỉ khác; xem: crawler status", more)
	}
	hosts := make([]string, 0, len(sum.Parked))
	for host := range sum.Parked {
		hosts = append(hosts, host)
	}
	slices.Sort(hosts)
	for _, host := range hosts {
		say.line("còn địa chỉ của %s trong hàng đợi: %s", host, sum.Parked[host])
	}
	switch {
	case sum.Spent != "":
		say.line("%s; còn %d địa chỉ, chạy lại đúng lệnh này để đi tiếp", sum.Spent, sum.Queued)
	case sum.Stopped:
		say.line("đã dừng theo yêu cầu; còn %d địa chỉ, chạy lại đúng lệnh này để đi tiếp", sum.Queued)
	}
	out := sayer{w: s.stdout, err: say.err}
	out.line("%s", summaryLine(sum.Stats))
	return out.err
}
