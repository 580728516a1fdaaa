package web

import (
	"strings"
	"testing"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

func TestLastingAddressesLeadBack(t *testing.T) {
	for id, want := range map[string]string{
		"52_kh-ubnd.2022.ubnd-huyen-cang-long":  "/vb/52-KH-UBND/2022/ubnd-huyen-cang-long",
		"15_2020_nd-cp.2020.chinh-phu":          "/vb/15-2020-ND-CP/2020/chinh-phu",
		"45_2019_qh14.2019.quoc-hoi":            "/vb/45-2019-QH14/2019/quoc-hoi",
		"68-kh_hu.2022.huyen-uy-phuoc-dien":     "/vb/68-KH-HU/2022/huyen-uy-phuoc-dien",
		"13-cp.1996.chinh-phu":                  "/vb/13-CP/1996/chinh-phu",
		"35_nq-cp..chinh-phu":                   "/vb/35-NQ-CP/-/chinh-phu",
		"qd~1210.2017.":                         "/vb/QD~1210/2017",
		"2171_ubnd-ktn.2019.ubnd-tinh-dak-nong": "/vb/2171-UBND-KTN/2019/ubnd-tinh-dak-nong",
		"1_2_3_4-strange_id.2017.x":             "/van-ban/1_2_3_4-strange_id.2017.x",
		"not an id":                             "/van-ban/not%20an%20id",
	} {
		got := lasting(search.Document{Document: model.Document{ID: id}})
		if got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
		if parts := strings.Split(strings.TrimPrefix(got, "/vb/")+"//", "/"); strings.HasPrefix(got, "/vb/") {
			found := false
			for _, back := range idsOf(parts[0], parts[1], parts[2]) {
				found = found || back == id
			}
			if !found {
				t.Errorf("%s does not lead back to %s", got, id)
			}
		}
	}
}
