package discover

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const aspx = `<html><body><form method="post" action="./DanhSach.aspx?cm=4#x" id="aspnetForm">
<input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value="">
<input type="hidden" name="__VIEWSTATE" value="/wEP+a=="><input type="hidden" name="__EVENTVALIDATION" value="/wEW">
<input name="ctl00$tuKhoa" value="kế hoạch"><input type="checkbox" name="c1" checked><input type="checkbox" name="c2">
<input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked><input name="off" value="x" disabled>
<select name="nam"><option value="0">Tất cả</option><option value="2022" selected>2022</option></select>
<select name="thang"><option>Một</option><option>Hai</option></select><textarea name="ghi">chú &amp; thích</textarea>
<input type="submit" name="ctl00$tim" value="Tìm"><input type="image" name="anh">
<div class="tin"><h3><a href="bai.aspx?id=1">Bài 1</a></h3></div><div class="trang">%PAGER%</div></form></body></html>`

func postbackOf(t *testing.T, pager string, page int) *Request {
	t.Helper()
	l := listOf(t, `items: ['.tin a'], starts: [/ds/DanhSach.aspx], pages: {postback: {select: ['.trang a', '.trang input'], words: '^(Trang sau|[.…>]+)$'}}`)
	body := []byte(strings.Replace(aspx, "%PAGER%", pager, 1))
	found, err := ReadList(l, Page{URL: "http://cong.example/ds/DanhSach.aspx", MediaType: "text/html; charset=utf-8", Body: body, At: Position{List: "tin", Page: page}})
	if err != nil {
		t.Fatal(err)
	}
	return found.Next
}

func TestPostbackSendsTheFormOfThePage(t *testing.T) {
	next := postbackOf(t, `<span>1</span><a href="javascript:__doPostBack(&#39;ctl00$grv&#39;,&#39;Page$2&#39;)">2</a>`, 0)
	if next == nil {
		t.Fatal("no request")
	}
	if next.URL != "http://cong.example/ds/DanhSach.aspx?cm=4" {
		t.Errorf("sent to %s", next.URL)
	}
	got, err := url.ParseQuery(next.Form)
	if err != nil {
		t.Fatal(err)
	}
	want := url.Values{
		"__EVENTTARGET": {"ctl00$grv"}, "__EVENTARGUMENT": {"Page$2"}, "__VIEWSTATE": {"/wEP+a=="}, "__EVENTVALIDATION": {"/wEW"},
		"ctl00$tuKhoa": {"kế hoạch"}, "c1": {"on"}, "r": {"2"}, "nam": {"2022"}, "thang": {"Một"}, "ghi": {"chú & thích"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

func TestPostbackChoosesTheLinkOfTheNextPage(t *testing.T) {
	const link = `<a href="javascript:__doPostBack('%t','%a')">%w</a>`
	a := func(target, argument, words string) string {
		return strings.NewReplacer("%t", target, "%a", argument, "%w", words).Replace(link)
	}
	tests := []struct {
		name, pager string
		page        int
		want        string // target/argument, or button=value
	}{
		{"by its number", a("t1", "", "1") + a("t2", "", "2") + a("t3", "", "3"), 1, "t3/"},
		{"by its argument", a("g", "Page$First", "đầu") + a("g", "Page$11", "..."), 9, "g/Page$11"},
		{"by its words", a("truoc", "", "..") + a("sau", "", "…"), 9, "sau/"},
		{"with options", `<a href='javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions("o$2", "x", true, "", "", false, true))'>2</a>`, 0, "o$2/x"},
		{"in onclick", `<a href="#" onclick="__doPostBack('k','');return false">2</a>`, 0, "k/"},
		{"a button", `<input type="submit" name="btn" value="Trang sau">`, 0, "btn=Trang sau"},
		{"a button that is off", `<input type="submit" name="btn" value="Trang sau" disabled>`, 0, ""},
		{"the last page", a("t1", "", "1") + "<span>2</span>", 1, ""},
		{"plain links", `<a href="/x">2</a>`, 0, ""},
	}
	for _, tt := range tests {
		next := postbackOf(t, tt.pager, tt.page)
		got := ""
		if next != nil {
			sent, _ := url.ParseQuery(next.Form)
			got = sent.Get("__EVENTTARGET") + "/" + sent.Get("__EVENTARGUMENT")
			if sent.Has("btn") {
				got = "btn=" + sent.Get("btn")
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
