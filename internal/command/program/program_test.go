package program_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/alecthomas/kong"

	"tracuu/internal/command/crawler"
	"tracuu/internal/command/program"
	"tracuu/internal/config"
)

func TestLogger(t *testing.T) {
	for _, format := range []config.LogFormat{false, true} {
		var out bytes.Buffer
		program.Logger(&config.Effective{Config: config.Config{LogJSON: format}}, &out).Info("đã đọc", "trang", 5)
		if json.Valid(out.Bytes()) != bool(format) || !bytes.Contains(out.Bytes(), []byte("đã đọc")) {
			t.Errorf("%v: %s", format, &out)
		}
	}
}

// TestLogOptionsGoTogether holds that whoever sets the level can set the format,
// as serve --collect hands both to the crawler inside.
func TestLogOptionsGoTogether(t *testing.T) {
	cmd := struct {
		Options config.Flags `embed:""`
	}{config.NewFlags(crawler.CrawlKeys()...)}
	parser, err := kong.New(&cmd)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse([]string{"--log-level=info", "--log-format=json"}); err != nil {
		t.Fatal(err)
	}
	if e, err := cmd.Options.Load(nil); err != nil || !bool(e.LogJSON) {
		t.Errorf("%+v, %v", e, err)
	}
}
