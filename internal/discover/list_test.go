package discover

import (
	"fmt"
	"net/url"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/portal"
)

// listOf compiles the rule of one list, as it is written under lists.
func listOf(t *testing.T, rule string) *portal.List {
	t.Helper()
	reg, err := portal.Load(fstest.MapFS{
		"families/any.yaml": {Data: []byte("id: any\nfallback: true\nlayouts:\n  - {id: a, kind: article, region: [body]}\n")},
		"p.yaml":            {Data: []byte("id: p\nhosts: [cong.example]\ndiscovery:\n  lists:\n    - {id: tin, " + rule + "}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	p, _ := reg.ByID("p")
	l, _ := p.Discovery.List("tin")
	return l
}

func origin(t *testing.T) *url.URL {
	t.Helper()
	u, err := url.Parse("http://cong.example/")
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// newsPage is a page of a list: two entries a page, links that are none, and a
// pager.
func newsPage(page int, pager string) string {
	return fmt.Sprintf(`<html><body><a href="/">Trang chủ</a><div class="tin"><h3><a href="/bai/%d.html">Bài %[1]d</a></h3>
<h3><a href="/bai/%d.html#x">Bài  %[2]d</a></h3><a href="javascript:void(0)">x</a></div><div class="trang">%s</div></body></html>`, 2*page, 2*page+1, pager)
}

func TestNextPageByAddress(t *testing.T) {
	const items = `items: ['.tin h3 a'], starts: [/tin], `
	tests := []struct {
		rule, url string
		page      int
		want      string
		form      string
	}{
		{items + "pages: {query: page}", "http://cong.example/tin?loai=2", 0, "http://cong.example/tin?loai=2&page=2", ""},
		{items + "pages: {query: page}", "http://cong.example/tin?page=2&loai=2", 1, "http://cong.example/tin?page=3&loai=2", ""},
		{items + "pages: {query: start, first: 0, step: 10}", "http://cong.example/tin", 0, "http://cong.example/tin?start=10", ""},
		{items + "pages: {path: 'page/{n}/'}", "http://cong.example/tin/", 0, "http://cong.example/tin/page/2/", ""},
		{items + "pages: {path: 'page/{n}/'}", "http://cong.example/tin/page/2/", 1, "http://cong.example/tin/page/3/", ""},
		{items + "pages: {path: 'trang-{n}.html'}", "http://cong.example/tin/trang-9.html", 8, "http://cong.example/tin/trang-10.html", ""},
		{items + "pages: {address: '/ajax/tin?trang={n}'}", "http://cong.example/tin", 0, "http://cong.example/ajax/tin?trang=2", ""},
		{items + "pages: {address: /ajax/tin, form: 'trang={n}&loai=2'}", "http://cong.example/tin", 0, "http://cong.example/ajax/tin", "trang=2&loai=2"},
	}
	for _, tt := range tests {
		body := newsPage(tt.page, "")
		found, err := ReadList(listOf(t, tt.rule), Page{URL: tt.url, MediaType: "text/html", Body: []byte(body), At: Position{List: "tin", Page: tt.page}})
		if err != nil {
			t.Fatal(err)
		}
		want := []Entry{
			{URL: fmt.Sprintf("http://cong.example/bai/%d.html", 2*tt.page), Title: fmt.Sprintf("Bài %d", 2*tt.page)},
			{URL: fmt.Sprintf("http://cong.example/bai/%d.html", 2*tt.page+1), Title: fmt.Sprintf("Bài %d", 2*tt.page+1)},
		}
		if diff := cmp.Diff(want, found.Entries); diff != "" {
			t.Errorf("%s: entries (-want +got):\n%s", tt.rule, diff)
		}
		if found.Next == nil || *found.Next != (Request{tt.want, tt.form}) || found.Then.Page != tt.page+1 {
			t.Errorf("%s: next of %s is %+v at %+v", tt.rule, tt.url, found.Next, found.Then)
		}
	}
}

func TestListEnds(t *testing.T) {
	l := listOf(t, "items: ['.tin a'], starts: [/tin], pages: {query: page}, most: 9")
	read := func(at Position, body string) Found {
		found, err := ReadList(l, Page{URL: "http://cong.example/tin", MediaType: "text/html", Body: []byte(body), At: at})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	first := read(Position{List: "tin"}, newsPage(0, ""))
	second := read(first.Then, newsPage(1, ""))
	third := read(second.Then, newsPage(2, ""))
	if third.Next == nil || third.Then.Page != 3 {
		t.Fatalf("after three pages: %+v", third)
	}
	for name, found := range map[string]Found{
		"no entries":            read(third.Then, "<html><body>Chưa có tin</body></html>"),
		"the last page again":   read(third.Then, newsPage(2, "")),
		"the first page again":  read(third.Then, newsPage(0, "")),
		"as many as it may go":  read(Position{List: "tin", Page: 8}, newsPage(8, "")),
		"the first page in two": read(first.Then, newsPage(0, "")),
	} {
		if found.Next != nil {
			t.Errorf("%s: goes on to %+v", name, found.Next)
		}
	}
}

func TestExtent(t *testing.T) {
	const start = "items: ['.tin a'], starts: [/tin], "
	tests := []struct {
		rule, pager string
		want        int
	}{
		{start + "pages: {query: page}", `<a href="?page=2">2</a> <a href="/tin?a=1&page=37">cuối</a> <a href="/khac?page=99">x</a>`, 37},
		{start + "pages: {query: start, first: 0, step: 20}", `<a href="?start=20">2</a><a href="?start=60">4</a>`, 4},
		{start + "pages: {path: 'page/{n}/'}", `<a href="/tin/page/12/">12</a><a href="/tin/page/3">3</a><a href="/khac/page/50">x</a>`, 12},
		{start + "pages: {postback: {select: ['.trang a']}}", `<a href="javascript:__doPostBack('g','Page$2')">2</a><a href="javascript:__doPostBack('g','Page$11')">...</a>`, 11},
		{start + "pages: {query: page}", ``, 0},
	}
	for _, tt := range tests {
		found, err := ReadList(listOf(t, tt.rule), Page{URL: "http://cong.example/tin", MediaType: "text/html", Body: []byte(newsPage(0, tt.pager))})
		if err != nil || found.Pages != tt.want {
			t.Errorf("%s: %d pages, want %d, %v", tt.rule, found.Pages, tt.want, err)
		}
	}
}

func TestFirst(t *testing.T) {
	for rule, want := range map[string][]Request{
		"items: [a], starts: [/tin, 'http://khac.example/x'], pages: {query: p}": {{URL: "http://cong.example/tin"}, {URL: "http://khac.example/x"}},
		"json: {link: u}, pages: {address: '/api?trang={n}', first: 0}":          {{URL: "http://cong.example/api?trang=0"}},
		"json: {link: u}, pages: {address: '/api', form: '{\"p\":{n}}'}":         {{URL: "http://cong.example/api", Form: `{"p":1}`}},
	} {
		if diff := cmp.Diff(want, First(listOf(t, rule), origin(t))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", rule, diff)
		}
	}
}
