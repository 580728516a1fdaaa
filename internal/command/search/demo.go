package search

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"tracuu/data"
	"tracuu/internal/command/crawler"
	"tracuu/internal/config"
	"tracuu/internal/sample"
	"tracuu/internal/search"
)

type demoCommand struct {
	Once    bool         `help:"dừng sau khi in kết quả tra cứu"`
	Data    string       `default:"tracuu-demo" placeholder:"THƯ-MỤC" help:"thư mục dữ liệu của bản thử [mặc định ${default}]"`
	Options config.Flags `embed:""`
}

// demoPort is where the first sample portal is served when the port is free.
// The same ports each time let a second demo find its pages already stored.
const demoPort = 18470

// demoHits is how many results of a look-up are printed.
const demoHits = 3

// Run implements kong's command.
func (c *demoCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	if c.Once {
		return s.demonstrate(c.Data, func(*house) error { return nil })
	}
	l, err := openListeners(s.ctx, e) // first: a busy port shows before the crawl
	if err != nil {
		return err
	}
	err = s.demonstrate(c.Data, func(h *house) error { return s.serve(e, c.Data, h, l) })
	return errors.Join(err, l.close())
}

// demonstrate crawls the sample, prints its look-ups, and goes on with then.
func (s *session) demonstrate(dir string, then func(*house) error) (err error) {
	portals, err := sample.New(data.Sample())
	if err != nil {
		return err
	}
	if err := s.collect(portals.Portals(), dir); err != nil {
		return err
	}
	h, err := open(s.ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	if err := h.sync(s.ctx, dir); err != nil {
		return err
	}
	for _, ask := range portals.Lookups() {
		if err := s.show(h, ask); err != nil {
			return err
		}
	}
	return then(h)
}

// collect serves the sample portals and crawls them into dir.
func (s *session) collect(portals []*sample.Portal, dir string) error {
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	group, ctx := errgroup.WithContext(ctx)
	args := []string{"crawl", "--data", dir, "--allow-private"}
	for i, p := range portals {
		l, err := listenNear(ctx, demoPort+i)
		if err != nil {
			stop()
			return errors.Join(err, group.Wait())
		}
		group.Go(func() error { return serveSample(ctx, l, p) })
		args = append(args, fmt.Sprintf("http://%s/", l.Addr()))
	}
	code := crawler.Run(ctx, args, s.stdin, s.stdout, s.stderr)
	stop()
	err := group.Wait()
	if code != 0 {
		err = errors.Join(fmt.Errorf("chưa thu thập được cổng mẫu vào %s, lý do ở ngay trên; có thể chọn thư mục khác bằng --data", dir), err)
	}
	return errors.Join(err, s.ctx.Err())
}

// listenNear opens a loopback port, another one when that is taken.
func listenNear(ctx context.Context, port int) (net.Listener, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		l, err = lc.Listen(ctx, "tcp", "127.0.0.1:0")
	}
	if err != nil {
		return nil, fmt.Errorf("không mở được cổng mạng nào cho cổng thông tin mẫu: %w", err)
	}
	return l, nil
}

// serveSample answers for one sample portal until ctx ends.
func serveSample(ctx context.Context, l net.Listener, p http.Handler) error {
	server := &http.Server{Handler: p, ReadHeaderTimeout: 5 * time.Second}
	stopped := context.AfterFunc(ctx, func() { _ = server.Close() }) // Serve reports what matters
	defer stopped()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("cổng mẫu %s: %w", l.Addr(), err)
	}
	return nil
}

// show prints one look-up of the sample and how long it took.
func (s *session) show(h *house, ask sample.Lookup) error {
	start := time.Now()
	answer, err := h.service.Search(s.ctx, search.Question{Text: ask.Query, Limit: demoHits})
	if err != nil {
		return err
	}
	took := time.Since(start).Round(100 * time.Microsecond)
	answer.Lookups = answer.Lookups[:min(len(answer.Lookups), demoHits)]
	answer.Hits = answer.Hits[:min(len(answer.Hits), demoHits-len(answer.Lookups))]
	look, out := s.terminal()
	_, err = fmt.Fprintf(out, "\n══ %s ══ %s (%s)\n\n", ask.Query, ask.Why, took)
	return errors.Join(err, printAnswer(out, look, answer))
}
