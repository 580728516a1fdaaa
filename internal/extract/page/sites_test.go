package page

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/model"
	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// htmlFiles lists the pages under a folder.
func htmlFiles(tb testing.TB, dir string) []string {
	tb.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err == nil && !d.IsDir() && (ext == ".html" || ext == ".aspx") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// siteTitles are the <title>s of the three portals; no page has its own.
var siteTitles = []string{
	"Trang thông tin điện tử Huyện Krông Nô", "Trang thông tin điện tử Huyện Đắk R'Lấp - Tỉnh ĐắkNông", "Trang chủ - Sở Tài chính tỉnh ĐắkNông",
}

// chromePhrases stand on the portals' pages and never in what they say.
var chromePhrases = []string{
	"wayback", "tin đã đưa", "liên kết website", "số lượt truy cập", "collected by", "archive.org", "xem tiếp", "this page location",
	"previous image", "câu hỏi mới nhất", "-- liên kết web --", "__viewstate", "trang trước",
}

func TestRealPortals(t *testing.T) {
	reg := registry(t)
	least := map[string]int{"krongno": 120, "dakrlap": 215, "sotaichinh": 80} // articles
	for site, articles := range least {
		t.Run(site, func(t *testing.T) {
			dir := require.Shared(t, filepath.Join("sites", site))
			found := 0
			for _, file := range htmlFiles(t, dir) {
				body, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				name, _ := filepath.Rel(dir, file)
				p, err := Read(Input{URL: "http://127.0.0.1:8000/" + filepath.ToSlash(name), Body: body, Registry: reg})
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				lawsHold(t, p)
				checkChrome(t, name, p)
				if p.Family != "sharepoint-lacviet" || p.Kind != model.KindArticle {
					continue
				}
				found++
				if p.Title == "" || p.PortalID == "" {
					t.Errorf("%s: title %q, portal %q", name, p.Title, p.PortalID)
				}
			}
			if found < articles {
				t.Errorf("%d articles, want at least %d", found, articles)
			}
		})
	}
}

func checkChrome(t *testing.T, name string, p Page) {
	t.Helper()
	text := strings.ToLower(p.Text)
	for _, phrase := range chromePhrases {
		if strings.Contains(text, phrase) {
			t.Errorf("%s: text has %q", name, phrase)
		}
	}
	for _, s := range siteTitles {
		if strings.EqualFold(p.Title, s) {
			t.Errorf("%s: the site's title was taken for the page's", name)
		}
	}
}

// labelled is what of a labelled page concerns its reading.
type labelled struct {
	Page      string
	Kind      model.Kind
	Title     *string
	Published *model.Date
	Numbers   []struct{ Quote string }
}

func labels(tb testing.TB) []labelled {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join(require.Shared(tb, "eval/extraction"), "labels.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []labelled
	for line := range bytes.Lines(text) {
		var l labelled
		if err := json.Unmarshal(line, &l); err != nil {
			tb.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// fileOf finds the file of a labelled page.
func fileOf(page string) string {
	switch dir, _, _ := strings.Cut(page, "/"); dir {
	case "pages":
		return filepath.Join("eval/extraction", page)
	case "seed":
		return page
	}
	return filepath.Join("sites", page)
}

// loose compares titles as the scorer does: without case and end marks.
func loose(s string) string {
	return strings.ToLower(strings.Trim(tidy(s), ".:;,-–…/ "))
}

func TestLabelledPages(t *testing.T) {
	reg := registry(t)
	root := filepath.Dir(require.Shared(t, "eval"))
	articles, titles, quotes, kept := 0, 0, 0, 0
	for _, l := range labels(t) {
		body, err := os.ReadFile(filepath.Join(root, fileOf(l.Page)))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(Input{URL: l.Page, Body: body, Registry: reg})
		if err != nil {
			t.Errorf("%s: %v", l.Page, err)
			continue
		}
		want := model.Date{}
		if l.Published != nil {
			want = *l.Published
		}
		if p.Published != want {
			t.Errorf("%s: published %q, want %q", l.Page, p.Published, want)
		}
		if l.Kind == model.KindArticle && l.Title != nil {
			articles++
			if loose(p.Title) == loose(*l.Title) {
				titles++
			} else {
				t.Logf("%s: title %q, want %q", l.Page, p.Title, *l.Title)
			}
		}
		if l.Kind == model.KindList {
			continue // front pages carry teasers that no reader sees
		}
		text := strings.Join(strings.Fields(p.Text), "")
		for _, n := range l.Numbers {
			quotes++
			if strings.Contains(text, strings.Join(strings.Fields(vietnamese.Clean(n.Quote)), "")) {
				kept++
			} else {
				t.Logf("%s: lost %q", l.Page, n.Quote)
			}
		}
	}
	t.Logf("titles %d of %d, number quotes %d of %d", titles, articles, kept, quotes)
	if titles*100 < articles*98 {
		t.Errorf("%d of %d articles have their title, want 98 %%", titles, articles)
	}
	if kept*100 < quotes*98 {
		t.Errorf("%d of %d number quotes are in the text, want 98 %%", kept, quotes)
	}
}

func BenchmarkRealPages(b *testing.B) {
	reg := registry(b)
	var bodies [][]byte
	size := 0
	for _, file := range htmlFiles(b, require.Shared(b, "sites/krongno")) {
		body, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		bodies = append(bodies, body)
		size += len(body)
	}
	b.SetBytes(int64(size / len(bodies)))
	i := 0
	for b.Loop() {
		if _, err := Read(Input{URL: "http://127.0.0.1/", Body: bodies[i%len(bodies)], Registry: reg}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
