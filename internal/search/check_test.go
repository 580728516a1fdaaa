package search_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/extract"
	"tracuu/internal/extract/agency"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// told is what the authored portal of the province says, an article a line:
// title | text.
const told = `
Kế hoạch 52/KH-UBND về chuyển đổi số năm 2022 | Ngày 18/3/2022, UBND tỉnh Đồng Nam ban hành Kế hoạch số 52/KH-UBND về chuyển đổi số và phát triển kinh tế số năm 2022, thực hiện Chỉ thị số 05-CT/TU ngày 10/01/2021 của Ban Thường vụ Tỉnh ủy Đồng Nam.
Quyết định 10/2023/QĐ-UBND về mức thu phí | Ngày 05/4/2023, UBND tỉnh Đồng Nam ban hành Quyết định số 10/2023/QĐ-UBND thay thế Quyết định số 45/2018/QĐ-UBND ngày 02/7/2018 của UBND tỉnh Đồng Nam.
Hai kế hoạch cùng số | Thực hiện Kế hoạch số 77/KH-UBND ngày 02/3/2021 của UBND huyện Tân Khê và Kế hoạch số 77/KH-UBND ngày 09/8/2021 của UBND huyện Phước Điền.`

// checker is the service over what was told.
func checker(t *testing.T) *search.Service {
	t.Helper()
	dir := t.TempDir()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for i, line := range strings.Split(strings.TrimSpace(told), "\n") {
		title, body, _ := strings.Cut(line, " | ")
		url := fmt.Sprintf("https://dong-nam.gov.vn/%d", i)
		a := &model.Article{
			ID: model.ArticleID(url), URL: url, Portal: "dong-nam", Kind: model.KindArticle, Place: "tỉnh Đồng Nam",
			Title: title, Text: title + "\n" + body, BodyStart: len(title) + 1,
		}
		a.Facts = extract.Facts(extract.Text{
			Text: a.Text, BodyStart: a.BodyStart, Place: agency.Context{Place: "tỉnh Đồng Nam", Province: "tỉnh Đồng Nam"}, Publisher: "UBND tỉnh Đồng Nam",
		})
		task := store.Task{Link: store.Link{Key: url, URL: url, Host: "dong-nam.gov.vn", Kind: store.TaskPage}}
		if err := s.Commit(t.Context(), store.Visit{Task: task, Outcome: store.Outcome{State: store.Done}, Article: a}); err != nil {
			t.Fatal(err)
		}
	}
	return search.New(s, nil, nil)
}

func TestCheckTellsHowNumbersStand(t *testing.T) {
	s := checker(t)
	for _, tt := range []struct {
		text     string
		verdict  search.Verdict
		document string // id begins so
	}{
		{"Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND tỉnh Đồng Nam", search.VerdictHeld, "52_kh-ubnd.2022"},
		{"theo\x00KH số\x0052/KH-UBND\x00năm 2022", search.VerdictHeld, "52_kh-ubnd.2022"},
		{"theo KH 52 / KH – UBND năm 2022", search.VerdictHeld, "52_kh-ubnd.2022"},
		{"Chỉ thị số 05-CT/TU ngày 10/01/2021 của Tỉnh ủy Đồng Nam", search.VerdictCited, "5-ct_tu.2021"},
		{"Căn cứ Quyết định số 45/2018/QĐ-UBND ngày 02/7/2018 của UBND tỉnh Đồng Nam", search.VerdictSuperseded, "45_2018_qd-ubnd.2018"},
		{"Kế hoạch số 52/KH-UBND ngày 18/3/2021 của UBND tỉnh Đồng Nam", search.VerdictWrongYear, "52_kh-ubnd.2022"},
		{"Kế hoạch số 52/KH-UBND ngày 20/5/2019 của UBND tỉnh Đồng Nam về chuyển đổi số năm 2022", search.VerdictWrongYear, "52_kh-ubnd.2022"},
		{"Kế hoạch số 52/KH-UBND ngày 20/5/2019 của UBND tỉnh Đồng Nam về phòng chống hạn mặn", search.VerdictUnknown, ""},
		{"Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Tân Khê", search.VerdictUnknown, ""},
		{"Kế hoạch số 9999/KH-UBND", search.VerdictUnknown, ""},
		{"Kế hoạch số 77/KH-UBND năm 2021", search.VerdictAmbiguous, ""},
		{"Kế hoạch số 77/KH-UBND ngày 09/8/2021 của UBND huyện Phước Điền", search.VerdictCited, "77_kh-ubnd.2021.ubnd-huyen-phuoc-dien"},
	} {
		got, err := s.Check(t.Context(), tt.text)
		if err != nil || len(got.Numbers) != 1 {
			t.Errorf("%s: %v, %v", tt.text, got.Numbers, err)
			continue
		}
		n := got.Numbers[0]
		id := ""
		if n.Document != nil {
			id = n.Document.ID
		}
		if n.Verdict != tt.verdict || !strings.HasPrefix(id, tt.document) || tt.document == "" && id != "" || n.Message == "" || got.Counts[tt.verdict] != 1 {
			t.Errorf("%s:\n%s %s %q %v", tt.text, n.Verdict, id, n.Message, n.Candidates)
		}
		if got.Text[n.Start:n.End] != n.Quote {
			t.Errorf("%s: the quote %q does not stand at %d", tt.text, n.Quote, n.Start)
		}
		if (n.Verdict == search.VerdictAmbiguous) != (len(n.Candidates) > 1) || (n.Verdict == search.VerdictSuperseded) != (len(n.Standing) > 0) {
			t.Errorf("%s: candidates %v, standing %v", tt.text, n.Candidates, n.Standing)
		}
	}
}

func TestCheckIsBounded(t *testing.T) {
	s := checker(t)
	for name, text := range map[string]string{
		"too long": strings.Repeat("a", search.MaxCheck+1), "not UTF-8": "\xff",
	} {
		var field *search.FieldError
		if _, err := s.Check(t.Context(), text); !errors.As(err, &field) || field.Field != "text" {
			t.Errorf("%s: %v", name, err)
		}
	}
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, "Kế hoạch số %d/KH-UBND; ", i+1)
	}
	got, err := s.Check(t.Context(), b.String())
	if err != nil || !got.More || len(got.Numbers) != 200 {
		t.Errorf("500 numbers: %d, more %v, %v", len(got.Numbers), got.More, err)
	}
	if got, err := s.Check(t.Context(), ""); err != nil || got.Numbers == nil || got.More {
		t.Errorf("nothing: %+v, %v", got, err)
	}
	for name, text := range map[string]string{
		"parentheses": strings.Repeat("(", 90_000), "digits": strings.Repeat("1/", 45_000), "numbers": strings.Repeat("1/KH-UBND,", 9_000),
	} {
		if _, err := s.Check(t.Context(), text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
