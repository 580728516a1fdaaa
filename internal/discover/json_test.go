package discover

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSONLists(t *testing.T) {
	const pages = ", pages: {address: '/api?trang={n}'}"
	want := []Entry{{URL: "http://cong.example/tin/mot-7.html", Title: "Một"}, {URL: "http://cong.example/tin/hai-8.html", Title: "Hai"}}
	tests := []struct {
		name, rule, body string
		pages            int
	}{
		{
			"fields and a total", "json: {items: data.list, link: url, title: ten, total: data.tong}" + pages,
			`{"data":{"tong":5,"list":[{"url":"/tin/mot-7.html","ten":"Một"},{"url":"http://cong.example/tin/hai-8.html","ten":"Hai"},{"url":null}]}}`, 3,
		},
		{
			"an address from fields", "json: {address: '/tin/{slug}-{so.id}.html', title: ten, last: 0.cuoi}" + pages,
			`[{"slug":"mot","so":{"id":7},"ten":"Một","cuoi":9},{"slug":"hai","so":{"id":8},"ten":"Hai"},{"slug":"ba"}]`, 9,
		},
		{
			"JSON in a text, as ASP.NET answers", "json: {items: d.rows, link: u, title: t}" + pages,
			`{"d":"{\"rows\":[{\"u\":\"/tin/mot-7.html\",\"t\":\"Một\"},{\"u\":\"/tin/hai-8.html\",\"t\":\"Hai\"}]}"}`, 0,
		},
		{
			"a fragment of HTML", "json: {html: html}" + pages,
			`{"html":"<li><a href='/tin/mot-7.html'>Một</a></li><li><a href=\"/tin/hai-8.html\">Hai</a></li>"}`, 0,
		},
	}
	for _, tt := range tests {
		found, err := ReadList(listOf(t, tt.rule), Page{URL: "http://cong.example/api?trang=1", MediaType: "application/json", Body: []byte(tt.body)})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(want, found.Entries); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if found.Pages != tt.pages || found.Next == nil || found.Next.URL != "http://cong.example/api?trang=2" {
			t.Errorf("%s: %d pages, next %+v", tt.name, found.Pages, found.Next)
		}
	}
}

func TestJSONListEndsAtItsTotal(t *testing.T) {
	l := listOf(t, "json: {items: list, link: u, last: cuoi}, pages: {address: '/api?trang={n}'}")
	body := `{"cuoi":2,"list":[{"u":"/x"}]}`
	found, err := ReadList(l, Page{URL: "http://cong.example/api", Body: []byte(body), At: Position{List: "tin", Page: 1}})
	if err != nil || found.Next != nil {
		t.Errorf("behind the last page: %+v, %v", found.Next, err)
	}
}

func TestOtherAnswersAreNamed(t *testing.T) {
	l := listOf(t, "json: {items: data.list, link: u}, pages: {address: '/api?trang={n}'}")
	for _, body := range []string{"<html>lỗi</html>", `{"data":{}}`, "", strings.Repeat("[", 100_000)} {
		if found, err := ReadList(l, Page{URL: "http://cong.example/api", Body: []byte(body)}); err == nil {
			t.Errorf("%.20q: %+v", body, found)
		}
	}
}

func TestPositionGoesThroughText(t *testing.T) {
	for _, p := range []Position{{}, {List: "tin", Page: 3, Seen: []uint64{1, 1 << 63}}, {Family: "f", Page: 1}, {Range: "cu", Number: 17}} {
		got, err := ParsePosition(p.String())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, got); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := ParsePosition("{"); err == nil {
		t.Error("a broken position was read")
	}
}
