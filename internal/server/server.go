// Package server keeps an HTTP service standing, and is what every request passes
// on its way in and every answer on its way out: bounds of size, time and rate, a
// line to wait in, rules for other origins, validators for caches, compression, a
// line in the log, and a stop that cuts no answer off. One file a middleware. It
// knows nothing of what is served.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Bounds of one connection.
const (
	headerTime  = 5 * time.Second
	writeTime   = 40 * time.Second // of an answer, or of each part of a stream
	idleTime    = 2 * time.Minute
	headerBytes = 4 << 20 // of all header lines: an address of 1 MB is read, to be refused in our words
	connections = 4096    // further ones wait in the system's backlog
)

// Server answers on one listener.
type Server struct {
	Handler http.Handler
	Log     *slog.Logger
	// Drain is told to turn readiness down before anything else stops; nil: none.
	Drain *Drain
	// Grace is how long answers under way may take once the server stops.
	Grace time.Duration
}

// Serve answers on l until ctx ends. Then readiness goes down, new connections
// are taken for the time that Drain gives, and requests under way finish within
// Grace; what is left then is cut off. It closes l.
func (s Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler:           s.Handler,
		ReadHeaderTimeout: headerTime, ReadTimeout: headerTime,
		WriteTimeout: gateWait + writeTime, IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		ErrorLog: slog.NewLogLogger(s.Log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(limit(l, connections)) }()
	select {
	case err := <-ended:
		return fmt.Errorf("phục vụ %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	s.Drain.start()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.Grace)
	defer cancel()
	err := h.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		s.Log.Warn("answers under way are cut off", "after", s.Grace)
		err = h.Close()
	}
	if e := <-ended; !errors.Is(e, http.ErrServerClosed) {
		err = errors.Join(err, e)
	}
	return err
}
