package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"tracuu/internal/api"
	"tracuu/internal/search"
	"tracuu/internal/web"
)

// Bounds of one request.
const (
	headerTime  = 5 * time.Second
	answerTime  = 20 * time.Second // for the service; a page is written after it
	writeTime   = 40 * time.Second
	idleTime    = 2 * time.Minute
	stopTime    = 5 * time.Second
	headerBytes = 64 << 10 // of all header lines, the address among them
)

// newHandler joins the API and the pages.
func newHandler(s *search.Service, log *slog.Logger) (http.Handler, error) {
	pages, err := web.New(s)
	if err != nil {
		return nil, err
	}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	if err := router.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("router: %w", err)
	}
	router.Use(logged(log), timed, web.Headers)
	api.Register(router, s)
	pages.Register(router)
	router.NoRoute(func(c *gin.Context) {
		if strings.HasPrefix(c.Request.URL.Path, api.Prefix) {
			api.NotFound(c)
			return
		}
		pages.NotFound(c)
	})
	return headAsGet(router), nil
}

// headAsGet lets HEAD take the way of GET; net/http drops the body.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			r = r.Clone(r.Context())
			r.Method = http.MethodGet
		}
		next.ServeHTTP(w, r)
	})
}

// timed bounds the time that the service may take.
func timed(c *gin.Context) {
	ctx, cancel := context.WithTimeout(c.Request.Context(), answerTime)
	defer cancel()
	c.Request = c.Request.WithContext(ctx)
	c.Next()
}

// logged writes a line a request, with the errors that the handlers met.
func logged(log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		start := time.Now()
		c.Next()
		level := slog.LevelDebug
		attrs := []slog.Attr{
			slog.String("method", c.Request.Method), slog.String("path", c.Request.URL.Path),
			slog.Int("status", c.Writer.Status()), slog.Duration("took", time.Since(start)),
		}
		if len(c.Errors) > 0 {
			level = slog.LevelError
			attrs = append(attrs, slog.String("error", c.Errors.String()))
		}
		log.LogAttrs(c.Request.Context(), level, "request", attrs...)
	}
}

// listen opens an address; the error tells the way out of a busy port.
func listen(ctx context.Context, address string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("không mở được %s, có thể chương trình khác đang dùng cổng này: hãy chọn cổng khác bằng --listen, ví dụ --listen 127.0.0.1:8081 [%w]", address, err)
	}
	return l, nil
}

// closed closes a listener that a server may have closed before.
func closed(l net.Listener) error {
	if err := l.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}

// serve answers on l until ctx ends, then lets requests in flight finish.
func serve(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerTime, ReadTimeout: headerTime,
		WriteTimeout: writeTime, IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("phục vụ %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	err := server.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	if e := <-ended; !errors.Is(e, http.ErrServerClosed) {
		err = errors.Join(err, e)
	}
	return err
}
