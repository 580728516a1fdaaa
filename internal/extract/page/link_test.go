package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinks(t *testing.T) {
	body := `<html><head><base href="/goc/"></head><body><main><h1>Đầu đề</h1><p>Nội dung.</p>
<a href="a.html#x">Một</a> <a href="a.html">Một nữa</a> <a href=" /b
 c.html ">Hai</a> <a href="?trang=3">3</a> <a href="/tin/page/2/">sau</a>
<a href="//khac.example/d">Ba</a> <a href="javascript:void(0)">j</a> <a href="mailto:a@b.vn">m</a> <a href="#top">t</a>
<a href="tăng 50%.Pdf">Tăng</a> <a href="anh.JPG">ảnh</a> <a href="http://">x</a> <a href="ftp://f.example/a.doc">f</a>
<a href="/tai?id=7&ten=bieu.XLSX" title="Biểu số 7"><img src="i.png"></a> <iframe src="/xem/vb.pdf"></iframe><area href="/e">
<a href="http://[bad">bad</a></main></body></html>`
	p, err := Read(Input{URL: "https://cong.example/tin/", Body: []byte(body), Registry: registry(t)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range p.Links {
		got = append(got, strings.Join([]string{string(l.Kind), l.URL, l.Text}, " | "))
	}
	want := []string{
		"page | https://cong.example/goc/a.html | Một",
		"page | https://cong.example/b%20c.html | Hai",
		"list | https://cong.example/goc/?trang=3 | 3",
		"list | https://cong.example/tin/page/2/ | sau",
		"page | https://khac.example/d | Ba",
		"attachment | https://cong.example/goc/t%C4%83ng%2050%25.Pdf | Tăng",
		"attachment | https://cong.example/tai?id=7&ten=bieu.XLSX | Biểu số 7",
		"attachment | https://cong.example/xem/vb.pdf | ",
		"page | https://cong.example/e | ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	var files []string
	for _, a := range p.Attachments {
		files = append(files, a.Name)
	}
	if d := cmp.Diff([]string{"Tăng", "Biểu số 7", "vb.pdf"}, files); d != "" {
		t.Error(d)
	}
}

func TestLinksOfALocalFileStayAsWritten(t *testing.T) {
	for _, name := range []string{"trang/a.html", `C:\trang\a.html`, "/tmp/x/a.html"} {
		p, err := Read(Input{URL: name, Body: []byte("<p>x <a href='b.html'>b</a>"), Registry: registry(t)})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Links) != 1 || p.Links[0].URL != "b.html" {
			t.Errorf("%s: %v", name, p.Links)
		}
	}
}

func TestManyLinksAreBounded(t *testing.T) {
	var b strings.Builder
	for i := range maxLinks + 500 {
		b.WriteString("<a href=/x" + strings.Repeat("y", i%300) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + ">l</a>")
	}
	p, err := Read(Input{URL: "http://x.example/", Body: []byte(b.String()), Registry: registry(t)})
	if err != nil || len(p.Links) > maxLinks {
		t.Errorf("%d links, %v", len(p.Links), err)
	}
}
