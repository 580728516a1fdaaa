package portal_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tracuu/data"
	"tracuu/internal/portal"
)

func TestRulesOfTheProjectLoad(t *testing.T) {
	reg, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	if reg.Fallback() == nil {
		t.Fatal("no fallback")
	}
	for _, p := range reg.Portals() {
		if got, ok := reg.ByID(p.ID); !ok || got != p {
			t.Errorf("portal %s is not found by its id", p.ID)
		}
		if p.Place == "" || p.Issuer == "" || p.Province == "" {
			t.Errorf("portal %s lacks place, province or issuer", p.ID)
		}
		for _, h := range p.Hosts {
			if got, ok := reg.ByHost(strings.ToUpper(h) + ":8080"); !ok || got != p {
				t.Errorf("portal %s is not found by its host %s", p.ID, h)
			}
		}
	}
}

const fallback = "id: any\nfallback: true\nlayouts:\n  - {id: a, kind: article, region: [body]}\n"

func files(portals map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"families/any.yaml": {Data: []byte(fallback)}}
	for name, text := range portals {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestPortalFacts(t *testing.T) {
	reg, err := portal.Load(files(map[string]string{
		"song-lua.yaml": "id: song-lua\nhosts: [songlua.example]\ntitles: ['^Huyện Sông Lụa']\nexclude: ['^/web/\\d+', '[?&]in=1']\ndelay: 1500ms\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := reg.ByTitle("  Huyện   Sông Lụa - Trang chủ")
	if !ok || p.ID != "song-lua" || p.Delay != 1500*time.Millisecond {
		t.Fatalf("got %+v, %v", p, ok)
	}
	for path, want := range map[string]bool{"/web/2018/x": true, "/tin?a=2&in=1": true, "/website": false, "/": false} {
		if p.Excluded(path) != want {
			t.Errorf("Excluded(%q) = %v", path, !want)
		}
	}
	if _, ok := reg.ByHost("khac.example"); ok {
		t.Error("an unknown host has a portal")
	}
	if _, ok := reg.ByTitle(""); ok {
		t.Error("an empty title has a portal")
	}
}

// TestFamiliesExcludeForTheirPortals is of a portal with a rule of its own, of one
// without, and of one of another family.
func TestFamiliesExcludeForTheirPortals(t *testing.T) {
	reg, err := portal.Load(files(map[string]string{
		"families/he.yaml":   "id: he\nrecognise: {select: ['#he']}\nexclude: ['^/_layouts/']\n",
		"families/khac.yaml": "id: khac\nrecognise: {select: ['#khac']}\n",
		"a.yaml":             "id: a\ntitles: [x]\nfamily: he\nexclude: ['^/in/']\n",
		"b.yaml":             "id: b\ntitles: [x]\nfamily: he\n",
		"c.yaml":             "id: c\ntitles: [x]\nfamily: khac\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][2]bool{"a": {true, true}, "b": {true, false}, "c": {false, false}} {
		p, _ := reg.ByID(id)
		if got := [2]bool{p.Excluded("/_layouts/15/start.aspx"), p.Excluded("/in/1")}; got != want {
			t.Errorf("%s excludes %v, want %v", id, got, want)
		}
	}
}

func TestMistakesAreNamedWithFileLineAndField(t *testing.T) {
	tests := []struct {
		name, file, text, want string
	}{
		{"unknown key", "a.yaml", "id: a\nhosts: [a.example]\nhost: b\n", `a.yaml:3: host: unknown field "host", nearest is "hosts"`},
		{"unknown key deep inside", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  lists:\n    - id: l\n      item: [a]\n", `a.yaml:6: item: unknown field "item", nearest is "items"`},
		{"sitemap without a root", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  sitemaps: [/sitemap.xml, sitemap.xml]\n", `a.yaml:4: discovery.sitemaps[1]: "sitemap.xml" must be`},
		{"two ways of paging", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  lists:\n    - {id: l, starts: [/], items: [a], pages: {query: p, path: '{n}'}}\n", "a.yaml:5: discovery.lists[0].pages: needs exactly one"},
		{"no number", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  lists:\n    - {id: l, starts: [/], items: [a], pages: {path: 'page/'}}\n", `a.yaml:5: discovery.lists[0].pages.path: "page/" needs one {n}`},
		{"nothing to begin with", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  lists:\n    - {id: l, items: [a], pages: {query: p}}\n", "a.yaml:5: discovery.lists[0]: needs starts"},
		{"neither items nor json", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  lists:\n    - {id: l, starts: [/], pages: {query: p}}\n", "a.yaml:5: discovery.lists[0]: needs either items"},
		{"a list twice", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  lists:\n    - {id: l, starts: [/], items: [a], pages: {query: p}}\n    - {id: l, starts: [/], items: [a], pages: {query: p}}\n", `a.yaml:6: discovery.lists[1].id: "l" must be`},
		{"ids backwards", "a.yaml", "id: a\nhosts: [a.example]\ndiscovery:\n  ids:\n    - {id: l, address: '/x?id={n}', from: 9, to: 1}\n", "a.yaml:5: discovery.ids[0]: from 9 to 1"},
		{"lists of a family", "families/b.yaml", "id: b\nrecognise: {lines: [x]}\ndiscovery:\n  lists:\n    - {id: l, starts: [/], items: [a], pages: {query: p}}\n", "families/b.yaml:4: discovery: lists and ids belong to a portal"},
		{"no YAML", "a.yaml", "id: a\nhosts: [a.example\nname: b\n", "a.yaml:"},
		{"wrong type", "a.yaml", "id: a\nhosts: {x: y}\n", "a.yaml:2: "},
		{"bad id", "a.yaml", "hosts: [a.example]\nid: A b\n", `a.yaml:2: id: "A b" must be`},
		{"host with scheme", "a.yaml", "id: a\nhosts:\n  - a.example\n  - http://b.example\n", `a.yaml:4: hosts[1]: "http://b.example" must be`},
		{"seed without host", "a.yaml", "id: a\nhosts: [a.example]\nseeds: [/x]\n", `a.yaml:3: seeds[0]: "/x" must be`},
		{"bad pattern", "a.yaml", "id: a\nhosts: [a.example]\nexclude:\n  - '('\n", "a.yaml:4: exclude[0]: not a regular expression"},
		{"bad delay", "a.yaml", "id: a\nhosts: [a.example]\ndelay: 2\n", `a.yaml:3: delay: "2" is not a duration`},
		{"family unknown", "a.yaml", "id: a\nhosts: [a.example]\nfamily: nope\n", `a.yaml:3: family: no family "nope"`},
		{"nothing tells it", "a.yaml", "id: a\n", "a.yaml:1: id: a portal needs hosts or titles"},
		{"bad selector", "families/b.yaml", "id: b\nrecognise:\n  select:\n    - 'p['\n", "families/b.yaml:4: recognise.select[0]: \"p[\" is not a CSS selector"},
		{"bad kind", "families/b.yaml", "id: b\nrecognise: {lines: [x]}\nlayouts:\n  - id: l\n    kind: news\n    region: [p]\n", `families/b.yaml:5: layouts[0].kind: "news" is none of`},
		{"region and stamp", "families/b.yaml", "id: b\nrecognise: {lines: [x]}\nlayouts:\n  - id: l\n    kind: list\n    region: [p]\n    stamp: x\n", "families/b.yaml:4: layouts[0]: a layout has either"},
		{"pattern alone", "families/b.yaml", "id: b\nrecognise: {lines: [x]}\nlayouts:\n  - id: l\n    kind: list\n    region: [p]\n    title: {pattern: x}\n", "families/b.yaml:7: layouts[0].title: pattern without select"},
		{"bad selector of a field", "families/b.yaml", "id: b\nrecognise: {lines: [x]}\nlayouts:\n  - id: l\n    kind: list\n    region: [p]\n    title: {select: [p, '>']}\n", "families/b.yaml:7: layouts[0].title.select[1]: "},
		{"recognises nothing", "families/b.yaml", "id: b\n", "families/b.yaml:1: id: a family either"},
		{"second fallback", "families/b.yaml", strings.Replace(fallback, "any", "b", 1), "families/b.yaml:2: fallback:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := portal.Load(files(map[string]string{tt.file: tt.text}))
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	_, err := portal.Load(files(map[string]string{
		"a.yaml": "id: a\nhosts: [x.example]\ndelay: x\nseeds: [y]\n",
		"b.yaml": "id: a\nhosts: [x.example]\n",
	}))
	for _, want := range []string{"a.yaml:3: delay", "a.yaml:4: seeds[0]", "b.yaml:1: id", "b.yaml:2: hosts[0]: \"x.example\" belongs to portal a"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nlacks %s", err, want)
		}
	}
}

func TestNoFallback(t *testing.T) {
	if _, err := portal.Load(fstest.MapFS{}); err == nil {
		t.Error("rules without a fallback were loaded")
	}
}
