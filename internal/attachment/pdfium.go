package attachment

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// maxPDFMemory bounds the memory of one PDF reader, in WebAssembly pages of
// 64 KB: 1 GB.
const maxPDFMemory = 1 << 14

// instanceWait bounds the wait for a fresh instance; none is ever shared.
const instanceWait = 30 * time.Second

var errClosed = errors.New("reader is closed")

// pdfReader reads PDF files with PDFium as WebAssembly: it sees no file system
// and cannot harm the process. It has some engines, started when needed; each
// reads one file at a time in an instance of its own.
type pdfReader struct {
	cacheDir string
	killable bool         // its process is ended when a file takes too long
	engines  chan *engine // idle ones

	mu     sync.Mutex
	cache  wazero.CompilationCache // shared by the engines; nil before start
	closed bool
}

// engine is a WebAssembly runtime with PDFium in it.
type engine struct {
	pool pdfium.Pool        // nil when not running
	stop context.CancelFunc // interrupts whatever it does; it cannot be used then
}

func newPDFReader(cacheDir string) *pdfReader {
	n := min(runtime.GOMAXPROCS(0), 4)
	r := &pdfReader{cacheDir: cacheDir, engines: make(chan *engine, n)}
	for range n {
		r.engines <- new(engine)
	}
	return r
}

// start compiles PDFium, or takes it from the cache folder.
func (r *pdfReader) start(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.closed:
		return errClosed
	case r.cache != nil:
		return ctx.Err()
	}
	cache := wazero.NewCompilationCache()
	if r.cacheDir != "" {
		var err error
		if cache, err = wazero.NewCompilationCacheWithDir(r.cacheDir); err != nil {
			return fmt.Errorf("%w: không dùng được thư mục %s: %w", errNotReady, r.cacheDir, err)
		}
	}
	r.cache = cache
	e, err := r.acquire(ctx)
	if err != nil {
		return err
	}
	defer r.release(e)
	return e.run(cache, !r.killable)
}

// run starts the engine when it is not running.
//
// An engine that can be interrupted looks for that in every loop, which makes
// it three times slower.
func (e *engine) run(cache wazero.CompilationCache, interruptible bool) error {
	if e.pool != nil {
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	pool, err := webassembly.Init(webassembly.Config{
		Context:  ctx,
		MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), // nothing mounted
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(cache).
			WithCloseOnContextDone(interruptible).
			WithMemoryLimitPages(maxPDFMemory),
	})
	if err != nil {
		stop()
		return fmt.Errorf("%w: %w", errNotReady, err)
	}
	e.pool, e.stop = pool, stop
	return nil
}

// halt ends the engine; run starts it again.
func (e *engine) halt() error {
	if e.pool == nil {
		return nil
	}
	e.stop()
	err := e.pool.Close()
	e.pool, e.stop = nil, nil
	return err
}

func (r *pdfReader) acquire(ctx context.Context) (*engine, error) {
	select {
	case e := <-r.engines:
		return e, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (r *pdfReader) release(e *engine) { r.engines <- e }

// with works on an instance of PDFium. The time limit begins when an engine is free. When it
// or ctx ends in the middle the engine is interrupted, and started anew for the
// next file.
func (r *pdfReader) with(ctx context.Context, limit time.Duration, work func(context.Context, pdfium.Pdfium) error) (err error) {
	e, err := r.acquire(ctx)
	if err != nil {
		return err
	}
	defer r.release(e)
	r.mu.Lock()
	cache, closed := r.cache, r.closed
	r.mu.Unlock()
	if closed {
		return errClosed
	}
	if err := e.run(cache, !r.killable); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	calm := context.AfterFunc(ctx, e.stop)
	defer func() {
		if !calm() {
			// What the interrupted engine says is of no interest.
			_ = e.halt()
			err = ctx.Err()
		}
	}()
	instance, err := e.pool.GetInstance(instanceWait)
	if err != nil {
		return err
	}
	return errors.Join(work(ctx, instance), instance.Close())
}

// read reads a PDF file.
func (r *pdfReader) read(ctx context.Context, limit time.Duration, body []byte, out *pages) error {
	return r.with(ctx, limit, func(ctx context.Context, instance pdfium.Pdfium) error {
		return readPDF(ctx, instance, body, out)
	})
}

// close halts the engines as they come back.
func (r *pdfReader) close() error {
	r.mu.Lock()
	if r.closed {
		r.mu.Unlock()
		return nil
	}
	r.closed = true
	cache := r.cache
	r.mu.Unlock()
	var errs []error
	for range cap(r.engines) {
		e := <-r.engines
		errs = append(errs, e.halt())
		defer r.release(e) // those who still wait find the reader closed
	}
	if cache != nil {
		errs = append(errs, cache.Close(context.Background()))
	}
	return errors.Join(errs...)
}
