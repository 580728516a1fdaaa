// Command crawler collects portals, keeps what they answered, and reads it.
package main

import (
	"os"

	"tracuu/internal/command/crawler"
	"tracuu/internal/command/interrupt"
)

func main() {
	ctx, stop := interrupt.Context()
	self, err := os.Executable()
	if err != nil {
		self = "" // attachments are then read in this process
	}
	status := crawler.RunAs(ctx, self, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
