package gazetteer

import (
	"strings"
	"testing"
)

func TestInText(t *testing.T) {
	g := all(t)
	for text, want := range map[string]string{
		"kế hoạch 52 xã Càng Long":           "xã Càng Long: huyện Càng Long",
		"chong rac thai nhua xa nam nung":    "xa nam nung: huyện Krông Nô",
		"chỉ tiêu tỉnh Vĩnh Long năm 2022":   "tỉnh Vĩnh Long: tỉnh Bến Tre, tỉnh Trà Vinh, tỉnh Vĩnh Long",
		"xã hội hóa giáo dục":                "",
		"tỉnh ủy chỉ thị về phòng chống bão": "",
		"huyện Càng Long, tỉnh Trà Vinh":     "huyện Càng Long: ; tỉnh Trà Vinh: ",
		"":                                   "",
	} {
		var got []string
		for _, n := range g.InText(text) {
			var former []string
			if now, ok := n.Today(); ok {
				for _, u := range now.Formerly() {
					former = append(former, u.FullName())
				}
			}
			got = append(got, text[n.Start:n.End]+": "+strings.Join(former, ", "))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
	if n := g.InText("xã Tân Phú tỉnh Đồng Nai"); len(n) != 2 || len(n[0].Units) == 0 {
		t.Errorf("namesakes: %v", n)
	} else {
		for _, u := range n[0].Units {
			if u.ProvinceOf().Name != "Đồng Nai" {
				t.Errorf("a namesake elsewhere: %s", u.Path())
			}
		}
	}
}

func FuzzInText(f *testing.F) {
	g := all(f)
	f.Add("xã Càng Long, tỉnh Vĩnh Long")
	f.Add("tp. tp tp xã xã")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			return
		}
		end := 0
		for _, n := range g.InText(text) {
			if n.Start < end || n.End > len(text) || n.Start >= n.End || len(n.Units) == 0 {
				t.Fatalf("%q: %+v", text, n.Span)
			}
			end = n.End
		}
	})
}
