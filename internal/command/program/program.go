// Package program is what the command lines of both programs share: reading the
// arguments, exit statuses, errors told to people, the log, and config dump.
package program

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/alecthomas/kong"

	"tracuu/internal/config"
)

// Version stands in --version, User-Agent, WARC files and exports.
const Version = "0.1"

// Program is a command line as it is started.
type Program struct {
	Name, Description string
	Vars              kong.Vars // for the help, beside version
	Stdout, Stderr    io.Writer
}

// Run reads args into commands, a pointer to kong's struct, and runs the command
// that was chosen with session. It returns the exit status: 0 when it did what
// was asked, 1 when it could not, 2 when it could not even say so.
func (p Program) Run(commands any, args []string, session any) int {
	ended := -1
	parser, err := kong.New(commands,
		kong.Name(p.Name),
		kong.Description(p.Description),
		kong.Vars{"version": "tracuu " + Version}, p.Vars,
		kong.Writers(p.Stdout, p.Stderr),
		kong.Exit(func(code int) { ended = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return p.report(err)
	}
	chosen, err := parser.Parse(args)
	if ended >= 0 { // --help and --version have been answered
		return ended
	}
	if err != nil {
		return p.report(fmt.Errorf("không hiểu dòng lệnh: %w; xem %s --help", err, p.Name))
	}
	return p.report(chosen.Run(session))
}

func (p Program) report(err error) int {
	if err == nil {
		return 0
	}
	if _, err := fmt.Fprintf(p.Stderr, "Lỗi: %v\n", err); err != nil {
		return 2 // nowhere left to say it
	}
	return 1
}

// Logger writes to w as the options log.level and log.format say.
func Logger(e *config.Effective, w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: e.LogLevel}
	if e.LogJSON {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}
