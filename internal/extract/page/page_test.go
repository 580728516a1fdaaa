package page

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/data"
	"tracuu/internal/casetest"
	"tracuu/internal/portal"
)

func registry(tb testing.TB) *portal.Registry {
	tb.Helper()
	reg, err := portal.Load(data.Portals())
	if err != nil {
		tb.Fatal(err)
	}
	return reg
}

// frozen is where the authored pages of each family lie, one folder each.
const frozen = "../../../data/portals/pages"

// TestFamilies reads the authored pages of each family. The reading of a page
// stands under testdata by the same name.
func TestFamilies(t *testing.T) {
	reg := registry(t)
	pages, err := filepath.Glob(frozen + "/*/*")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, file := range pages {
		family := filepath.Base(filepath.Dir(file))
		t.Run(family+"/"+filepath.Base(file), func(t *testing.T) {
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(Input{URL: "http://cong.example/bai/" + filepath.Base(file), Body: body, Registry: reg})
			if err != nil {
				t.Fatal(err)
			}
			seen[got.Family] = true
			lawsHold(t, got)
			got.Lines = nil // of no interest to a reader of the golden file
			compareGolden(t, filepath.Join("testdata", family, filepath.Base(file)+".json"), got)
		})
	}
	for _, f := range reg.Families() {
		if !seen[f.ID] {
			t.Errorf("no page under data/portals/pages is read by family %s", f.ID)
		}
	}
}

func compareGolden(t *testing.T, file string, p Page) {
	t.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	view := struct {
		Page
		Text []string // by line, for the eye
	}{p, strings.Split(p.Text, "\n")}
	if err := enc.Encode(view); err != nil {
		t.Fatal(err)
	}
	if casetest.Update() {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), b.String()); d != "" {
		t.Errorf("reading differs from %s (-want +got):\n%s", file, d)
	}
}

func TestTextAndMarkupOfOneArticleReadAlike(t *testing.T) {
	reg := registry(t)
	read := func(name string) Page {
		body, err := os.ReadFile(filepath.Join(frozen, "monre-portal", name))
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(Input{URL: name, Body: body, Registry: reg})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	text, markup := read("article.txt"), read("article.html")
	if text.Title != markup.Title || text.Published != markup.Published || text.Views != markup.Views || text.Author != markup.Author {
		t.Errorf("text gives %q %v %d %q,\nmarkup %q %v %d %q", text.Title, text.Published, text.Views, text.Author,
			markup.Title, markup.Published, markup.Views, markup.Author)
	}
}

func TestOwner(t *testing.T) {
	reg := registry(t)
	tests := []struct {
		name, url, title, portal, place, issuer string
	}{
		{"by host", "http://krongno.daknong.gov.vn/x", "", "krongno", "huyện Krông Nô", "UBND huyện Krông Nô"},
		{"copy known by title", "http://127.0.0.1:8123/x", "Trang thông tin điện tử Huyện Krông Nô", "krongno", "huyện Krông Nô", "UBND huyện Krông Nô"},
		{"department", "http://localhost/x", "Trang chủ - Sở Tài chính tỉnh ĐắkNông", "sotaichinh-daknong", "tỉnh Đắk Nông", "Sở Tài chính tỉnh Đắk Nông"},
		{"hint only", "http://127.0.0.1/x", "Trang thông tin điện tử Huyện Sông Lụa - Tỉnh Hạ Châu", "", "huyện Sông Lụa", "UBND huyện Sông Lụa"},
		{"hint of a department", "http://127.0.0.1/x", "Trang chủ - Sở Thủy lợi tỉnh Hạ Châu", "", "tỉnh Hạ Châu", "Sở Thủy lợi tỉnh Hạ Châu"},
		{"town in words only", "http://127.0.0.1/x", "Thành phố trẻ bên sông", "", "", ""},
		{"nothing", "http://127.0.0.1/x", "Báo điện tử", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			body := "<html><head><title>" + tt.title + "</title></head><body><p>x</p></body></html>"
			p, err := Read(Input{URL: tt.url, Body: []byte(body), Registry: reg})
			if err != nil {
				t.Fatal(err)
			}
			if p.PortalID != tt.portal || p.Place != tt.place || p.Issuer != tt.issuer {
				t.Errorf("got %q %q %q, want %q %q %q", p.PortalID, p.Place, p.Issuer, tt.portal, tt.place, tt.issuer)
			}
		})
	}
}
