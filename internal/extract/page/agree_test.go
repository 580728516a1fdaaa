package page

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/require"
)

// Real articles read with their family and as pages of an unknown system, whose
// repeated lines are known: the two must nearly always agree.
func TestUnknownSystemAgreesWithItsFamily(t *testing.T) {
	known, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	unknown := without(t, "sharepoint-lacviet")
	var articles, titles, days, kinds, bodies int
	for _, site := range []string{"krongno", "dakrlap", "sotaichinh"} {
		pages := sitePages(t, site)
		seen := map[uint64]int{}
		for _, in := range pages {
			if p, err := Read(Input{URL: in.URL, Body: in.Body, Registry: unknown}); err == nil {
				for _, h := range p.Lines {
					seen[h]++
				}
			}
		}
		repeated := func(h uint64) bool { return seen[h]*10 > len(pages)*3 }
		for _, in := range pages {
			want, err := Read(Input{URL: in.URL, Body: in.Body, Registry: known})
			if err != nil || want.Kind != model.KindArticle || want.Family != "sharepoint-lacviet" {
				continue
			}
			got, err := Read(Input{URL: in.URL, Body: in.Body, Registry: unknown, Repeated: repeated})
			if err != nil {
				t.Fatal(err)
			}
			articles++
			titles += one(loose(got.Title) == loose(want.Title))
			days += one(got.Published == want.Published)
			kinds += one(got.Kind == want.Kind)
			bodies += one(sharedWords(got.Text, want.Text) > 0.9)
		}
	}
	t.Logf("%d articles: title %d, day %d, kind %d, body %d", articles, titles, days, kinds, bodies)
	for name, share := range map[string]float64{
		"title": float64(titles) / 0.88, "day": float64(days) / 0.94, "kind": float64(kinds) / 0.9, "body": float64(bodies) / 0.8,
	} {
		if share < float64(articles) {
			t.Errorf("%s agrees too seldom", name)
		}
	}
}

// sitePages are every third page of a real site.
func sitePages(t *testing.T, site string) []Input {
	t.Helper()
	const every = 3
	var pages []Input
	n := 0
	err := filepath.WalkDir(require.Shared(t, "sites/"+site), func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || d.IsDir() || ext != ".html" && ext != ".aspx" {
			return err
		}
		if n++; n%every != 0 {
			return nil
		}
		body, err := os.ReadFile(path)
		pages = append(pages, Input{URL: filepath.ToSlash(path), Body: body})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func one(agrees bool) int {
	if agrees {
		return 1
	}
	return 0
}

// sharedWords is the share of the words of two texts that both have.
func sharedWords(a, b string) float64 {
	left, all := map[string]int{}, 0
	for _, w := range strings.Fields(a) {
		left[w]++
		all++
	}
	both := 0
	for _, w := range strings.Fields(b) {
		all++
		if left[w] > 0 {
			left[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(all, 1))
}
