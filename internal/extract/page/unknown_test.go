package page

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tracuu/data"
	"tracuu/internal/portal"
	"tracuu/internal/require"
)

// without is the project's rules less the portals and one family: its pages
// are then those of an unknown system.
func without(t *testing.T, family string) *portal.Registry {
	t.Helper()
	names, err := fs.Glob(data.Portals(), "families/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, name := range names {
		if strings.HasSuffix(name, "/"+family+".yaml") {
			continue
		}
		text, err := fs.ReadFile(data.Portals(), name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: text}
	}
	reg, err := portal.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return reg
}

// A portal of a system that nobody has described: nine in ten headlines and
// days are still right, and no day is invented.
func TestUnknownSystemOnLabelledPages(t *testing.T) {
	reg := without(t, "sharepoint-lacviet")
	root := filepath.Dir(require.Shared(t, "eval"))
	titles, days, wantTitles, wantDays := 0, 0, 0, 0
	for _, l := range labels(t) {
		file := fileOf(l.Page)
		if !strings.HasPrefix(filepath.ToSlash(file), "sites/") {
			continue
		}
		body, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(Input{URL: l.Page, Body: body, Registry: reg})
		if err != nil {
			t.Fatal(err)
		}
		if l.Title != nil {
			wantTitles++
			if loose(p.Title) == loose(*l.Title) {
				titles++
			} else {
				t.Logf("%s: title %q, want %q", l.Page, p.Title, *l.Title)
			}
		}
		switch {
		case l.Published == nil && !p.Published.IsZero():
			t.Errorf("%s: posted %s is invented", l.Page, p.Published)
		case l.Published != nil:
			wantDays++
			if p.Published == *l.Published {
				days++
			} else {
				t.Logf("%s: posted %s, want %s", l.Page, p.Published, l.Published)
			}
		}
	}
	t.Logf("titles %d of %d, days %d of %d", titles, wantTitles, days, wantDays)
	if titles*10 < wantTitles*9 || days*10 < wantDays*9 {
		t.Errorf("titles %d of %d, days %d of %d: want nine in ten", titles, wantTitles, days, wantDays)
	}
}
