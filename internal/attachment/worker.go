package attachment

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"
)

// workers are processes that read files for this one, started when needed. A
// file that takes too long or too much takes its process with it, and nothing
// else.
type workers struct {
	command []string
	idle    chan *worker

	warming context.Context // ends with close
	cool    context.CancelFunc

	mu     sync.Mutex
	closed bool
}

// worker is one process; it is not running when process is nil.
type worker struct {
	process *exec.Cmd
	in      io.WriteCloser
	send    *gob.Encoder
	receive *gob.Decoder
	said    *tail // on its standard error
}

const maxWorkers = 4

func newWorkers(command []string) *workers {
	n := min(runtime.GOMAXPROCS(0), maxWorkers)
	w := &workers{command: command, idle: make(chan *worker, n)}
	w.warming, w.cool = context.WithCancel(context.Background())
	for range n {
		w.idle <- new(worker)
	}
	return w
}

// errDied says that the process ended before it had answered.
var errDied = errors.New("the process that read the file ended")

// ask has a request carried out within a time. A request whose process ends is
// tried once more: the fault may be of the files before.
func (w *workers) ask(ctx context.Context, q request, limit time.Duration) (reply, error) {
	var one *worker
	select {
	case one = <-w.idle:
	case <-ctx.Done():
		return reply{}, ctx.Err()
	}
	defer func() { w.idle <- one }()
	w.mu.Lock()
	closed := w.closed
	w.mu.Unlock()
	if closed {
		return reply{}, errClosed
	}
	a, err := one.ask(ctx, w.command, q, limit)
	if errors.Is(err, errDied) && ctx.Err() == nil {
		a, err = one.ask(ctx, w.command, q, limit)
	}
	return a, err
}

// warmTime bounds the start of PDFium, which compiles it on a new machine.
const warmTime = time.Minute

// warm starts the processes and their PDF readers one after the other, as far
// as they are idle; the second finds what the first has compiled.
func (w *workers) warm() {
	for range cap(w.idle) {
		select {
		case one := <-w.idle:
			if one.process == nil && w.warming.Err() == nil {
				_, _ = one.ask(w.warming, w.command, request{Warm: true}, warmTime) // the first file meets the same fault and tells it
			}
			w.idle <- one
		default: // busy: they are started already
		}
	}
}

func (w *worker) ask(ctx context.Context, command []string, q request, limit time.Duration) (reply, error) {
	if err := w.start(command); err != nil {
		return reply{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	type outcome struct {
		reply
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		if o.err = w.send.Encode(q); o.err == nil {
			o.err = w.receive.Decode(&o.reply)
		}
		done <- o
	}()
	select {
	case o := <-done:
		if o.err == nil {
			return o.reply, nil
		}
		return reply{}, w.ended(o.err)
	case <-ctx.Done():
		w.kill()
		<-done
		return reply{}, ctx.Err()
	}
}

func (w *worker) start(command []string) (err error) {
	if w.process != nil {
		return nil
	}
	p := exec.Command(command[0], command[1:]...) //nolint:gosec,noctx // this program itself; it lives on from file to file
	said := &tail{}
	p.Stderr = said
	in, err := p.StdinPipe()
	if err != nil {
		return fmt.Errorf("%w: %w", errNotReady, err)
	}
	out, err := p.StdoutPipe()
	if err != nil {
		return fmt.Errorf("%w: %w", errNotReady, err)
	}
	if err := p.Start(); err != nil {
		return fmt.Errorf("%w: %w", errNotReady, err)
	}
	*w = worker{process: p, in: in, send: gob.NewEncoder(in), receive: gob.NewDecoder(out), said: said}
	return nil
}

// ended says why the process is gone. Its own end is awaited for a moment, so
// that its status is known.
func (w *worker) ended(cause error) error {
	p, said := w.process, w.said
	late := time.AfterFunc(time.Second, func() { _ = p.Process.Kill() })
	_ = p.Wait()
	late.Stop()
	w.kill()
	if p.ProcessState != nil && p.ProcessState.ExitCode() == exitMemory {
		return &Failure{ErrTooLarge, fmt.Sprintf("đọc tệp này cần hơn %d MB bộ nhớ, đã bỏ", maxMemory>>20), cause}
	}
	return fmt.Errorf("%w (%s): %w", errDied, strings.TrimSpace(said.String()), cause)
}

// kill ends the process, however it is.
func (w *worker) kill() {
	if w.process == nil {
		return
	}
	_ = w.in.Close()
	_ = w.process.Process.Kill() // it may have ended by itself
	_ = w.process.Wait()         // what it says of its end is no longer of interest
	*w = worker{}
}

// close ends the processes as they come back.
func (w *workers) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return nil
	}
	w.closed = true
	w.cool()
	for range cap(w.idle) {
		one := <-w.idle
		one.kill()
		defer func() { w.idle <- one }() // those who still wait find them closed
	}
	return nil
}

// tail keeps the last of what is written to it.
type tail struct {
	mu   sync.Mutex
	kept []byte
}

const maxTail = 2000

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept = append(t.kept, b...)
	t.kept = t.kept[max(0, len(t.kept)-maxTail):]
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.kept)
}
