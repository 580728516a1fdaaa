// Command search answers questions about collected documents, as pages, as an
// API and in the terminal.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"tracuu/internal/command/search"
	"tracuu/internal/index"
)

func main() {
	index.GrowHeap()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := search.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
