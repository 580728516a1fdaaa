package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/web"
)

func router(t *testing.T, s web.Service) http.Handler {
	t.Helper()
	pages, err := web.New(s)
	if err != nil {
		t.Fatal(err)
	}
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(web.Headers)
	pages.Register(r)
	r.NoRoute(pages.NotFound)
	return r
}

// get asks for a page and parses it.
func get(t *testing.T, h http.Handler, address string) (*httptest.ResponseRecorder, *goquery.Document) {
	t.Helper()
	address, _, _ = strings.Cut(address, "#")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
	page, err := goquery.NewDocumentFromReader(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return w, page
}

// text is the words of a part of a page, blanks collapsed.
func text(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func mustHold(t *testing.T, where, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%s lacks %q:\n%s", where, w, got)
		}
	}
}

func TestStartPage(t *testing.T) {
	w, page := get(t, router(t, searchtest.Open(t)), "/")
	if w.Code != http.StatusOK || page.Find("form input[name=q]").Length() != 1 || page.Find(".examples a").Length() == 0 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	mustHold(t, "start page", text(page.Find("main")), "3 bài viết", "3 văn bản (1 có bài công bố)", "chụp lần cuối lúc 08:30 01/04/2022")
	inline := page.Find("script").FilterFunction(func(_ int, s *goquery.Selection) bool { return s.AttrOr("src", "") == "" })
	if inline.Length() > 0 || !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'; script-src 'self';") {
		t.Error("the page has a script inside or no policy")
	}
}

func TestNumberLeadsToItsSentence(t *testing.T) {
	h := router(t, searchtest.Open(t))
	_, page := get(t, h, "/tim?q=613+kh+ubnd")
	mustHold(t, "reading", text(page.Find(".read")), "loại: Kế hoạch", "số: 613")
	first := page.Find(".found li").First()
	mustHold(t, "look-up", text(first), "Kế hoạch 613/KH-UBND · ngày 06/12/2019 · UBND tỉnh Đồng Nam",
		"được nhắc đến, chưa có văn bản", searchtest.WasteTitle, "tan-khe")
	if got := first.Find("mark").Text(); !strings.Contains(got, "613/KH-UBND") {
		t.Errorf("marked %q", got)
	}
	href, _ := first.Find("h3 a").Attr("href")
	_, place, _ := strings.Cut(href, "#")
	w, article := get(t, h, href)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d", href, w.Code)
	}
	fact := article.Find("#" + place)
	mustHold(t, "the marked place", fact.Text(), "613/KH-UBND")
	doc, _ := fact.Attr("href")
	_, document := get(t, h, doc)
	mustHold(t, "document page", text(document.Find("main")), "Kế hoạch 613/KH-UBND", "06/12/2019", "UBND tỉnh Đồng Nam",
		"kho chưa có văn bản", searchtest.WasteTitle)
}

func TestArticlePageShowsItsFacts(t *testing.T) {
	h := router(t, searchtest.Open(t))
	_, results := get(t, h, "/tim?q=ke+hoach+52")
	href, _ := results.Find(".found h3 a").Attr("href")
	_, page := get(t, h, href)
	if got := text(page.Find("h1")); got != searchtest.PlanTitle {
		t.Errorf("headline %q", got)
	}
	main := text(page.Find("main"))
	mustHold(t, "article page", main, "Trang thông tin điện tử huyện Phước Điền", "đăng 30/03/2022", "Đài Truyền thanh huyện", "1.670 lượt xem",
		"chưa đọc được: bản quét, chưa đọc được", "đã đọc được chữ trong tệp", "Danh mục công trình",
		"08:30 01/04/2022", strings.Repeat("5a", 32), "tracuu-20220401T013000Z-00001.warc.gz, vị trí 0")
	mustHold(t, "relations", text(page.Find("#quan-he")), "Kế hoạch 52/KH-UBND thực hiện Kế hoạch 68-KH/HU")
	mustHold(t, "targets", text(page.Find("#chi-tieu")), "≥ 70 %", "2022", "nhóm chỉ tiêu: Tổ chức đảng, đoàn thể được xếp loại · địa bàn: thị trấn Phước Điền")
	mustHold(t, "assignments", text(page.Find("#nhiem-vu")), "Phòng Tài nguyên và Môi trường", "phối hợp với: Hội Liên hiệp Phụ nữ huyện", "30/06/2022")
	mustHold(t, "mentions", text(page.Find("#van-ban")), "công bố", "nhắc đến", "Kế hoạch 52/KH-UBND")
	inFile, _ := page.Find("#tep a[href^='/bai-viet/']").Attr("href")
	_, file := get(t, h, inFile)
	mustHold(t, "document in a file", text(file.Find("main")), "Căn cứ Luật Xây dựng;", "Người kýTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn Mẫu", "Mục lục (2 mục)", "Điều 1. Phê duyệt danh mục")
	plan, _ := page.Find("#van-ban a.num").First().Attr("href")
	_, document := get(t, h, plan)
	mustHold(t, "targets of the plan", text(document.Find("#chi-tieu")), "≥ 70 %", "địa bàn: thị trấn Phước Điền")
	mustHold(t, "assignments of the plan", text(document.Find("#nhiem-vu")), "phối hợp với: Hội Liên hiệp Phụ nữ huyện")
	note := text(page.Find("#bai a.so .note").First())
	mustHold(t, "note of a number", note, "Kế hoạch 52/KH-UBND · ngày 18/03/2022 · UBND huyện Phước Điền", "Quy tắc mau, độ tin 90 %")
	mustHold(t, "legend", text(page.Find(".legend")), "số, ký hiệu văn bản (2)", "chỉ tiêu (1)", "nhiệm vụ giao (1)")
	page.Find("nav.tabs a").Each(func(_ int, a *goquery.Selection) {
		target, _ := a.Attr("href")
		if page.Find(target).Length() != 1 {
			t.Errorf("tab to %s leads nowhere", target)
		}
	})
}

func TestOutsideTextIsEscaped(t *testing.T) {
	h := router(t, searchtest.Open(t))
	w, results := get(t, h, "/tim?q="+url.QueryEscape(`hop giao ban "><script>alert(2)</script>`))
	article, _ := results.Find(".hits h3 a").First().Attr("href")
	if !strings.HasPrefix(article, "/bai-viet/") {
		t.Fatalf("no hit: %s", w.Body)
	}
	a, page := get(t, h, article)
	for _, body := range []string{w.Body.String(), a.Body.String()} {
		for _, bad := range []string{"<script>", "<img", "<b>tệp", `href="javascript:`} {
			if strings.Contains(body, bad) {
				t.Errorf("the page carries %s", bad)
			}
		}
	}
	if got := text(page.Find("h1")); got != searchtest.HostileTitle {
		t.Errorf("headline %q", got)
	}
}

func TestNothingFoundSaysWhatWeHold(t *testing.T) {
	w, page := get(t, router(t, searchtest.Open(t)), "/tim?q=zzzqqq")
	if w.Code != http.StatusOK {
		t.Errorf("status %d", w.Code)
	}
	got := text(page.Find("main"))
	mustHold(t, "no-hit page", got, "Kho chưa có kết quả cho “zzzqqq”", "3 bài viết")
	if strings.Contains(got, "không tồn tại") {
		t.Error("absence is dressed up as proof")
	}
}

func TestErrorPages(t *testing.T) {
	h := router(t, searchtest.Open(t))
	for address, status := range map[string]int{
		"/none": 404, "/bai-viet/none": 404, "/van-ban/none": 404, "/static/none": 404, "/static/..%2fweb.go": 404,
		"/tim?q=a&limit=1000": 400, "/tim?q=%00": 400, "/tim?q=%ff": 400, "/tim": 303,
	} {
		w, _ := get(t, h, address)
		if w.Code != status {
			t.Errorf("%s: %d, want %d", address, w.Code, status)
		}
	}
}

// broken panics whatever it is asked.
type broken struct{ web.Service }

func (broken) Overview(context.Context) (search.Overview, error) { panic("lỗi lạ") }

func TestPanicIsAPage(t *testing.T) {
	w, page := get(t, router(t, broken{}), "/")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "lỗi lạ") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	mustHold(t, "error page", text(page.Find("main")), "Máy chủ gặp lỗi")
}

func TestStylesAreCached(t *testing.T) {
	h := router(t, broken{})
	w, _ := get(t, h, "/static/tracuu.css")
	tag := w.Header().Get("ETag")
	if w.Code != http.StatusOK || tag == "" || w.Header().Get("Content-Type") != "text/css; charset=utf-8" {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/static/tracuu.css", nil)
	r.Header.Set("If-None-Match", tag)
	again := httptest.NewRecorder()
	h.ServeHTTP(again, r)
	if again.Code != http.StatusNotModified {
		t.Errorf("status %d with the same tag", again.Code)
	}
}

func TestResultsTellOfFormerUnits(t *testing.T) {
	h := router(t, searchtest.Open(t))
	_, page := get(t, h, "/tim?limit=1&q="+url.QueryEscape("rác thải nhựa xã Nâm Nung"))
	mustHold(t, "results", text(page.Find("main")),
		"xã Nâm Nung, tỉnh Lâm Đồng có từ ngày 01/7/2025; trước đó là huyện Krông Nô, tỉnh Đắk Nông",
		"Theo tên trước 01/7/2025: huyện Krông Nô, tỉnh Đắk Nông")
	_, page = get(t, h, "/tim?q="+url.QueryEscape("huyện Krông Nô"))
	mustHold(t, "results", text(page.Find("main")), "huyện Krông Nô, tỉnh Đắk Nông kết thúc hoạt động ngày 30/6/2025; nay thuộc", "xã Nâm Nung, tỉnh Lâm Đồng")
}

// TestAddressByNumber: a document has an address that can be typed from its
// number; one that may mean several leads to the list of them.
func TestAddressByNumber(t *testing.T) {
	h := router(t, searchtest.Open(t))
	for address, want := range map[string]string{
		"/vb/613-KH-UBND":                         "/vb/613-KH-UBND/2019/ubnd-tinh-dong-nam",
		"/vb/613-KH-UBND/2019":                    "/vb/613-KH-UBND/2019/ubnd-tinh-dong-nam",
		"/vb/613-KH-UBND/2019?lang=en":            "/vb/613-KH-UBND/2019/ubnd-tinh-dong-nam?lang=en",
		"/vb/613-KH-UBND/1999":                    "/tim?q=613-KH-UBND+1999",
		"/vb/khong-co":                            "/tim?q=khong-co",
		"/vb/613-KH-UBND/2019/ubnd-tinh-nao-khac": "/tim?q=613-KH-UBND+2019+ubnd+tinh+nao+khac",
	} {
		w, _ := get(t, h, address)
		if got := w.Header().Get("Location"); w.Code != http.StatusFound || got != want {
			t.Errorf("%s: %d %q, want %q", address, w.Code, got, want)
		}
	}
	for _, address := range []string{"/vb/613-KH-UBND/2019/ubnd-tinh-dong-nam", "/van-ban/613_kh-ubnd.2019.ubnd-tinh-dong-nam"} {
		w, page := get(t, h, address)
		if got := page.Find("link[rel=canonical]").AttrOr("href", ""); w.Code != http.StatusOK || got != "/vb/613-KH-UBND/2019/ubnd-tinh-dong-nam" {
			t.Errorf("%s: %d, canonical %q", address, w.Code, got)
		}
	}
}

func TestDocumentPageTellsHowItIsCited(t *testing.T) {
	h := router(t, searchtest.Open(t))
	_, page := get(t, h, "/van-ban/613_kh-ubnd.2019.ubnd-tinh-dong-nam")
	const want = "Kế hoạch số 613/KH-UBND ngày 06/12/2019 của UBND tỉnh Đồng Nam"
	if got := text(page.Find("#trich-dan")); got != want || page.Find("button[data-copy]").AttrOr("data-copy", "") != want {
		t.Errorf("%q", got)
	}
}

func TestFeeds(t *testing.T) {
	h := router(t, searchtest.Open(t))
	for path, want := range map[string][2]string{
		"/tim.atom": {"application/atom+xml; charset=utf-8", "<feed xmlns=\"http://www.w3.org/2005/Atom\">"},
		"/tim.rss":  {"application/rss+xml; charset=utf-8", "<rss version=\"2.0\""},
		"/tim.json": {"application/feed+json; charset=utf-8", "https://jsonfeed.org/version/1"},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path+"?q=chong+rac+thai+nhua", nil))
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != want[0] {
			t.Errorf("%s: %d %s", path, w.Code, w.Header().Get("Content-Type"))
		}
		mustHold(t, path, w.Body.String(), want[1], searchtest.WasteTitle, "http://example.com/bai-viet/")
	}
	if w, _ := get(t, h, "/tim.atom?q=x&limit=-1"); w.Code != http.StatusBadRequest {
		t.Errorf("a bad limit: %d", w.Code)
	}
	_, page := get(t, h, "/tim?q=chong+rac+thai+nhua")
	if href := page.Find("link[rel=alternate][type]").AttrOr("href", ""); href != "/tim.atom?q=chong+rac+thai+nhua" {
		t.Errorf("the page leads to the feed %q", href)
	}
}
