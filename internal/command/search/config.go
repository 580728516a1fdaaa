package search

import "tracuu/internal/config"

type configCommand struct {
	Dump dumpCommand `cmd:"" help:"in mọi tùy chọn đang có hiệu lực và nơi đặt ra chúng (YAML)"`
}

type dumpCommand struct {
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *dumpCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	return e.Dump(s.stdout)
}
