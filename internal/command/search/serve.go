package search

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"golang.org/x/sync/errgroup"

	"tracuu/internal/config"
	"tracuu/internal/index"
)

type serveCommand struct {
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *serveCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	l, err := listen(s.ctx, e.Search.Listen)
	if err != nil {
		return err
	}
	h, err := open(s.ctx, e.Data)
	if err != nil {
		return errors.Join(err, closed(l))
	}
	return errors.Join(s.serve(e, e.Data, h, l), h.Close(), closed(l))
}

// serve answers on l while the index follows the store, until the context of
// the session ends.
func (s *session) serve(e *config.Effective, dir string, h *house, l net.Listener) error {
	log := s.log(e.LogLevel)
	handler, err := newHandler(h.service, log)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.stdout, "\nTrang tra cứu: http://%s/ (Ctrl-C để dừng)\n", l.Addr()); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(s.ctx)
	group.Go(func() error { return serve(ctx, l, handler, log) })
	group.Go(func() error {
		options := index.Options{Interval: max(e.Search.Refresh, 10*time.Millisecond), Logger: log, Applied: h.service.Applied}
		if err := index.Follow(ctx, h.store, h.index, options); err != nil && !errors.Is(err, context.Canceled) {
			return explain(dir, err)
		}
		return nil
	})
	return group.Wait()
}
