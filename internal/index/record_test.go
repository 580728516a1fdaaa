package index_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/index"
	"tracuu/internal/model"
)

// filtered tells what a record is filtered by, a field a line.
func filtered(r index.Record) string {
	var lines []string
	for _, f := range []struct {
		name   string
		values []string
	}{
		{"types", r.Types}, {"issuers", r.Issuers}, {"levels", r.Levels}, {"places", r.Places}, {"topics", r.Topics}, {"states", r.States},
	} {
		if len(f.values) > 0 {
			lines = append(lines, f.name+": "+strings.Join(f.values, " | "))
		}
	}
	return strings.Join(append(lines, fmt.Sprintf("years %v, day %s, number %d, file %v", r.Years, r.Day, r.Number, r.HasFile)), "\n")
}

func TestWhatRecordsAreFilteredBy(t *testing.T) {
	mention := func(number, issued, issuer string, role model.Role, start int) model.Mention {
		n, err := docnum.Parse(number)
		if err != nil {
			t.Fatal(err)
		}
		day, err := model.ParseDate(issued)
		if err != nil {
			t.Fatal(err)
		}
		return model.Mention{Number: n, Issued: day, Issuer: issuer, Role: role, Evidence: model.Evidence{Span: model.Span{Start: start}}}
	}
	posted := model.Date{Year: 2022, Month: 3, Day: 30}
	plan := mention("52/KH-UBND", "2022-03-18", "UBND huyện Càng Long", model.Announced, 50)
	base := mention("68-KH/HU", "2021-12-25", "Huyện ủy Càng Long", model.Cited, 60)
	for name, c := range map[string]struct {
		article model.Article
		want    string
	}{
		"announces": {
			model.Article{Published: posted, Place: "huyện Càng Long", Facts: model.Facts{Mentions: []model.Mention{base, plan}}},
			"types: KH\nissuers: UBND huyện Càng Long\nlevels: huyen\nplaces: huyện Càng Long, tỉnh Trà Vinh | tỉnh Trà Vinh | tỉnh Vĩnh Long\nstates: held\nyears [2022], day 2022-03-30, number 52, file false",
		},
		"only names": {
			model.Article{Published: posted, Facts: model.Facts{Mentions: []model.Mention{base}}},
			"types: KH\nissuers: Huyện ủy Càng Long\nlevels: huyen\nplaces: huyện Càng Long, tỉnh Trà Vinh | tỉnh Trà Vinh | tỉnh Vĩnh Long\nstates: cited\nyears [2022], day 2022-03-30, number 0, file false",
		},
		"not posted": {
			model.Article{Attachments: []model.Attachment{{}}, Facts: model.Facts{Mentions: []model.Mention{mention("15/2020/NĐ-CP", "", "Chính phủ", model.Announced, 9)}}},
			"types: NĐ\nissuers: Chính phủ\nlevels: trung-uong\nstates: held\nyears [2020], day , number 15, file true",
		},
		"a row of a register": {
			model.Article{Kind: model.KindRegister, Published: posted, Facts: model.Facts{Mentions: []model.Mention{plan}}},
			"types: KH\nissuers: UBND huyện Càng Long\nlevels: huyen\nplaces: huyện Càng Long, tỉnh Trà Vinh | tỉnh Trà Vinh | tỉnh Vĩnh Long\nstates: listed\nyears [2022], day 2022-03-30, number 52, file false",
		},
		"a place that nobody knows": {
			model.Article{Place: "huyện Cây Đa", Published: posted}, "places: huyện Cây Đa\nyears [2022], day 2022-03-30, number 0, file false",
		},
		"as portals spell it": {
			model.Article{Place: "huyện Đăk R'lấp", Published: posted},
			"places: huyện Đắk R'Lấp, tỉnh Đắk Nông | tỉnh Đắk Nông | tỉnh Lâm Đồng\nyears [2022], day 2022-03-30, number 0, file false",
		},
		"one of several namesakes": {
			model.Article{Place: "huyện Châu Thành", Published: posted}, "places: huyện Châu Thành\nyears [2022], day 2022-03-30, number 0, file false",
		},
		"nothing": {model.Article{}, "years [], day , number 0, file false"},
	} {
		if diff := cmp.Diff(c.want, filtered(index.ArticleRecord(&c.article))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	d := model.Document{ID: "x", Number: plan.Number, Issuer: plan.Issuer, Issued: plan.Issued, Year: 2022, Status: model.Listed}
	want := "types: KH\nissuers: UBND huyện Càng Long\nlevels: huyen\nplaces: huyện Càng Long, tỉnh Trà Vinh | tỉnh Trà Vinh | tỉnh Vĩnh Long\nstates: listed\nyears [2022], day 2022-03-18, number 52, file false"
	if diff := cmp.Diff(want, filtered(index.DocumentRecord(d))); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}
