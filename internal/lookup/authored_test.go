package lookup_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// series is how a body numbers: the forms of its numbers, and its years.
type series struct {
	issuer      string
	forms       []string // %d the number, %[2]d the year
	first, last int      // years
	most        int      // numbers a year
}

// authoredSeries are bodies of every level whose numbers meet: provinces,
// districts until 2025, communes since, the centre, the party.
func authoredSeries() []series {
	all := []series{
		{"Chính phủ", []string{"%d/%[2]d/NĐ-CP", "%d/NQ-CP"}, 2014, 2026, 40},
		{"Thủ tướng Chính phủ", []string{"%d/QĐ-TTg", "%d/CT-TTg", "%d/%[2]d/QĐ-TTg", "%d/CĐ-TTg"}, 2018, 2026, 40},
		{"Quốc hội", []string{"%d/%[2]d/QH14"}, 2016, 2020, 30},
		{"Quốc hội", []string{"%d/%[2]d/QH15"}, 2021, 2026, 30},
		{"Ủy ban Thường vụ Quốc hội", []string{"%d/%[2]d/UBTVQH15"}, 2021, 2025, 20},
		{"Bộ Tài chính", []string{"%d/%[2]d/TT-BTC", "%d/QĐ-BTC", "%d/BTC-NSNN"}, 2018, 2026, 40},
		{"Bộ Giáo dục và Đào tạo", []string{"%d/%[2]d/TT-BGDĐT", "%d/KH-BGDĐT"}, 2018, 2026, 30},
		{"Trung ương Đảng", []string{"%d-CT/TW", "%d-NQ/TW", "%d-KL/TW", "%d-QĐ/TW"}, 2018, 2026, 30},
	}
	for _, province := range []string{"Trà Vinh", "Vĩnh Long", "Đắk Nông", "Bình Dương"} {
		all = append(all,
			series{"UBND tỉnh " + province, []string{"%d/QĐ-UBND", "%d/KH-UBND", "%d/UBND-VX", "%d/UBND-KGVX", "%d/TB-UBND", "%d/%[2]d/QĐ-UBND"}, 2019, 2025, 60},
			series{"HĐND tỉnh " + province, []string{"%d/NQ-HĐND", "%d/%[2]d/NQ-HĐND"}, 2019, 2025, 30},
			series{"Tỉnh ủy " + province, []string{"%d-KH/TU", "%d-CTr/TU", "%d-NQ/TU", "%d-CV/TU"}, 2019, 2025, 40})
	}
	for _, district := range []string{"Càng Long", "Châu Thành", "Krông Nô", "Đắk R'Lấp"} {
		all = append(all,
			series{"UBND huyện " + district, []string{"%d/KH-UBND", "%d/QĐ-UBND", "%d/BC-UBND", "%d/UBND-NN", "%d/KH-BCĐ389"}, 2019, 2025, 60},
			series{"Huyện ủy " + district, []string{"%d-KH/HU", "%d-CV/HU"}, 2019, 2025, 40})
	}
	for _, commune := range []string{"xã Mỹ Cẩm", "xã An Trường", "xã Nhị Long", "xã Tân Bình", "xã Càng Long", "phường Long Đức", "phường Trà Vinh", "xã Nam Đà", "xã Quảng Phú"} {
		all = append(all,
			series{"UBND " + commune, []string{"%d/KH-UBND", "%d/QĐ-UBND", "%d/TB-UBND"}, 2025, 2026, 60},
			series{"HĐND " + commune, []string{"%d/NQ-HĐND"}, 2025, 2026, 40},
			series{"Đảng ủy " + commune, []string{"%d-KH/ĐU", "%d-NQ/ĐU"}, 2025, 2026, 40})
	}
	return all
}

// authored is a register of invented documents of those bodies.
func authored(t *testing.T) (register, []model.Document) {
	t.Helper()
	draw := rand.New(rand.NewPCG(7, 7))
	titles := []string{
		"về việc tăng cường công tác phòng, chống dịch bệnh gia súc", "ban hành quy chế làm việc của tổ công tác",
		"triển khai thực hiện chương trình xây dựng nông thôn mới giai đoạn 2021-2025", "phê duyệt dự toán mua sắm thiết bị trường học",
		"tổ chức hội thi văn nghệ quần chúng năm sau", "giao chỉ tiêu kế hoạch 6 tháng cuối năm",
	}
	known, all, seen := register{}, []model.Document{}, map[string]bool{}
	for _, s := range authoredSeries() {
		for _, form := range s.forms {
			for year := s.first; year <= s.last; year++ {
				for range 5 {
					number, err := docnum.Parse(fmt.Sprintf(form, 1+draw.IntN(s.most), year))
					if err != nil || number.Canonical == "" {
						t.Fatalf("%s: %v", form, err)
					}
					day := model.Date{Year: year, Month: time.Month(1 + draw.IntN(12)), Day: 1 + draw.IntN(28)}
					d := model.Document{Number: number, Year: year, Issued: day, Issuer: s.issuer, Title: titles[draw.IntN(len(titles))], Status: model.Listed}
					d.ID = docnum.Key(number, year, s.issuer)
					if !seen[d.ID] {
						seen[d.ID] = true
						known[number.No] = append(known[number.No], d)
						all = append(all, d)
					}
				}
			}
		}
	}
	return known, all
}

// TestSloppyAuthored asks a register of many bodies: where several documents
// fit what was typed all of them are on the first page.
func TestSloppyAuthored(t *testing.T) {
	known, all := authored(t)
	ways, overall := ask(t, known, all, "", 40, 3)
	for way, share := range ways {
		if share < 0.97 {
			t.Errorf("success@1 of %q: %.3f", way, share)
		}
	}
	t.Logf("%d documents, success@1 %.4f", len(all), overall)
	if overall < 0.99 {
		t.Errorf("success@1 %.4f, want 0.99", overall)
	}
}
