//go:build !race

package journey

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// journeys are what people come for, on copies of real portals.
var journeys = []struct {
	name string
	walk func(p *tabPage)
}{
	{"a cited plan and the article that tells of it", func(p *tabPage) {
		p.ask("613 kh ubnd")
		p.holds(".found li", "Kế hoạch 613/KH-UBND", "được nhắc đến, chưa có văn bản", "Thực hiện Phong trào Chống rác thải nhựa")
		p.follow(".found h3 a")
		if !strings.Contains(p.text(":target"), "613/KH-UBND") {
			p.t.Errorf("%s leads to %q", p.where(), p.text(":target"))
		}
	}},
	{"a directive and what carries it out", func(p *tabPage) {
		p.ask("ct 16 ttg")
		p.holds(".found li", "Chỉ thị 16/CT-TTg", "25/06/2019", "được nhắc đến")
		p.holds(".answers", "Chỉ thị về xây dựng kế hoạch phát triển kinh tế - xã hội và kế hoạch đầu tư công năm 2020")
		p.follow(".found .line a")
		p.holds("#quan-he", "được thực hiện", "theo bài viết", "Chỉ thị 7/CT-UBND")
		p.ask("ct 16 ttg 2019")
		p.holds(".chips", "năm: 2019")
		p.follow(`.chips a[href*="off=year"]`)
		p.holds(".chips .off", "năm: 2019")
		p.holds(".found li", "Chỉ thị 16/CT-TTg")
	}},
	{"a decision by type and number", func(p *tabPage) {
		p.ask("qd 183")
		p.holds(".found li", "Quyết định 183/QĐ-UBND", "30/01/2019", "UBND tỉnh Đắk Nông")
	}},
	{"a pasted number ends another decree", func(p *tabPage) {
		p.ask("58/2019/N\u00d0\u2011CP")
		p.holds(".found li", "Nghị định 58/2019/NĐ-CP")
		p.follow(".found .line a")
		p.holds("h1", "Nghị định 58/2019/NĐ-CP")
		p.holds("#he-qua", "Nghị định 99/2018/NĐ-CP", "hết hiệu lực thi hành kể từ ngày 01/7/2019")
	}},
	{"an urgent telegram and what it carries out", func(p *tabPage) {
		p.ask("chong dich ta lon chau phi")
		p.holds(".answers", "Công điện 34/CĐ-UBND")
		p.open("/vb/34-CD-UBND/2019")
		p.holds("h1", "Công điện 34/CĐ-UBND")
		p.holds("#quan-he", "thực hiện", "2171/UBND-KTN", "639/UBND-NN")
		p.holds("#quan-he svg", "thực hiện", "Công văn 2171/UBND-KTN")
		p.holds("#noi-dung-van-ban", "phòng, chống dịch tả lợn Châu Phi")
	}},
	{"targets of a year in a table", func(p *tabPage) {
		p.open("/chi-tieu")
		p.do(chromedp.SetValue(chromedp.CSS("#loc-unit"), "%"), chromedp.SetValue(chromedp.CSS("#loc-value"), ">=10"), chromedp.SetValue(chromedp.CSS("#loc-issued"), "2019"))
		p.follow("form.filters button")
		p.holds(".chips", "Đơn vị: %", "Giá trị: ≥ 10", "Ngày văn bản")
		sameRows(p)
		p.follow("td.wide a")
		if p.text(":target") == "" {
			p.t.Errorf("%s leads to no sentence", p.where())
		}
	}},
	{"a series of targets from one sentence", func(p *tabPage) {
		p.ask("BHXH tự nguyện")
		p.follow(".hits h3 a")
		p.holds("#chi-tieu", "1 %", "2,5 %", "5 %", "2021", "2025", "2030")
		p.open("/chi-tieu?indicator=BHXH")
		p.holds("table", "1 %", "2021", "2,5 %", "2025", "5 %", "2030", "cùng một câu")
	}},
	{"directives on a topic, followed by feed", func(p *tabPage) {
		p.ask("chỉ thị an ninh mạng")
		p.holds(".hits li", "14/CT-TTg", "an ninh mạng")
		feed := eval[string](p, `document.querySelector("link[type='application/atom+xml']").href`)
		readFeed(p.t, feed, "an ninh mạng")
	}},
	{"when the page said it, and how to prove it", func(p *tabPage) {
		p.ask("613 kh ubnd")
		p.follow(".found h3 a")
		p.holds("#chung-cu", "Chụp lúc", "(giờ Việt Nam)", "SHA-256", "Tệp WARC", "vị trí", "crawler archive verify")
		proof(p)
	}},
	{"what is not held", func(p *tabPage) {
		p.ask(`"zzqxv wkrmt" huyện Krông Nô 2019`)
		p.holds(".nothing", "Kho chưa có kết quả", "Về nơi được hỏi, kho đang giữ", "Trang thông tin điện tử huyện Krông Nô", "năm 2019: ")
		if strings.Contains(p.text("main"), "không tồn tại") {
			p.t.Error("absence is dressed up as proof")
		}
	}},
}

func TestJourneys(t *testing.T) {
	h := realHouse(t)
	for _, j := range journeys {
		t.Run(j.name, func(t *testing.T) {
			t.Parallel()
			j.walk(tab(t, h))
		})
	}
}

// TestJourneysWithoutScript: the same answers on a telephone without JavaScript.
func TestJourneysWithoutScript(t *testing.T) {
	h := realHouse(t)
	for _, j := range journeys {
		t.Run(j.name, func(t *testing.T) {
			t.Parallel()
			p := tab(t, h)
			p.width(390)
			p.withoutScript()
			j.walk(p)
			p.fits()
		})
	}
}

// TestCitationIsCopied presses the button of a document.
func TestCitationIsCopied(t *testing.T) {
	p := tab(t, realHouse(t))
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		command(p, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted})
	}
	p.open("/vb/58-2019-ND-CP/2019/chinh-phu")
	p.do(chromedp.Click(chromedp.CSS("button[data-copy]")))
	p.until(`document.querySelector("button[data-copy]").textContent === "Đã chép"`)
	const want = "Nghị định số 58/2019/NĐ-CP ngày 01/7/2019 của Chính phủ"
	if got := eval[string](p, "navigator.clipboard.readText()"); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}
