package search

import (
	"fmt"

	"tracuu/internal/command/crawler"
)

// readFilesCommand is what the collector inside starts this program as, to read
// attachments apart from everything else, as the crawler starts itself.
type readFilesCommand struct {
	Cache string `help:"thư mục của bộ đọc PDF đã dịch"`
}

// Run implements kong's command.
func (c *readFilesCommand) Run(s *session) error {
	args := []string{"read-files", "--cache", c.Cache}
	if code := crawler.Run(s.ctx, args, s.stdin, s.stdout, s.stderr); code != 0 {
		return fmt.Errorf("đọc tệp: mã thoát %d", code)
	}
	return nil
}
