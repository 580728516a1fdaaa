package extract

import (
	"testing"

	"tracuu/internal/extract/agency"
	"tracuu/internal/gazetteer"
	"tracuu/internal/model"
)

func TestContextOf(t *testing.T) {
	day := func(y int) model.Date { return model.Date{Year: y, Month: 9, Day: 1} }
	lastDay := model.Date{Year: 2025, Month: 6, Day: 30}
	for _, c := range []struct {
		place, province string
		posted          model.Date
		want            agency.Context
	}{
		{"huyện Càng Long", "", day(2022), agency.Context{Province: "tỉnh Trà Vinh"}},
		{"huyện Càng Long", "tỉnh Trà Vinh", model.Date{}, agency.Context{Province: "tỉnh Trà Vinh"}},
		{"tỉnh Trà Vinh", "", day(2024), agency.Context{Province: "tỉnh Trà Vinh"}},
		// The province ended with June 2025.
		{"huyện Càng Long", "tỉnh Trà Vinh", day(2025), agency.Context{Province: "tỉnh Vĩnh Long", Earlier: "tỉnh Trà Vinh", Until: lastDay}},
		{"tỉnh An Giang", "", day(2025), agency.Context{Province: "tỉnh An Giang"}},
		// A commune lies in a district, until these ended.
		{"xã Mỹ Cẩm", "tỉnh Trà Vinh", day(2022), agency.Context{District: "huyện Càng Long", Province: "tỉnh Trà Vinh"}},
		{"xã Càng Long", "tỉnh Vĩnh Long", day(2025), agency.Context{Province: "tỉnh Vĩnh Long"}},
		// Many communes are called so, and no unit.
		{"xã Tân Tiến", "", day(2022), agency.Context{}},
		{"huyện Phước Điền", "tỉnh Đồng Nam", day(2022), agency.Context{Province: "tỉnh Đồng Nam"}},
		{"", "", day(2022), agency.Context{}},
	} {
		c.want.Place = c.place
		if got := contextOf(c.place, c.province, c.posted); got != c.want {
			t.Errorf("%s, %s on %s: %+v, want %+v", c.place, c.province, c.posted, got, c.want)
		}
	}
}

// TestIssuersByPlaceAndDay reads pages of huyện Càng Long, which says neither
// its province nor that it ended.
func TestIssuersByPlaceAndDay(t *testing.T) {
	for _, c := range []struct {
		text   string
		posted model.Date
		want   string
	}{
		{"Chỉ thị số 15-CT/TU ngày 05/3/2021 của Ban Thường vụ Tỉnh ủy", model.Date{Year: 2022, Month: 3, Day: 30}, "Tỉnh ủy Trà Vinh"},
		{"Kế hoạch số 68-KH/HU ngày 25/01/2022 của Ban Thường vụ Huyện ủy", model.Date{Year: 2022, Month: 3, Day: 30}, "Huyện ủy Càng Long"},
		{"Kế hoạch số 5/KH-UBND ngày 05/8/2025 của UBND tỉnh", model.Date{Year: 2025, Month: 8, Day: 30}, "UBND tỉnh Vĩnh Long"},
		{"Kế hoạch số 5/KH-UBND ngày 05/3/2024 của UBND tỉnh", model.Date{Year: 2025, Month: 8, Day: 30}, "UBND tỉnh Trà Vinh"},
	} {
		f := Facts(Text{Text: "Thực hiện " + c.text + ".", Posted: c.posted, Place: contextOf("huyện Càng Long", "", c.posted)})
		if len(f.Mentions) != 1 || f.Mentions[0].Issuer != c.want {
			t.Errorf("%s: %+v, want %s", c.text, f.Mentions, c.want)
		}
	}
}

func TestUnitsLoad(t *testing.T) {
	if len(gazetteer.Vietnam().Find("huyện Càng Long")) != 1 {
		t.Error("data/units does not load")
	}
}
