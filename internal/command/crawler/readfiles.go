package crawler

import (
	"os"
	"os/signal"
	"syscall"

	"tracuu/internal/attachment"
)

// readFilesCommand is what the crawler starts itself as, to read attachments
// apart from everything else.
type readFilesCommand struct {
	Cache string `help:"thư mục của bộ đọc PDF đã dịch"`
}

// Run implements kong's command. Ctrl-C reaches all processes of a terminal, a
// stop all of a service;
// this one ends when the other one closes its input.
func (c *readFilesCommand) Run(s *session) error {
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	return attachment.Serve(s.ctx, s.stdin, s.stdout, attachment.Options{CacheDir: c.Cache})
}
