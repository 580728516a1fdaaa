package server

import (
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// Stream is a middleware for answers of any length: not the whole answer but each
// part of it must be taken by the client in time.
func Stream(c *gin.Context) {
	c.Writer = &stream{c.Writer}
	c.Next()
}

type stream struct{ gin.ResponseWriter }

// Write implements io.Writer.
func (w *stream) Write(b []byte) (int, error) {
	if err := w.putOff(); err != nil {
		return 0, err
	}
	return w.ResponseWriter.Write(b)
}

// WriteString implements io.StringWriter.
func (w *stream) WriteString(s string) (int, error) {
	if err := w.putOff(); err != nil {
		return 0, err
	}
	return w.ResponseWriter.WriteString(s)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *stream) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *stream) putOff() error {
	err := http.NewResponseController(w.ResponseWriter).SetWriteDeadline(time.Now().Add(writeTime))
	if errors.Is(err, http.ErrNotSupported) { // a recorder in a test has no deadline
		return nil
	}
	return err
}
