package web_test

import (
	"net/http"
	"testing"

	"tracuu/internal/search/searchtest"
)

func TestCoveragePage(t *testing.T) {
	h := router(t, searchtest.Open(t))
	w, page := get(t, h, "/do-phu")
	if w.Code != http.StatusOK {
		t.Fatal(w.Code, w.Body)
	}
	mustHold(t, "coverage", text(page.Find("main")), "Độ phủ của kho", "Trang thông tin điện tử huyện Phước Điền", "từ năm 2022 đến năm 2022", "không có nghĩa là chưa từng ban hành")
	_, start := get(t, h, "/")
	if start.Find(`footer a[href="/do-phu"]`).Length() != 1 {
		t.Error("no link from the foot of a page")
	}
	_, none := get(t, h, "/tim?q=zzzkhongco")
	if none.Find(`main a[href="/do-phu"]`).Length() != 1 {
		t.Error("a page without hits does not lead to what is held")
	}
}
