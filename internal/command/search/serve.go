package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/sync/errgroup"

	"tracuu/internal/command/crawler"
	"tracuu/internal/config"
	"tracuu/internal/index"
	"tracuu/internal/metrics"
	"tracuu/internal/server"
)

type serveCommand struct {
	Collect bool         `help:"thu thập luôn trong tiến trình này, rồi theo dõi tiếp như crawler crawl --watch; cho máy văn phòng chạy một chương trình"`
	Options config.Flags `embed:""`
}

func serveKeys() []string {
	keys := []string{
		"data", "search.listen", "search.metrics_listen", "search.refresh", "search.answer_time", "search.at_once", "search.drain",
		"search.mcp", "search.report_to", "search.log_queries", "search.trusted_proxies", "search.origins", "search.rate", "search.burst", "log.level", "log.format", "collect.portals",
	}
	for _, key := range crawler.CrawlKeys() {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// Run implements kong's command.
func (c *serveCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	l, err := openListeners(s.ctx, e)
	if err != nil {
		return err
	}
	return errors.Join(c.serve(s, e, l), l.close())
}

func (c *serveCommand) serve(s *session, e *config.Effective, l listeners) error {
	var beside []func(context.Context) error
	if c.Collect {
		collector, err := s.newCollector(e, c.Options)
		if err != nil {
			return err
		}
		beside = append(beside, collector.run)
	}
	h, err := open(s.ctx, e.Data)
	if err != nil {
		return err
	}
	return errors.Join(s.serve(e, e.Data, h, l, beside...), h.Close())
}

// stopTime is how long answers under way may take when the service stops.
const stopTime = 10 * time.Second

// serve answers on l while the index follows the store and what stands beside
// works, until the context of the session ends. One that fails ends all.
func (s *session) serve(e *config.Effective, dir string, h *house, l listeners, beside ...func(context.Context) error) error {
	log := s.log(e)
	measures := metrics.New()
	measures.Watch(h.state)
	d := newDoor(e, log, measures)
	service := timedService{h.service, measures}
	var more []func(gin.IRouter)
	if e.Search.MCP {
		more = append(more, overHTTP(service, log))
	}
	handler, err := newHandler(service, d, e.Search, more...)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.stdout, "\nTrang tra cứu: http://%s/ (Ctrl-C để dừng)\n", l.pages.Addr()); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(s.ctx)
	group.Go(func() error {
		return server.Server{Handler: handler, Log: log, Drain: &d.drain, Grace: stopTime}.Serve(ctx, l.pages)
	})
	if l.metrics != nil {
		group.Go(func() error { return serveMetrics(ctx, l.metrics, measures, log) })
	}
	group.Go(func() error { return follow(ctx, e, dir, h, log) })
	group.Go(func() error {
		learn(ctx, h, log)
		return nil
	})
	for _, run := range beside {
		group.Go(func() error { return run(ctx) })
	}
	return group.Wait()
}

// follow keeps the index in step with the store.
func follow(ctx context.Context, e *config.Effective, dir string, h *house, log *slog.Logger) error {
	options := index.Options{Interval: max(e.Search.Refresh, 10*time.Millisecond), Logger: log, Applied: h.service.Applied}
	if err := index.Follow(ctx, h.store, h.index, options); err != nil && !errors.Is(err, context.Canceled) {
		return explain(dir, err)
	}
	return nil
}

// learn reads the names that are completed while they are typed. What fails is
// tried again by whoever asks for them.
func learn(ctx context.Context, h *house, log *slog.Logger) {
	start := time.Now()
	switch err := h.service.Learn(ctx); {
	case ctx.Err() != nil:
	case err != nil:
		log.WarnContext(ctx, "names for suggestions are not read yet", "error", err)
	default:
		log.DebugContext(ctx, "names for suggestions are read", "took", time.Since(start))
	}
}
