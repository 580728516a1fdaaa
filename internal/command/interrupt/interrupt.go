// Package interrupt is how the programs are told to stop: the first signal asks
// them to finish what is under way, a second one ends them at once.
package interrupt

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Context ends with the first Ctrl-C or SIGTERM. From then on signals do again
// what the system does with them. stop frees what it holds.
func Context() (ctx context.Context, stop context.CancelFunc) {
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
