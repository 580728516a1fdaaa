package web_test

import (
	"net/http"
	"strings"
	"testing"

	"tracuu/internal/search/searchtest"
)

func TestTables(t *testing.T) {
	h := router(t, searchtest.Open(t))
	for path, want := range map[string][]string{
		"/chi-tieu":                            {"tổ chức hội hoàn thành xuất sắc nhiệm vụ", "≥ 70 %", "2022", "Kế hoạch 52/KH-UBND", "1 dòng"},
		"/chi-tieu?unit=%25&value=%3E%3D50":    {"≥ 70 %", "Đơn vị: %", "Giá trị: ≥ 50"},
		"/chi-tieu?unit=%25&value=%3E%3D80":    {"Không có dòng nào hợp với bộ lọc", "Bỏ hết bộ lọc"},
		"/nhiem-vu?agency=tai+nguyen":          {"Phòng Tài nguyên và Môi trường", "thu gom rác", "30/06/2022", "Cơ quan được giao: tai nguyen"},
		"/con-thieu":                           {"Kế hoạch 613/KH-UBND", "Kế hoạch 68-KH/HU"},
		"/con-thieu?type=KH&lang=en":           {"Missing documents", "Type: Kế hoạch", "Cited by"},
		"/chi-tieu?lang=en&sort=-value&limit=": {"Targets in documents", "1 row"},
	} {
		w, page := get(t, h, path)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
		main := text(page.Find("main"))
		mustHold(t, path, main, want...)
		for _, key := range []string{"table.", "tools.", "missing."} {
			if strings.Contains(main, key) {
				t.Errorf("%s says a key of the catalogue: %s", path, main)
			}
		}
	}
}

// TestTablesKeepTheirQuestion: each link changes one thing of what was asked.
func TestTablesKeepTheirQuestion(t *testing.T) {
	h := router(t, searchtest.Open(t))
	_, page := get(t, h, "/chi-tieu?unit=%25&value=%3E%3D50&sort=value")
	for i, want := range []string{"sort=value&value=%3E%3D50", "sort=value&unit=%25"} {
		if got, _ := page.Find(".chips a").Eq(i).Attr("href"); got != "/chi-tieu?"+want {
			t.Errorf("link %d: %s", i, got)
		}
	}
	if got := page.Find("#loc-value").AttrOr("value", ""); got != ">=50" {
		t.Errorf("the form holds %q", got)
	}
	if got, _ := page.Find(`.tools a[href*="format=xlsx"]`).Attr("href"); got != "/api/v1/targets?format=xlsx&sort=value&unit=%25&value=%3E%3D50" {
		t.Errorf("export: %s", got)
	}
	row, _ := page.Find("td.wide a").Attr("href")
	_, place, _ := strings.Cut(row, "#")
	if _, article := get(t, h, row); article.Find("#"+place).Length() != 1 {
		t.Errorf("%s leads to no sentence", row)
	}
}

func TestTablesSayWhatTheyCannotRead(t *testing.T) {
	h := router(t, searchtest.Open(t))
	for path, want := range map[string]string{
		"/chi-tieu?value=abc":            "Giá trị: ",
		"/nhiem-vu?due=x":                "Thời hạn: ",
		"/con-thieu?type=khong-co":       "Loại văn bản: ",
		"/chi-tieu?sort=x":               "sort: ",
		"/chi-tieu?cursor=x":             "cursor: ",
		"/chi-tieu?indicator=%3Cb%3E%00": "Chỉ tiêu: ",
	} {
		w, page := get(t, h, path)
		got := text(page.Find(`main [role="alert"]`))
		if w.Code != http.StatusBadRequest || !strings.HasPrefix(got, want) || page.Find("form.filters").Length() != 1 {
			t.Errorf("%s: %d %q", path, w.Code, got)
		}
	}
}
