package register_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"tracuu/internal/model"
	"tracuu/internal/register"
)

// place is whose registers the tests read.
func place() register.Place {
	return register.Place{Unit: "tỉnh Đồng Nam", Latest: model.Date{Year: 2026, Month: 1, Day: 31}}
}

// read gives a line a row: the document, or why the row is not taken.
func read(t *testing.T, table string) []string {
	t.Helper()
	rows, err := register.NewReader(strings.NewReader(table), place())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprintf("%d: %v", row.Line, row.Fault)
		if e := row.Entry; row.Fault == nil {
			said = fmt.Sprintf("%d: %s %s|%s|%s|%s", row.Line, e.Number.Type, e.Number.Canonical+bare(e.Number), e.Issued, e.Issuer, e.Abstract)
		}
		out = append(out, said)
	}
}

func bare(n model.DocNumber) string {
	if n.Canonical == "" {
		return n.No
	}
	return ""
}

const said = "2: KH 52/KH-UBND|2022-03-18|UBND tỉnh Đồng Nam|Phát triển đô thị"

// TestHeads: one row under head rows in many spellings and forms.
func TestHeads(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Số ký hiệu;Ngày;Trích yếu\r\n52/KH-UBND;18/3/2022;Phát triển đô thị\r\n")
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string]string{
		"names of a database": ",so_ky_hieu,ngay_ban_hanh,trich_yeu,pdf\n0,52/KH-UBND,18/03/2022,Phát triển đô thị,https://dongnam.gov.vn/52.pdf\n",
		"words, semicolons":   "\ufeffSTT;Số/Ký hiệu;Ngày, tháng, năm ban hành;Trích yếu nội dung\r\n1;52/KH-UBND;18-3-2022;Phát triển đô thị\r\n",
		"capitals, tabs, NFD": norm.NFD.String("SỐ KÝ HIỆU VĂN BẢN\tNGÀY BAN HÀNH\tTRÍCH YẾU\n") + "052 /KH - UBND\t2022-03-18T00:00:00\tPhát triển đô thị\n",
		"number in two":       "Số,Ký hiệu,Ngày ký,Tên văn bản\n52,KH-UBND,18/03/2022,Phát triển đô thị\n",
		"agency and type":     "Loại văn bản,Số hiệu,Cơ quan ban hành,Ngày văn bản,Nội dung\nKế hoạch,52/KH-UBND,Ủy ban nhân dân tỉnh,ngày 18 tháng 3 năm 2022,Phát triển đô thị\n",
		"UTF-16":              utf16,
	}
	for name, table := range tables {
		if got := read(t, table); len(got) != 1 || got[0] != said {
			t.Errorf("%s: %q, want %q", name, got, said)
		}
	}
}

// TestRows: what is taken of odd rows, and why others are not.
func TestRows(t *testing.T) {
	const head = "SỔ ĐĂNG KÝ VĂN BẢN\n\nsố ký hiệu,ngày ban hành,trích yếu,cơ quan,loại\n"
	tests := map[string][]string{
		`15/NQ-HĐND,10/12/2021,"Về ""đất, rừng""` + "\nnăm 2022\"": {`4: NQ 15/NQ-HĐND|2021-12-10|HĐND tỉnh Đồng Nam|Về "đất, rừng" năm 2022`},
		"68-KH/HU,25/01/2022,Kế hoạch,Huyện ủy Phước Điền":         {"4: KH 68-KH/HU|2022-01-25|Huyện ủy Phước Điền|Kế hoạch"},
		"15/2020/NĐ-CP,,Xử phạt":                                   {"4: NĐ 15/2020/NĐ-CP||Chính phủ|Xử phạt"},
		"483/VPUB-HCTC,01/02/2022,Họp,Văn phòng UBND tỉnh":         {"4: CV 483/VPUB-HCTC|2022-02-01|Văn phòng UBND tỉnh|Họp"},
		"27,05/06/2021,Sắp xếp,,Chỉ thị":                           {"4: CT 27|2021-06-05||Sắp xếp"},
		",10/12/2021,x":                                            {"4: ô số ký hiệu trống"},
		"không số,10/12/2021,x":                                    {`4: không đọc được số ký hiệu "không số"`},
		"52/KH-UBND,31/02/2022,x":                                  {`4: không đọc được ngày ban hành "31/02/2022"`},
		"52/KH-UBND,01/01/1900,x":                                  {`4: ngày ban hành trước ngày 02/09/1945: "01/01/1900"`},
		"52/KH-UBND,01/01/2091,x":                                  {`4: ngày ban hành sau ngày nhập: "01/01/2091"`},
		"52/KH-UBND,18/03/2022,\"mở\n53/KH-UBND,19/03/2022,sau":    {"4: dấu ngoặc kép mở mà không đóng", "5: KH 53/KH-UBND|2022-03-19|UBND tỉnh Đồng Nam|sau"},
	}
	for table, want := range tests {
		if got := read(t, head+table+"\n"); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", table, got, want)
		}
	}
}

func TestNoRegister(t *testing.T) {
	for _, table := range []string{"", "một trang văn\nkhông phải bảng\n", "tên,tuổi\nA,1\n", strings.Repeat("\"", 100_001)} {
		if _, err := register.NewReader(strings.NewReader(table), register.Place{}); !errors.Is(err, register.ErrNoHead) {
			t.Errorf("%.20q: %v, want ErrNoHead", table, err)
		}
	}
}

// TestArticle: a row presents its own document; what its abstract names is
// cited, and carried out by it.
func TestArticle(t *testing.T) {
	const table = "trích yếu,số ký hiệu,ngày ban hành,link\nThực hiện Chỉ thị số 05-CT/TU ngày 02/01/2022 của Tỉnh ủy,52/KH-UBND,18/03/2022,https://dongnam.gov.vn/52.pdf\n"
	rows, err := register.NewReader(strings.NewReader(table), place())
	if err != nil {
		t.Fatal(err)
	}
	row, err := rows.Next()
	if err != nil || row.Fault != nil {
		t.Fatal(err, row.Fault)
	}
	a := place().Article(row.Entry)
	check(t, a)
	if len(a.Mentions) != 2 || a.Mentions[0].Role != model.Cited || a.Mentions[1].Role != model.Announced ||
		a.Mentions[1].Quote != "52/KH-UBND" || a.Mentions[1].Issuer != "UBND tỉnh Đồng Nam" {
		t.Errorf("mentions: %+v", a.Mentions)
	}
	if len(a.Relations) != 1 || a.Relations[0].Type != model.Implements || a.Relations[0].To != 0 {
		t.Errorf("relations: %+v", a.Relations)
	}
	if len(a.Attachments) != 1 || a.Attachments[0].URL != "https://dongnam.gov.vn/52.pdf" {
		t.Errorf("attachments: %+v", a.Attachments)
	}
}

// check holds the laws of facts.
func check(t *testing.T, a *model.Article) {
	t.Helper()
	presented := 0
	for _, m := range a.Mentions {
		if a.Text[m.Start:m.End] != m.Quote {
			t.Errorf("quote %q is not at its place in %q", m.Quote, a.Text)
		}
		if m.Role == model.Announced {
			presented++
		}
	}
	for _, r := range a.Relations {
		if r.To < 0 || r.To >= len(a.Mentions) || r.From < model.Page || r.From >= len(a.Mentions) {
			t.Errorf("relation %+v joins no mentions", r)
		}
	}
	if presented != 1 || !strings.HasPrefix(a.Text, a.Title) {
		t.Errorf("%d documents presented by %q", presented, a.Text)
	}
}

// FuzzReader: no bytes make it panic or run on, and every row that is taken is
// a sound article.
func FuzzReader(f *testing.F) {
	f.Add("số ký hiệu,ngày ban hành,trích yếu\n52/KH-UBND,18/03/2022,Thực hiện Chỉ thị 05-CT/TU\n")
	f.Add("so ky hieu;ngay\n\"15/NQ-HĐND;1/1/2022\n16/NQ-HĐND;2/1/2022\n")
	f.Fuzz(func(t *testing.T, table string) {
		rows, err := register.NewReader(strings.NewReader(table), place())
		if err != nil {
			return
		}
		for range strings.Count(table, "\n") + 2 {
			row, err := rows.Next()
			if err != nil {
				return
			}
			if row.Fault == nil {
				check(t, place().Article(row.Entry))
			}
		}
		t.Error("more rows than lines")
	})
}
