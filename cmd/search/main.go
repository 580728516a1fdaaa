// Command search answers questions about collected documents, as pages, as an
// API and in the terminal.
package main

import (
	"os"

	"tracuu/internal/command/interrupt"
	"tracuu/internal/command/search"
	"tracuu/internal/index"
)

func main() {
	index.GrowHeap()
	ctx, stop := interrupt.Context()
	self, err := os.Executable()
	if err != nil {
		self = "" // attachments are then read in this process
	}
	code := search.RunAs(ctx, self, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
