package familycheck

import (
	"strings"
	"testing"
	"testing/fstest"

	"tracuu/data"
	"tracuu/internal/extract"
	"tracuu/internal/portal"
)

func extractor(t *testing.T) (*extract.Extractor, *portal.Registry) {
	t.Helper()
	known, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(known), known
}

func TestFrozenPages(t *testing.T) {
	x, known := extractor(t)
	facts, err := Facts(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	results, err := Check(data.Portals(), x, facts)
	if err != nil {
		t.Fatal(err)
	}
	checked := map[string]bool{}
	for _, r := range results {
		checked[r.Family] = true
		t.Run(strings.Join([]string{r.Family, r.Page, r.Field}, "/"), func(t *testing.T) {
			if !r.OK {
				t.Errorf("%s is %q, want %q", r.Field, r.Got, r.Want)
			}
		})
	}
	for _, f := range known.Families() {
		if !checked[f.ID] {
			t.Errorf("family %s has no fact in %s", f.ID, factsFile)
		}
	}
}

func TestFailuresAreTold(t *testing.T) {
	x, _ := extractor(t)
	fsys := fstest.MapFS{
		"pages/wordpress/a.html": {Data: []byte(`<html><head><meta name="generator" content="WordPress 6"></head><body class="single"><h1 class="entry-title">Kế hoạch số 52/KH-UBND</h1><div class="entry-content"><p>Nội dung.</p></div></body></html>`)},
		factsFile: {Data: []byte("# ghi chú\nwordpress | a.html | title | Kế hoạch khác\nwordpress | a.html | number | 52/KH-UBND\n" +
			"wordpress | a.html | text | Nội dung.\nwordpress | a.html | text | - Nội dung.\n")},
	}
	facts, err := Facts(fsys)
	if err != nil {
		t.Fatal(err)
	}
	results, err := Check(fsys, x, facts)
	if err != nil || len(results) != 4 {
		t.Fatalf("%+v, %v", results, err)
	}
	for i, want := range []bool{false, true, true, false} {
		if results[i].OK != want {
			t.Errorf("%+v", results[i])
		}
	}
	for _, text := range []string{"a | b | title\n", "a | b | tuổi | 3\n"} {
		if _, err := Facts(fstest.MapFS{factsFile: {Data: []byte(text)}}); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}
