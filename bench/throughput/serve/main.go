// Command serve serves a folder on a free loopback port, prints the port and
// logs every answer: status, bytes, media type, path. Both sides of the measurement ask it: a
// server in Python would be the slowest part.
//
//	serve FOLDER LOGFILE
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 3 {
		return fmt.Errorf("usage: serve FOLDER LOGFILE")
	}
	log, err := os.Create(os.Args[2])
	if err != nil {
		return err
	}
	var local net.ListenConfig
	listener, err := local.Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{Handler: logged(http.FileServer(http.Dir(os.Args[1])), log), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// logged writes a line for each answer, flushed at once: the process is ended
// by a signal.
func logged(next http.Handler, to *os.File) http.Handler {
	var mu sync.Mutex
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		counted := &counter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(counted, r)
		mu.Lock()
		defer mu.Unlock()
		_, _ = fmt.Fprintf(to, "%d\t%d\t%s\t%s\n", counted.status, counted.bytes, w.Header().Get("Content-Type"), r.URL.RequestURI())
	})
}

// counter counts what is answered.
type counter struct {
	http.ResponseWriter
	status, bytes int
}

// WriteHeader implements http.ResponseWriter.
func (c *counter) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (c *counter) Write(p []byte) (int, error) {
	n, err := c.ResponseWriter.Write(p)
	c.bytes += n
	return n, err
}
