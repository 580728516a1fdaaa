// Command crawler collects portals, keeps what they answered, and reads it.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"tracuu/internal/command/crawler"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	self, err := os.Executable()
	if err != nil {
		self = "" // attachments are then read in this process
	}
	status := crawler.RunAs(ctx, self, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
