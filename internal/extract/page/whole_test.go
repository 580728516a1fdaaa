package page

import (
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/model"
)

const (
	menu  = "<div>Trang chủ</div><div>Văn bản mới: Quyết định số 9/QĐ-UBND</div>"
	prose = "<p>Sáng 12/5, UBND huyện tổ chức hội nghị triển khai Kế hoạch số 77/KH-UBND về cải cách hành chính năm 2021 tới toàn thể cán bộ chủ chốt.</p>"
)

// repeatedIn counts the lines of a site's pages as the crawler does.
func repeatedIn(t *testing.T, pages []string) func(uint64) bool {
	t.Helper()
	counts := map[uint64]int{}
	for _, markup := range pages {
		p, err := Read(Input{URL: "http://x.example/", Body: []byte(markup), Registry: registry(t)})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range p.Lines {
			counts[h]++
		}
	}
	return func(h uint64) bool { return counts[h]*100 > 30*len(pages) }
}

func TestRepeatedLinesGoAndDaysStay(t *testing.T) {
	var pages []string
	for i := range 10 {
		pages = append(pages, fmt.Sprintf("<title>Cổng huyện</title>%s<b>Tin số %d</b><div>12/05/2021</div>%s<div>Bản quyền thuộc UBND huyện</div>", menu, i, strings.Replace(prose, "77", fmt.Sprint(70+i), 1)))
	}
	p, err := Read(Input{URL: "http://x.example/", Body: []byte(pages[3]), Registry: registry(t), Repeated: repeatedIn(t, pages)})
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"Trang chủ", "9/QĐ-UBND", "Bản quyền"} {
		if strings.Contains(p.Text, gone) {
			t.Errorf("text keeps %q", gone)
		}
	}
	for _, kept := range []string{"Tin số 3", "73/KH-UBND"} {
		if !strings.Contains(p.Text, kept) {
			t.Errorf("text lost %q", kept)
		}
	}
	if p.Title != "Tin số 3" || p.Published.String() != "2021-05-12" {
		t.Errorf("title %q, posted %s", p.Title, p.Published)
	}
}

func TestWhole(t *testing.T) {
	tests := []struct {
		name, markup, title, published string
		kind                           model.Kind
		without                        string
	}{
		{"heading and day", "<title>Site</title>" + menu + "<h1>Hội nghị</h1><p>Thứ tư, 12/05/2021 08:30</p>" + prose, "Hội nghị", "2021-05-12", model.KindArticle, "Trang chủ"},
		{"day above", "<p>Ngày đăng: 12-05-2021</p><h1>Hội nghị</h1>" + prose, "Hội nghị", "2021-05-12", model.KindArticle, ""},
		{"time element", "<h1>Hội nghị</h1><time datetime='2021-05-12T01:00:00+07:00'>hôm qua</time>" + prose, "Hội nghị", "2021-05-12", model.KindArticle, ""},
		{"a day of the body is not posted", "<h1>Hội nghị</h1>" + prose, "Hội nghị", "", model.KindArticle, ""},
		{"title without the site", "<title>Hội nghị cải cách hành chính | Huyện X</title>" + prose, "Hội nghị cải cách hành chính", "", model.KindArticle, ""},
		{"described by itself", "<meta property='og:title' content='Hội nghị'><title>Huyện X</title>" + prose, "Hội nghị", "", model.KindArticle, ""},
		{"hidden list", "<h1>Hội nghị</h1><div style='display:none'>Nghị định số 1/2020/NĐ-CP</div>" + prose, "Hội nghị", "", model.KindArticle, "NĐ-CP"},
		{"unclosed toolbar", "<div id=wm-ipp style='display:none'><div id=wm-ipp-inside>9 captures 01/02/2019</div><h1>Hội nghị</h1>" + prose, "Hội nghị", "", model.KindArticle, "captures"},
		{"links", "<h1>Tin</h1>" + strings.Repeat("<div><a href=x>Một đầu đề khá dài của một tin</a></div>", 9), "Tin", "", model.KindList, ""},
		{"days under links", "<h2>Tin</h2>" + strings.Repeat("<h3><a href=x>Đầu đề</a></h3><i>12/05/2021</i>"+prose, 3), "Tin", "", model.KindList, ""},
		{"error", "<h1>Lỗi</h1><p>Trang đang được cập nhật</p>", "Lỗi", "", model.KindOther, ""},
		{"empty", "", "", "", model.KindOther, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Read(Input{URL: "http://x.example/tin", MediaType: "text/html", Body: []byte(tt.markup), Registry: registry(t)})
			if err != nil {
				t.Fatal(err)
			}
			lawsHold(t, p)
			if p.Title != tt.title || p.Published.String() != tt.published || p.Kind != tt.kind {
				t.Errorf("got %q %s %s, want %q %s %s", p.Title, p.Published, p.Kind, tt.title, tt.published, tt.kind)
			}
			if tt.without != "" && strings.Contains(p.Text, tt.without) {
				t.Errorf("text keeps %q: %q", tt.without, p.Text)
			}
			if strings.Contains(tt.markup, prose) && !strings.Contains(p.Text, "77/KH-UBND") {
				t.Errorf("text lost its body: %q", p.Text)
			}
		})
	}
}
