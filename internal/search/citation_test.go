package search

import (
	"testing"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

func TestCitation(t *testing.T) {
	for want, c := range map[string]struct {
		number, issuer, words string
		issued                model.Date
		year                  int
	}{
		"Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Càng Long":          {"52/KH-UBND", "UBND huyện Càng Long", "", model.Date{Year: 2022, Month: 3, Day: 18}, 2022},
		"Chỉ thị số 15-CT/TU ngày 05/02/2021 của Ban Thường vụ Tỉnh ủy Đồng Nam":  {"15-CT/TU", "Tỉnh ủy Đồng Nam", "Ban Thường vụ Tỉnh ủy", model.Date{Year: 2021, Month: 2, Day: 5}, 2021},
		"Chỉ thị số 5-CT/TW năm 2016 của Bộ Chính trị":                            {"5-CT/TW", "Trung ương Đảng", "Bộ Chính trị", model.Date{}, 2016},
		"Quyết định số 7/QĐ-UBND của UBND tỉnh Đồng Nam":                          {"7/QĐ-UBND", "UBND tỉnh Đồng Nam", "Ủy ban nhân dân tỉnh", model.Date{}, 0},
		"Quyết định số 8/QĐ-UBND của Ủy ban nhân dân tỉnh Đồng Nam":               {"8/QĐ-UBND", "UBND tỉnh Đồng Nam", "Ủy ban nhân dân tỉnh Đồng Nam", model.Date{}, 0},
		"Nghị định số 58/2019/NĐ-CP":                                              {"58/2019/NĐ-CP", "", "", model.Date{}, 2019},
		"Quyết định số 9/QĐ-UBND ngày 01/12/2020 của Chủ tịch UBND tỉnh Đồng Nam": {"9/QĐ-UBND", "UBND tỉnh Đồng Nam", "Chủ tịch UBND tỉnh", model.Date{Year: 2020, Month: 12, Day: 1}, 2020},
	} {
		number, err := docnum.Parse(c.number)
		if err != nil {
			t.Fatal(err)
		}
		d := model.Document{Number: number, Issuer: c.issuer, Issued: c.issued, Year: c.year}
		var mentions []store.MentionAt
		if c.words != "" {
			mentions = []store.MentionAt{{Mention: model.Mention{Role: model.Cited, IssuerWords: c.words}}}
		}
		if got := citation(d, mentions); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
