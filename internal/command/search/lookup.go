package search

import (
	"strings"

	"tracuu/internal/config"
	"tracuu/internal/search"
)

type lookupCommand struct {
	Text    []string     `arg:"" name:"số" help:"số, ký hiệu ở dạng nào cũng được: 52/KH-UBND, kh 52 2022"`
	JSON    bool         `name:"json" help:"in ra JSON như API, cho chương trình khác"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *lookupCommand) Run(s *session) error {
	text := strings.Join(c.Text, " ")
	return s.ask(c.Options, c.JSON, func(h *house) (search.Answer, error) { return h.service.Lookup(s.ctx, text) })
}
