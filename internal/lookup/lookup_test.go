package lookup_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/lookup"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/store/sqlite"
)

// said is one mention: number, day of issue, issuer; the first of an article
// is announced when held.
type said struct {
	number, issued, issuer string
	held                   bool
}

// tell stores an article with its mentions.
func tell(t *testing.T, s *sqlite.Store, portal, place, title string, mentions ...said) {
	t.Helper()
	url := fmt.Sprintf("https://%s/%s", portal, title)
	a := &model.Article{
		ID: model.ArticleID(url), URL: url, Portal: portal, Place: place, Title: title, Text: title,
		Published: model.Date{Year: 2024, Month: 1, Day: 2},
	}
	for _, m := range mentions {
		number, err := docnum.Parse(m.number)
		if err != nil {
			t.Fatal(err)
		}
		issued, err := model.ParseDate(m.issued)
		if err != nil {
			t.Fatal(err)
		}
		role := model.Cited
		if m.held {
			role = model.Announced
		}
		a.Mentions = append(a.Mentions, model.Mention{Number: number, Issued: issued, Issuer: m.issuer, Role: role})
	}
	if err := s.PutArticle(t.Context(), a, ""); err != nil {
		t.Fatal(err)
	}
}

func sample(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	tell(t, s, "canglong", "huyện Càng Long", "Kế hoạch xây dựng thị trấn",
		said{"52/KH-UBND", "2022-03-18", "UBND huyện Càng Long", true}, said{"68-KH/HU", "2022-01-25", "Huyện ủy Càng Long", false})
	tell(t, s, "krongno", "huyện Krông Nô", "Kế hoạch trồng rừng",
		said{"52/KH-UBND", "2022-05-01", "UBND huyện Krông Nô", true}, said{"52/KH-UBND", "2021-05-01", "UBND huyện Krông Nô", false})
	tell(t, s, "krongno", "huyện Krông Nô", "Thực hiện phong trào chống rác thải nhựa",
		said{"613/KH-UBND", "", "", false}, said{"183/QĐ-UBND", "2021-02-03", "UBND tỉnh Đắk Nông", false})
	tell(t, s, "dakrlap", "huyện Đắk R'lấp", "Phòng dịch",
		said{"183/KH-UBND", "2020-02-03", "UBND huyện Đắk R'lấp", false}, said{"16/CT-TTg", "2020-03-27", "Thủ tướng Chính phủ", false},
		said{"58/2019/NĐ-CP", "", "Chính phủ", false}, said{"16/NQ-HĐND", "2026-01-05", "HĐND tỉnh Đắk Nông", false},
		said{"16/2026/NQ-HĐND", "", "HĐND tỉnh Đắk Nông", false}, said{"3637/UBND-VX", "2022-07-20", "UBND tỉnh Bình Dương", false},
		said{"52/KH-UBND", "2023-05-01", "", false})
	return s
}

func TestFind(t *testing.T) {
	const (
		cang  = "52_kh-ubnd.2022.ubnd-huyen-cang-long"
		krong = "52_kh-ubnd.2022.ubnd-huyen-krong-no"
		old   = "52_kh-ubnd.2021.ubnd-huyen-krong-no"
		rlap  = "52_kh-ubnd.2023."
	)
	s := sample(t)
	tests := []struct {
		typed  string
		want   []string // the first answers, in order
		reason string   // of the first
	}{
		{"kh 52 2022 cang long", []string{cang, krong}, "khớp số, loại, năm và cơ quan ban hành; năm suy từ ngày ban hành"},
		{"52 khubnd krong no 2021", []string{old}, "khớp số, ký hiệu, loại, năm và cơ quan ban hành; năm suy từ ngày ban hành; 1 bài viết nhắc đến"},
		{"Kế hoạch số 52/KH-UBND ngày 18/3/2022", []string{cang, krong}, "khớp số, ký hiệu, loại, năm và ngày ban hành; năm suy từ ngày ban hành"},
		{"52/KH-UBND", []string{cang, krong, rlap, old}, "khớp số, ký hiệu và loại"},
		{"52/KH-UBND dak r'lap", []string{rlap}, "khớp số, ký hiệu và loại; nơi theo bài viết nhắc đến; 1 bài viết nhắc đến"},
		{"kh 52 2019 càng long", []string{cang}, "khớp số, loại và cơ quan ban hành; khác năm (2022)"},
		{"QĐ 52 cang long 2022", []string{cang}, "khớp số, năm và cơ quan ban hành; khác loại (Kế hoạch); năm suy từ ngày ban hành"},
		{"613 kh ubnd", []string{"613_kh-ubnd.."}, "khớp số, ký hiệu và loại; 1 bài viết nhắc đến"},
		{"613/KH-UBND năm 2019", []string{"613_kh-ubnd.."}, "khớp số, ký hiệu và loại; chưa rõ năm ban hành; 1 bài viết nhắc đến"},
		{"ct 16 ttg", []string{"16_ct-ttg.2020.thu-tuong-chinh-phu"}, "khớp số, một phần ký hiệu và loại; 1 bài viết nhắc đến"},
		{"qd 183", []string{"183_qd-ubnd.2021.ubnd-tinh-dak-nong", "183_kh-ubnd.2020.ubnd-huyen-dak-r-lap"}, "khớp số và loại; 1 bài viết nhắc đến"},
		{"58/2019/NÐ\u2011CP", []string{"58_2019_nd-cp.2019.chinh-phu"}, "khớp số, ký hiệu, loại và năm; 1 bài viết nhắc đến"},
		{"16/NQ-HĐND", []string{"16_nq-hdnd.2026.hdnd-tinh-dak-nong", "16_2026_nq-hdnd.2026.hdnd-tinh-dak-nong"}, "khớp số, ký hiệu và loại; 1 bài viết nhắc đến"},
		{"16/2026/NQ-HĐND", []string{"16_2026_nq-hdnd.2026.hdnd-tinh-dak-nong", "16_nq-hdnd.2026.hdnd-tinh-dak-nong"}, "khớp số, ký hiệu, loại và năm; 1 bài viết nhắc đến"},
		{"công văn 3637", []string{"3637_ubnd-vx.2022.ubnd-tinh-binh-duong"}, "khớp số và loại; 1 bài viết nhắc đến"},
		{"3637", []string{"3637_ubnd-vx.2022.ubnd-tinh-binh-duong"}, "khớp số; 1 bài viết nhắc đến"},
		{"99/KH-UBND", nil, ""},
		{"52/KH-UBNND 2022", []string{cang, krong}, "khớp số, loại và năm; năm suy từ ngày ban hành; ký hiệu gần đúng (KH-UBND)"},
		{"183/QĐ-UBMD", []string{"183_qd-ubnd.2021.ubnd-tinh-dak-nong"}, "khớp số và loại; ký hiệu gần đúng (QĐ-UBND); 1 bài viết nhắc đến"},
		{"1B3/QĐ-UBND", []string{"183_qd-ubnd.2021.ubnd-tinh-dak-nong"}, "khớp số, ký hiệu và loại; 1 bài viết nhắc đến"},
		{"61B/KH-UBND", nil, ""}, // no letter for a digit that nothing has
		{`52/KH-UBND nơi:"Càng Long"`, []string{cang}, "khớp số, ký hiệu, loại và cơ quan ban hành"},
		{"52 loại:KH năm:2022", []string{cang, krong}, "khớp số, loại và năm; năm suy từ ngày ban hành"},
		{`16 cơ quan:"Thủ tướng Chính phủ" loại:CT`, []string{"16_ct-ttg.2020.thu-tuong-chinh-phu"}, "khớp số, loại và cơ quan ban hành; 1 bài viết nhắc đến"},
	}
	for _, c := range tests {
		number := query.Read(c.typed, query.Options{}).Number
		if number == nil {
			t.Errorf("%q: no number", c.typed)
			continue
		}
		answers, err := lookup.Find(t.Context(), s, *number)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, a := range answers[:min(len(answers), len(c.want))] {
			ids = append(ids, a.Document.ID)
		}
		if diff := cmp.Diff(c.want, ids); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.typed, diff)
		}
		if len(answers) > 0 && answers[0].Reason != c.reason {
			t.Errorf("%q: reason %q, want %q", c.typed, answers[0].Reason, c.reason)
		}
	}
}

func TestAnswersCarryTheirPlace(t *testing.T) {
	answers, err := lookup.Find(t.Context(), sample(t), query.Number{No: "613"})
	if err != nil || len(answers) != 1 {
		t.Fatalf("answers: %v, %v", answers, err)
	}
	a := answers[0]
	if a.Mention == nil || a.Mention.ArticleTitle != "Thực hiện phong trào chống rác thải nhựa" || a.Document.Status != model.CitedOnly {
		t.Errorf("answer: %+v", a)
	}
}

// TestOffChips: what a chip that is off stands for restricts nothing.
func TestOffChips(t *testing.T) {
	s := sample(t)
	const typed = "kế hoạch 183/KH-UBND năm 2021 càng long"
	for off, want := range map[query.ChipKind]string{
		"":              "183_kh-ubnd.2020.ubnd-huyen-dak-r-lap false",
		query.ChipType:  "183_qd-ubnd.2021.ubnd-tinh-dak-nong true",
		query.ChipYear:  "183_kh-ubnd.2020.ubnd-huyen-dak-r-lap true",
		query.ChipPlace: "183_kh-ubnd.2020.ubnd-huyen-dak-r-lap false",
	} {
		number := query.Read(typed, query.Options{Off: []query.ChipKind{off}}).Number
		answers, err := lookup.Find(t.Context(), s, *number)
		if err != nil || len(answers) == 0 {
			t.Fatalf("off %q: %v, %v", off, answers, err)
		}
		if got := fmt.Sprint(answers[0].Document.ID, " ", answers[0].Fits); got != want {
			t.Errorf("off %q: %s, want %s", off, got, want)
		}
	}
}

// TestCitations: of documents that agree alike, the one that more articles name
// comes first.
func TestCitations(t *testing.T) {
	s := sample(t)
	for _, title := range []string{"Một", "Hai", "Ba"} {
		tell(t, s, "krongno", "huyện Krông Nô", title, said{"77/CT-UBND", "2022-05-01", "UBND huyện Krông Nô", false})
	}
	tell(t, s, "canglong", "huyện Càng Long", "Bốn", said{"77/CT-UBND", "2022-05-01", "UBND huyện Càng Long", false})
	answers, err := lookup.Find(t.Context(), s, *query.Parse("ct 77").Number)
	if err != nil || len(answers) != 2 || answers[0].Citations != 3 || answers[1].Citations != 1 {
		t.Errorf("answers: %+v, %v", answers, err)
	}
}
