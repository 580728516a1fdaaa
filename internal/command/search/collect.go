package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/command/crawler"
	"tracuu/internal/config"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// collector runs the crawler beside the pages, in one process with them. They
// share nothing but the data folder, as two programs do.
type collector struct {
	session *session
	args    []string // flags of crawl that serve was given
	dir     string
	seeds   []string // ids of portals and addresses
}

// newCollector makes the store when there is none, and finds out what is to be
// collected. An error tells that another crawler is at work, or that nothing is
// named.
func (s *session) newCollector(e *config.Effective, given config.Flags) (*collector, error) {
	if err := prepare(s.ctx, e.Data); err != nil {
		return nil, err
	}
	c := &collector{session: s, args: given.Args(crawler.CrawlKeys()...), dir: e.Data, seeds: e.Collect.Portals}
	if len(c.seeds) > 0 {
		return c, nil
	}
	var err error
	if c.seeds, err = earlierSeeds(s.ctx, e.Data); err != nil {
		return nil, err
	}
	if len(c.seeds) == 0 {
		return nil, errors.New("chưa biết thu thập cổng nào: nêu bằng --collect-portals (hoặc collect.portals trong tệp cấu hình), ví dụ --collect-portals=krongno")
	}
	return c, nil
}

// prepare brings the store into being and up to date, as the crawler does; it
// must not be at work elsewhere.
func prepare(ctx context.Context, dir string) error {
	kept, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if errors.Is(err, store.ErrLocked) {
		return fmt.Errorf("một crawler khác đang thu thập vào %s: hãy dừng nó rồi chạy lại, hoặc bỏ --collect để chỉ phục vụ tra cứu [%w]", dir, err)
	}
	if err != nil {
		return explain(dir, err)
	}
	return kept.Close()
}

func earlierSeeds(ctx context.Context, dir string) (seeds []string, err error) {
	kept, err := sqlite.Open(ctx, dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		return nil, explain(dir, err)
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	return kept.Seeds(ctx)
}

// run crawls and goes on watching until ctx ends. An error tells that the crawler
// could not go on; what it said stands above.
func (c *collector) run(ctx context.Context) error {
	args := slices.Concat([]string{"crawl", "--watch", "--data=" + c.dir}, c.args, c.seeds)
	crawler.RunAs(ctx, c.session.self, args, strings.NewReader(""), c.session.stdout, c.session.stderr)
	if ctx.Err() == nil {
		return errors.New("crawler không đi tiếp được, lý do ở ngay trên; trang tra cứu dừng cùng với nó")
	}
	return nil
}
