package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"tracuu/internal/casetest"
	"tracuu/internal/config"
)

// load parses args as a command with the given options would.
func load(t *testing.T, keys, args, environ []string) (*config.Effective, error) {
	t.Helper()
	cmd := struct {
		Options config.Flags `embed:""`
	}{config.NewFlags(keys...)}
	parser, err := kong.New(&cmd)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(args); err != nil {
		t.Fatal(err)
	}
	return cmd.Options.Load(environ)
}

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "tracuu.yaml")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLaterLayersWin(t *testing.T) {
	file := write(t, "data: from-file\ncrawl:\n  delay: 3s\n  depth: 7\n  contact: ops@example.vn\n")
	e, err := load(t,
		[]string{"data", "crawl.delay", "crawl.allow_private"},
		[]string{"--config", file, "--delay", "5s", "--allow-private"},
		[]string{"TRACUU_CRAWL_DELAY=4s", "TRACUU_CRAWL_DEPTH=9", "TRACUU_UNRELATED=1", "HOME=/"})
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Value  any
		Origin config.Origin
	}
	got := map[string]row{
		"data":    {e.Data, e.Origin("data")},
		"delay":   {e.Crawl.Delay, e.Origin("crawl.delay")},
		"depth":   {e.Crawl.Depth, e.Origin("crawl.depth")},
		"private": {e.Crawl.AllowPrivate, e.Origin("crawl.allow_private")},
		"size":    {e.Crawl.MaxSize, e.Origin("crawl.max_size")},
	}
	want := map[string]row{
		"data":    {"from-file", config.Origin(file)},
		"delay":   {5 * time.Second, config.FromFlag},
		"depth":   {9, "TRACUU_CRAWL_DEPTH"},
		"private": {true, config.FromFlag},
		"size":    {config.Size(64 << 20), config.FromDefault},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFileNamedByEnvironment(t *testing.T) {
	file := write(t, "data: elsewhere\n")
	e, err := load(t, nil, nil, []string{"TRACUU_CONFIG=" + file})
	if err != nil {
		t.Fatal(err)
	}
	if e.Data != "elsewhere" {
		t.Errorf("data = %q", e.Data)
	}
}

func TestProblemsNameKeyPlaceAndWayOut(t *testing.T) {
	tests := []struct {
		name, file string
		args       []string
		want       []string
	}{
		{"unknown key", "crawl:\n  dely: 2s\n", nil, []string{`"crawl.dely"`, "tracuu.yaml", `"crawl.delay"`}},
		{"unknown top key", "dta: x\n", nil, []string{`"dta"`, `"data"`}},
		{"bad value", "crawl:\n  delay: soon\n", nil, []string{"crawl.delay", "tracuu.yaml", `"soon"`, "500ms"}},
		{"out of range", "crawl:\n  hosts: 0\n", nil, []string{"crawl.hosts", "1 đến 256"}},
		{"bad flag", "", []string{"--delay=-1s"}, []string{"crawl.delay", "dòng lệnh"}},
		{"a value where a group is", "crawl: 5\n", nil, []string{"crawl"}},
		{"not YAML", "crawl: [\n", nil, []string{"tracuu.yaml", "YAML"}},
		{"a format that is none", "log:\n  format: xml\n", nil, []string{"log.format", `"xml"`, "json"}},
		{"two problems at once", "archive:\n  sync: maybe\nsearch:\n  listen: here\n", nil, []string{"archive.sync", "search.listen"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			args := append([]string{"--config", write(t, tt.file)}, tt.args...)
			_, err := load(t, []string{"crawl.delay"}, args, nil)
			if err == nil {
				t.Fatal("no error")
			}
			for _, w := range tt.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q does not name %q", err, w)
				}
			}
		})
	}
	if _, err := load(t, nil, []string{"--config", "no-such.yaml"}, nil); err == nil {
		t.Error("a missing file gives no error")
	}
	if _, err := load(t, []string{"no.such.key"}, nil, nil); err == nil {
		t.Error("a key outside the table gives no error")
	}
}

func TestArgsOfGivenFlags(t *testing.T) {
	cmd := struct {
		Options config.Flags `embed:""`
	}{config.NewFlags("data", "crawl.delay", "crawl.allow_private")}
	parser, err := kong.New(&cmd)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse([]string{"--config", "a.yaml", "--data", "kho dữ liệu", "--allow-private"}); err != nil {
		t.Fatal(err)
	}
	want := []string{"--config=a.yaml", "--allow-private=true"}
	if diff := cmp.Diff(want, cmd.Options.Args("crawl.delay", "crawl.allow_private")); diff != "" {
		t.Error(diff)
	}
}

func TestListsAreWrittenInThreeWays(t *testing.T) {
	for _, written := range []string{"krongno, http://a.example/", "krongno http://a.example/", "[krongno, 'http://a.example/']"} {
		e, err := load(t, nil, []string{"--config", write(t, "collect:\n  portals: "+written+"\n")}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(config.Words{"krongno", "http://a.example/"}, e.Collect.Portals); diff != "" {
			t.Errorf("%s: %s", written, diff)
		}
	}
}

func TestTableIsSound(t *testing.T) {
	flags := map[string]string{"config": "config"}
	for _, o := range config.Table() {
		if o.Help == "" {
			t.Errorf("%s has no help", o.Key)
		}
		if other, taken := flags[o.FlagName()]; taken {
			t.Errorf("%s and %s share --%s", o.Key, other, o.FlagName())
		}
		flags[o.FlagName()] = o.Key
	}
	if _, err := config.Load(config.Sources{}); err != nil {
		t.Errorf("the defaults do not pass their own checks: %v", err)
	}
}

func TestDumpIsReadAgain(t *testing.T) {
	first, err := config.Load(config.Sources{
		Flags:   map[string]string{"crawl.delay": "250ms", "data": `C:\dữ liệu`},
		Environ: []string{"TRACUU_LOG_LEVEL=debug"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := first.Dump(&out); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "dump.golden.yaml")
	if casetest.Update() {
		if err := os.WriteFile(golden, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Error(diff)
	}
	again, err := config.Load(config.Sources{File: golden})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.Config, again.Config); diff != "" {
		t.Error(diff)
	}
}
