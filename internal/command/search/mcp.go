package search

import (
	"context"
	"errors"
	"io"
	"log/slog"

	"github.com/gin-gonic/gin"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"golang.org/x/sync/errgroup"

	"tracuu/internal/config"
	"tracuu/internal/index"
	"tracuu/internal/mcp"
)

// mcpPath is where serve has the protocol, when it is asked to.
const mcpPath = "/mcp"

type mcpCommand struct {
	Options config.Flags `embed:""`
}

// Run implements kong's command: the protocol over standard input and output,
// until the client closes them.
func (c *mcpCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	h, err := open(s.ctx, e.Data)
	if errors.Is(err, index.ErrLocked) {
		return errors.Join(err, errors.New("hoặc chạy search serve --mcp và cho trợ lý dùng địa chỉ http://"+e.Search.Listen+mcpPath))
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	if err := h.sync(s.ctx, e.Data); err != nil {
		return err
	}
	log := s.log(e)
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return follow(ctx, e, e.Data, h, log) })
	group.Go(func() error {
		defer stop() // the client has gone
		pipe := &sdk.IOTransport{Reader: io.NopCloser(s.stdin), Writer: unclosed{s.stdout}}
		if err := mcp.New(h.service, Version, log).Run(ctx, pipe); err != nil && ctx.Err() == nil && !errors.Is(err, io.EOF) {
			return err
		}
		return nil
	})
	return group.Wait()
}

// unclosed keeps the standard output open.
type unclosed struct{ io.Writer }

// Close implements io.Closer.
func (unclosed) Close() error { return nil }

// overHTTP registers the protocol beside the pages.
func overHTTP(s mcp.Service, log *slog.Logger) func(gin.IRouter) {
	handler := gin.WrapH(mcp.Handler(mcp.New(s, Version, log), log))
	return func(router gin.IRouter) {
		for _, method := range []string{"POST", "GET", "DELETE"} {
			router.Handle(method, mcpPath, handler)
		}
	}
}
