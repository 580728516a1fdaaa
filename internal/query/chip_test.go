package query

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOff: words of a chip that is off are plain words, and the chip stays.
func TestOff(t *testing.T) {
	const typed = "Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Càng Long"
	for off, want := range map[string]string{
		"": `no 52, type KH, symbol khubnd, year 2022, date 2022-03-18, words ubnd huyen cang long
text: của UBND huyện Càng Long
chips: [loại: Kế hoạch] [số: 52] [ký hiệu: KH-UBND] [ngày: 18/03/2022] [cơ quan: UBND huyện Càng Long]`,
		"type": `no 52, symbol ubnd, year 2022, date 2022-03-18, words ubnd huyen cang long
text: Kế hoạch của UBND huyện Càng Long
chips: [loại: Kế hoạch (off)] [số: 52] [ký hiệu: KH-UBND] [ngày: 18/03/2022] [cơ quan: UBND huyện Càng Long]`,
		"symbol": `no 52, type KH, year 2022, date 2022-03-18, words ubnd huyen cang long
text: KH UBND của UBND huyện Càng Long
chips: [loại: Kế hoạch] [số: 52] [ký hiệu: KH-UBND (off)] [ngày: 18/03/2022] [cơ quan: UBND huyện Càng Long]`,
		"year": `no 52, type KH, symbol khubnd, words ubnd huyen cang long
text: ngày 18 3 2022 của UBND huyện Càng Long
chips: [loại: Kế hoạch] [số: 52] [ký hiệu: KH-UBND] [ngày: 18/03/2022 (off)] [cơ quan: UBND huyện Càng Long]`,
		"place": `no 52, type KH, symbol khubnd, year 2022, date 2022-03-18
text: của UBND huyện Càng Long
chips: [loại: Kế hoạch] [số: 52] [ký hiệu: KH-UBND] [ngày: 18/03/2022] [cơ quan: UBND huyện Càng Long (off)]`,
		"number": `text: Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Càng Long
chips: [số: 52 (off)]`,
	} {
		got := describeQuestion(Read(typed, Options{Off: ParseOff([]string{off})}))
		got = strings.Replace(got, "normal: "+typed+"\n", "", 1)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("off %q (-want +got):\n%s", off, diff)
		}
	}
}

// TestWithout follows every chip, and comes back where it can be switched on
// again.
func TestWithout(t *testing.T) {
	for typed, want := range map[string][]string{
		"kh 52 2022 cang long":             {"kh 52 2022 cang long&off=type", "kh 52 2022 cang long&off=number", "kh 52 2022 cang long&off=year", "kh 52 2022 cang long&off=place"},
		"rác loại:KH năm:2022":             {"rác năm:2022", "rác loại:KH"},
		"rác -nhựa -loại:KH":               {"rác -loại:KH", "rác -nhựa"},
		"loại:KH OR loại:CT":               {"loại:CT", "loại:KH"},
		"(loại:KH rác) OR (loại:CT nước)":  {"rác HOẶC (loại:CT nước)", "(loại:KH rác) HOẶC nước"},
		"rác -(nhựa OR túi) nơi:Càng Long": {"rác nơi:Càng Long", "rác -(nhựa OR túi)"},
	} {
		chips := Read(typed, Options{}).Chips
		var got []string
		for _, c := range chips {
			v, err := url.ParseQuery(c.Without)
			if err != nil {
				t.Fatal(err)
			}
			line := v.Get("q")
			if off := v["off"]; len(off) > 0 {
				line += "&off=" + strings.Join(off, ",")
			}
			got = append(got, line)
			again := Read(v.Get("q"), Options{Off: ParseOff(v["off"])})
			if c.Kind == ChipFilter {
				continue
			}
			for _, back := range again.Chips {
				if back.Kind == c.Kind && (!back.Off || back.Without != (url.Values{"q": {typed}}).Encode()) {
					t.Errorf("%q without %s: %+v", typed, c.Label, back)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}

func TestParseOff(t *testing.T) {
	got := ParseOff([]string{"year,type", "year", "filter", "x", ""})
	if diff := cmp.Diff([]ChipKind{ChipYear, ChipType}, got); diff != "" {
		t.Error(diff)
	}
}
