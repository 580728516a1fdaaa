package identity

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// mention reads "number" with a year and an issuer; a bare one has a type.
func mention(t *testing.T, number, code string, year int, issuer string) model.Mention {
	t.Helper()
	m := model.Mention{Issuer: issuer, Role: model.Cited}
	if year != 0 {
		m.Issued = model.Date{Year: year, Month: 3, Day: 18}
	}
	if code != "" {
		m.Number = model.DocNumber{Type: code, No: number}
		return m
	}
	n, err := docnum.Parse(number)
	if err != nil {
		t.Fatal(err)
	}
	m.Number = n
	return m
}

func TestInContext(t *testing.T) {
	const number, cang, krong = "52/KH-UBND", "UBND huyện Càng Long", "UBND huyện Krông Nô"
	plain := func(year int, issuer string) model.Mention { return mention(t, number, "", year, issuer) }
	bare := func(year int, issuer string) model.Mention { return mention(t, "52", "KH", year, issuer) }
	tests := map[string]struct {
		mentions []model.Mention
		want     []string // group year issuer
	}{
		"one complete mention completes the others": {
			[]model.Mention{plain(0, ""), plain(2022, cang), plain(2022, ""), bare(0, "")},
			[]string{"52_kh-ubnd 2022 ubnd-huyen-cang-long", "52_kh-ubnd 2022 ubnd-huyen-cang-long", "52_kh-ubnd 2022 ubnd-huyen-cang-long", "52_kh-ubnd 2022 ubnd-huyen-cang-long"},
		},
		"two halves make a whole": {
			[]model.Mention{plain(2022, ""), plain(0, cang)},
			[]string{"52_kh-ubnd 2022 ubnd-huyen-cang-long", "52_kh-ubnd 2022 ubnd-huyen-cang-long"},
		},
		"halves that contradict stay halves": {
			[]model.Mention{plain(2022, ""), plain(0, cang), plain(0, krong)},
			[]string{"52_kh-ubnd 2022 ", "52_kh-ubnd 0 ubnd-huyen-cang-long", "52_kh-ubnd 0 ubnd-huyen-krong-no"},
		},
		"several complete ones complete only what agrees with one": {
			[]model.Mention{plain(2022, cang), plain(2021, krong), plain(0, ""), plain(2021, "")},
			[]string{"52_kh-ubnd 2022 ubnd-huyen-cang-long", "52_kh-ubnd 2021 ubnd-huyen-krong-no", "52_kh-ubnd 0 ", "52_kh-ubnd 2021 ubnd-huyen-krong-no"},
		},
		"a bare mention of another issuer stands alone": {
			[]model.Mention{plain(2022, cang), bare(0, krong)},
			[]string{"52_kh-ubnd 2022 ubnd-huyen-cang-long", "kh~52 0 ubnd-huyen-krong-no"},
		},
		"a bare mention between two symbols stands alone": {
			[]model.Mention{plain(2022, cang), mention(t, "52-KH/HU", "", 2022, ""), bare(0, "")},
			[]string{"52_kh-ubnd 2022 ubnd-huyen-cang-long", "52-kh_hu 2022 ", "kh~52 0 "},
		},
		"a bare mention brings its issuer": {
			[]model.Mention{plain(2022, ""), bare(0, "Ủy ban nhân dân huyện Càng Long")},
			[]string{"52_kh-ubnd 2022 ubnd-huyen-cang-long", "52_kh-ubnd 2022 ubnd-huyen-cang-long"},
		},
	}
	for name, c := range tests {
		a := &model.Article{Published: model.Date{Year: 2023, Month: 1, Day: 1}}
		a.Mentions = c.mentions
		var got []string
		for _, n := range InContext(a) {
			got = append(got, fmt.Sprintf("%s %d %s", n.Group, n.Year, n.Issuer))
			if (n.Year == 0) != (n.Latest == 2023) {
				t.Errorf("%s: year %d is bounded by %d", name, n.Year, n.Latest)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestAnnouncedTakesTheArticlesIssuer(t *testing.T) {
	a := &model.Article{Issuer: "UBND huyện Càng Long"}
	a.Mentions = []model.Mention{mention(t, "52/KH-UBND", "", 2022, ""), mention(t, "68-KH/HU", "", 2022, "")}
	a.Mentions[0].Role = model.Announced
	names := InContext(a)
	if names[0].OwnID() != "52_kh-ubnd.2022.ubnd-huyen-cang-long" || names[1].Issuer != "" {
		t.Errorf("names: %+v", names)
	}
}

func TestAgreesBothWays(t *testing.T) {
	draw := func(r *rapid.T, label string) Name {
		return Name{
			Year:   rapid.SampledFrom([]int{0, 2020, 2022}).Draw(r, label+" year"),
			Issuer: rapid.SampledFrom([]string{"", "a", "b"}).Draw(r, label+" issuer"),
			Latest: rapid.SampledFrom([]int{0, 2021}).Draw(r, label+" latest"),
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		n, o := draw(r, "one"), draw(r, "other")
		if n.Agrees(o) != o.Agrees(n) {
			r.Errorf("%+v and %+v agree one way only", n, o)
		}
	})
}
