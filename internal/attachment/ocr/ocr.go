// Package ocr reads pictures of pages with Tesseract, a program of its own
// that a machine may have or not.
package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// ErrAbsent says that Tesseract or its Vietnamese data is not installed.
var ErrAbsent = errors.New("tesseract with the language vie is not installed")

const (
	language     = "vie"
	pageTimeout  = 90 * time.Second
	startTimeout = 10 * time.Second
	maxOutput    = 1 << 20 // bytes of text of a page

	// Ways to see a page (tesseract --help-psm): as it lies, and with its
	// orientation found first.
	asItLies = "3"
	turnIt   = "1"
)

// Engine reads pages.
type Engine struct{ program string }

// Find looks for the program and its language. The error is ErrAbsent when
// one of them is missing.
func Find(ctx context.Context) (*Engine, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAbsent, err)
	}
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	listed, err := exec.CommandContext(ctx, program, "--list-langs").CombinedOutput() //nolint:gosec // found on the user's own path
	if err != nil || !slices.Contains(strings.Fields(string(listed)), language) {
		return nil, fmt.Errorf("%w: its languages are %q", ErrAbsent, strings.Join(strings.Fields(string(listed)), " "))
	}
	return &Engine{program}, nil
}

// Read returns the text of a page. A page that lies askew is set straight
// first; one that makes no Vietnamese words is tried turned.
func (e *Engine) Read(ctx context.Context, p Page) (string, error) {
	p = p.Straight()
	text, err := e.run(ctx, p, asItLies)
	if err != nil || sound(text) {
		return text, err
	}
	turned, err := e.run(ctx, p, turnIt)
	if err == nil && share(turned) > share(text) {
		return turned, nil
	}
	return text, ctx.Err() // pages without text make the search for a side fail
}

// run starts the program with a picture on its standard input.
func (e *Engine) run(ctx context.Context, p Page, mode string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, pageTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, e.program, "stdin", "stdout", "-l", language, "--psm", mode, "--dpi", "200") //nolint:gosec // as above
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")                                                         // pages are read side by side instead
	cmd.Stdin = p.pgm()
	cmd.WaitDelay = time.Second
	out, said := &limited{left: maxOutput}, &limited{left: 2000}
	cmd.Stdout, cmd.Stderr = out, said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("tesseract: %w: %s", err, strings.TrimSpace(said.String()))
	}
	return strings.ToValidUTF8(strings.ReplaceAll(out.String(), "\f", ""), ""), nil
}

// limited keeps the beginning of what is written.
type limited struct {
	bytes.Buffer
	left int
}

func (l *limited) Write(b []byte) (int, error) {
	n := min(len(b), l.left)
	l.left -= n
	l.Buffer.Write(b[:n])
	return len(b), nil
}

// pgm is the picture as a file (Netpbm, P5).
func (p Page) pgm() io.Reader {
	return io.MultiReader(strings.NewReader(fmt.Sprintf("P5\n%d %d\n255\n", p.Width, p.Height)), bytes.NewReader(p.Gray))
}
