// Package architecture keeps the walls between the folders: which package may
// know which. docs/ARCHITECTURE.md draws them.
package architecture

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "tracuu/"

// walls names, for each folder, what none of its packages may depend on, not
// even through others. "*" is every folder of the module but those in only.
var walls = []wall{
	{folder: "internal/model", never: []string{"*"}},
	{folder: "internal/vietnamese", never: []string{"*"}, only: []string{"internal/model"}},
	{folder: "internal/filter", never: []string{"*"}},
	{folder: "internal/extract", never: []string{"internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web", "net/http", "database/sql"}},
	{folder: "internal/register", never: []string{"internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web", "net/http", "database/sql"}},
	{folder: "internal/intake", never: []string{"internal/index", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/similar", never: []string{"*"}, only: []string{"internal/model", "internal/vietnamese"}},
	{folder: "internal/topic", never: []string{"*"}, only: []string{"internal/model", "internal/vietnamese", "data"}},
	{folder: "internal/completion", never: []string{"*"}, only: []string{"internal/model", "internal/vietnamese"}},
	{folder: "internal/spelling", never: []string{"*"}, only: []string{"internal/model", "internal/vietnamese"}},
	{folder: "internal/gazetteer", never: []string{"*"}, only: []string{"internal/model", "internal/vietnamese", "data"}},
	{folder: "internal/portal", never: []string{"internal/extract", "internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web", "net/http"}},
	{folder: "internal/discover", never: []string{"internal/extract", "internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web", "database/sql"}},
	{folder: "internal/familycheck", never: []string{"internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web", "database/sql"}},
	{folder: "internal/health", never: []string{"internal/extract", "internal/index", "internal/crawl", "internal/api", "internal/web", "database/sql"}},
	{folder: "internal/attachment", never: []string{"internal/extract", "internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web"}},
	{folder: "internal/archive", never: []string{"internal/extract", "internal/store", "internal/index", "internal/crawl", "internal/api", "internal/web"}},
	{folder: "internal/browser", never: []string{"internal/extract", "internal/store", "internal/index", "internal/crawl", "internal/archive", "internal/model", "internal/portal", "internal/api", "internal/web"}},
	{folder: "internal/crawl", never: []string{"internal/index", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/store", never: []string{"internal/index", "internal/crawl", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/index", never: []string{"internal/crawl", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/rank", never: []string{"internal/store", "internal/index", "internal/api", "internal/web"}},
	{folder: "internal/retrieval", never: []string{"internal/crawl", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/evaluate", never: []string{"internal/store", "internal/index", "internal/crawl", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/query", never: []string{"internal/store", "internal/index", "internal/api", "internal/web", "net/http", "database/sql"}},
	{folder: "internal/export", never: []string{"*"}, only: []string{"internal/model", "internal/vietnamese"}},
	{folder: "internal/lookup", never: []string{"internal/index", "internal/api", "internal/web", "net/http"}},
	{folder: "internal/search", never: []string{"internal/crawl", "internal/api", "internal/web"}},
	{folder: "internal/api", never: []string{"internal/crawl", "internal/web"}},
	{folder: "client", never: []string{"*"}},
	{folder: "internal/web", never: []string{"internal/crawl"}},
	{folder: "internal/server", never: []string{"*"}},
	{folder: "internal/mcp", never: []string{"internal/crawl", "internal/api", "internal/web"}},
	{folder: "internal/doctor", never: []string{"internal/crawl", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/metrics", never: []string{"internal/index", "internal/crawl", "internal/search", "internal/api", "internal/web"}},
	{folder: "internal/config", never: []string{"*"}, only: []string{"internal/config", "internal/suggest"}},
}

type wall struct {
	folder string
	never  []string
	only   []string
}

// forbids tells whether a package behind the wall may not depend on used.
func (w wall) forbids(used string) bool {
	folder, own := strings.CutPrefix(used, module)
	if own && inside(folder, w.folder) {
		return false
	}
	for _, never := range w.never {
		switch {
		case never == "*":
			allowed := slices.ContainsFunc(w.only, func(f string) bool { return inside(folder, f) })
			if own && !allowed {
				return true
			}
		case own && inside(folder, never), !own && used == never:
			return true
		}
	}
	return false
}

func TestWalls(t *testing.T) {
	deps := dependencies(t)
	for _, w := range walls {
		seen := false
		for pkg, uses := range deps {
			if !inside(pkg, w.folder) {
				continue
			}
			seen = true
			for _, used := range uses {
				if w.forbids(used) {
					t.Errorf("%s depends on %s", pkg, used)
				}
			}
		}
		if !seen {
			t.Errorf("no package in %s: the wall is out of date", w.folder)
		}
	}
}

// TestNothingKnowsThePrograms keeps the wiring at the top: only the mains, the
// demonstration and end-to-end tests start a program's Run.
func TestNothingKnowsThePrograms(t *testing.T) {
	for pkg, uses := range dependencies(t) {
		if strings.HasPrefix(pkg, "cmd/") || strings.HasPrefix(pkg, "internal/command/") {
			continue
		}
		for _, used := range uses {
			if strings.HasPrefix(used, module+"internal/command/") {
				t.Errorf("%s depends on %s", pkg, used)
			}
		}
	}
}

func inside(pkg, folder string) bool {
	return pkg == folder || strings.HasPrefix(pkg, folder+"/")
}

// dependencies maps each package of the module (without the module's name) to
// the import paths that it depends on, in whatever depth.
func dependencies(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-f", "{{.ImportPath}} {{join .Deps \" \"}}", module+"...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	deps := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		deps[strings.TrimPrefix(fields[0], module)] = fields[1:]
	}
	return deps
}
