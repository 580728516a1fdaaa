package searchtest

import (
	"strings"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// Titles of the authored articles.
const (
	PlanTitle    = "Triển khai Kế hoạch số 68-KH/HU về chọn thị trấn Phước Điền làm điểm chỉ đạo toàn diện"
	WasteTitle   = "Phát động phong trào Chống rác thải nhựa trên địa bàn huyện Tân Khê"
	HostileTitle = `<script>alert("xin chào")</script> & “ngoặc kép” về họp giao ban`
)

func articles() []*model.Article {
	return []*model.Article{planArticle(), wasteArticle(), hostileArticle(), fileArticle()}
}

func article(portal, slug, title, body string) *model.Article {
	url := "https://" + portal + ".gov.vn/tin-tuc/" + slug
	return &model.Article{
		ID: model.ArticleID(url), URL: url, Portal: portal, Family: "mau", Kind: model.KindArticle,
		Title: title, Text: title + "\n" + body, BodyStart: len(title) + 1,
	}
}

func planArticle() *model.Article {
	a := article("phuoc-dien", "ke-hoach-52", PlanTitle,
		"Ngày 18/3/2022, UBND huyện Phước Điền ban hành Kế hoạch số 52/KH-UBND để thực hiện Kế hoạch số 68-KH/HU ngày 25/01/2022 của Ban Thường vụ Huyện ủy.\n"+
			"- Phấn đấu cuối năm 2022 có ít nhất 70% tổ chức hội hoàn thành xuất sắc nhiệm vụ.\n"+
			"- Giao Phòng Tài nguyên và Môi trường thu gom rác, hoàn thành trước ngày 30/6/2022.\n"+
			"- Cách làm học theo huyện Krông Nô.")
	a.Published, a.Author, a.Views = day(2022, 3, 30), "Đài Truyền thanh huyện", 1670
	a.Place, a.Issuer = "huyện Phước Điền", "UBND huyện Phước Điền"
	mention(a, "Kế hoạch số 52/KH-UBND", day(2022, 3, 18), "UBND huyện Phước Điền", model.Announced)
	mention(a, "Kế hoạch số 68-KH/HU ngày 25/01/2022", day(2022, 1, 25), "Ban Thường vụ Huyện ủy Phước Điền", model.Cited)
	a.Dates = []model.DateFact{{Evidence: evidence(a, "18/3/2022"), From: day(2022, 3, 18), To: day(2022, 3, 18)}}
	share := 70.0
	a.Targets = []model.Target{{
		Evidence:  evidence(a, "ít nhất 70% tổ chức hội hoàn thành xuất sắc nhiệm vụ"),
		Indicator: "tổ chức hội hoàn thành xuất sắc nhiệm vụ", Op: model.AtLeast, Value: &share, Unit: "%", Due: "2022",
		Family: "party_strong", Quantity: "share", Factor: 0.01, Place: "thị trấn Phước Điền",
	}}
	a.Assignments = []model.Assignment{{
		Evidence: evidence(a, "Giao Phòng Tài nguyên và Môi trường thu gom rác, hoàn thành trước ngày 30/6/2022"),
		Agency:   "Phòng Tài nguyên và Môi trường", Task: "thu gom rác", Due: day(2022, 6, 30),
		Partners: []string{"Hội Liên hiệp Phụ nữ huyện"},
	}}
	a.Relations = []model.Relation{{
		Evidence: evidence(a, "52/KH-UBND để thực hiện Kế hoạch số 68-KH/HU"), Type: model.Implements, From: 0, To: 1,
	}}
	a.Attachments = []model.Attachment{
		{URL: "https://phuoc-dien.gov.vn/files/52.pdf", Name: "52-KH-UBND.pdf", MediaType: "application/pdf", State: model.Unread, Reason: "bản quét, chưa đọc được"},
		{URL: "https://phuoc-dien.gov.vn/files/phu-luc.docx", Name: "Phụ lục", State: model.Read, Text: "Danh mục công trình thoát nước đô thị."},
	}
	return a
}

// fileArticle is the official document in the second file of the plan.
func fileArticle() *model.Article {
	title := "QUYẾT ĐỊNH Phê duyệt danh mục công trình"
	a := article("phuoc-dien", "", title, "Căn cứ Luật Xây dựng;\nĐiều 1. Phê duyệt danh mục\nĐiều 2. Hiệu lực./.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu")
	a.URL, a.Kind = "https://phuoc-dien.gov.vn/files/phu-luc.docx", model.KindFile
	a.ID = model.ArticleID(a.URL)
	return a
}

func wasteArticle() *model.Article {
	a := article("tan-khe", "rac-thai-nhua", WasteTitle,
		"Thực hiện Kế hoạch số 613/KH-UBND ngày 06/12/2019 của UBND tỉnh Đồng Nam, huyện Tân Khê phát động phong trào thu gom rác thải nhựa, túi ni lông dùng một lần.")
	a.Published, a.Place = day(2020, 6, 5), "huyện Tân Khê"
	mention(a, "Kế hoạch số 613/KH-UBND ngày 06/12/2019", day(2019, 12, 6), "UBND tỉnh Đồng Nam", model.Cited)
	return a
}

func hostileArticle() *model.Article {
	a := article("tan-khe", "hop-giao-ban", HostileTitle,
		`Nội dung họp giao ban <img src=x onerror=alert(1)> của văn phòng; xem {{.Title}} và "liên kết".`)
	a.Attachments = []model.Attachment{{URL: "javascript:alert(1)", Name: "<b>tệp</b>", State: model.Unfetched}}
	return a
}

func day(y int, m time.Month, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }

// evidence points at the first place of quote in the body.
func evidence(a *model.Article, quote string) model.Evidence {
	start := a.BodyStart + strings.Index(a.Body(), quote)
	return model.Evidence{
		Quote: quote, Span: model.Span{Start: start, End: start + len(quote)}, Rule: "mau", Confidence: 0.9,
	}
}

func mention(a *model.Article, quote string, issued model.Date, issuer string, role model.Role) {
	number, err := docnum.Parse(quote)
	if err != nil { // shows in every test as a document without a name
		number = model.DocNumber{No: quote, Canonical: quote}
	}
	a.Mentions = append(a.Mentions, model.Mention{
		Evidence: evidence(a, quote), Number: number, Issued: issued, Issuer: issuer, Role: role,
	})
}
