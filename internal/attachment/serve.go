package attachment

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/metrics"
	"time"
)

// Bounds of a process that reads files.
const (
	maxMemory   = 1 << 30 // bytes of Go memory; PDFium has a bound of its own
	memoryCheck = 50 * time.Millisecond

	// exitMemory is the status with which a process ends that needs more.
	exitMemory = 75
)

// Serve reads files for another process, one after the other: requests come
// in, replies go out, until in ends. The other process ends this one when a
// file takes too long; it ends itself when a file takes too much memory.
func Serve(ctx context.Context, in io.Reader, out io.Writer, opts Options) (err error) {
	opts.Command = nil
	r, err := New(opts)
	if err != nil {
		return err
	}
	r.pdf.killable = true
	defer func() { err = errors.Join(err, r.Close()) }()
	go watchMemory(ctx)
	requests, replies := gob.NewDecoder(in), gob.NewEncoder(out)
	for {
		var q request
		switch err := requests.Decode(&q); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("request of a file to read: %w", err)
		}
		if err := replies.Encode(r.answer(ctx, q)); err != nil {
			return fmt.Errorf("reply on a file: %w", err)
		}
	}
}

// watchMemory ends the process when it needs more than maxMemory.
func watchMemory(ctx context.Context) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	for tick := time.NewTicker(memoryCheck); ctx.Err() == nil; <-tick.C {
		if metrics.Read(sample); sample[0].Value.Uint64() > maxMemory {
			os.Exit(exitMemory)
		}
	}
}
