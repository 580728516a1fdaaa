package program

import (
	"os"

	"github.com/alecthomas/kong"

	"tracuu/internal/config"
)

// Config is the sub-command config, which both programs have.
type Config struct {
	Dump Dump `cmd:"" help:"in mọi tùy chọn đang có hiệu lực và nơi đặt ra chúng (YAML)"`
}

// Dump prints every option.
type Dump struct {
	Options config.Flags `embed:""`
}

// NewConfig returns the sub-command with a flag for every option.
func NewConfig() Config {
	var keys []string
	for _, o := range config.Table() {
		keys = append(keys, o.Key)
	}
	return Config{Dump{config.NewFlags(keys...)}}
}

// Run implements kong's command; it writes to where kong writes help.
func (d *Dump) Run(k *kong.Context) error {
	e, err := d.Options.Load(os.Environ())
	if err != nil {
		return err
	}
	return e.Dump(k.Stdout)
}
