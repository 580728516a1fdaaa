package search

import (
	"context"
	"strings"
	"testing"

	"tracuu/internal/index"
	"tracuu/internal/store"
)

// counted is an index that only knows how many records hold terms.
type counted map[string]uint64

func (c counted) Frequencies(_ context.Context, terms []string) (uint64, []uint64, error) {
	with := make([]uint64, len(terms))
	for i, t := range terms {
		with[i] = c[t]
	}
	return 100_000, with, nil
}

func (c counted) Search(context.Context, index.Request) (index.Result, error) {
	return index.Result{}, nil
}
func (c counted) Sequence(context.Context) (int64, error) { return 0, nil }

// knowing is a service over titles, each word and pair of which stands in 100
// records.
func knowing(titles ...string) (*Service, counted) {
	l, c := &ledger{have: map[string]store.Heading{}}, counted{}
	for i, title := range titles {
		l.put(headline(string(rune('a'+i)), title))
		countTerms(title, func(folded, _ string, _ bool) { c[folded] = 100 })
	}
	return &Service{names: newNames(l), index: c}, c
}

func TestDidYouMean(t *testing.T) {
	s, c := knowing("Đăng ký khai sinh", "Tiếp công dân huyện Krông Nô", "Phòng chống dịch bệnh Covid", "Chăn nuôi gia súc", "Cấp phép xây dựng")
	c["sihh"], c["tiepcongdan"] = 1, 0
	for _, q := range []struct{ typed, want string }{
		{"khai sihn", "khai sinh"},
		{"khai sihh", "khai sinh"}, // stands in one record, never beside its neighbour
		{"đăng ký khai sihn", "đăng ký khai sinh"},
		{"Đăng ký khai SIHN", "Đăng ký khai SINH"},
		{"dang ky khai sihn", "đăng ký khai sinh"},
		{"khai sihn 2021", "khai sinh 2021"},
		{"khai sihn 12/QĐ-UBND", "khai sinh 12/QĐ-UBND"},
		{"tiep cong dan krog no", "tiếp công dân krông nô"},
		{"tiep xyzxyz krog no", "tiep xyzxyz krong no"},
		{"gia xuc", "gia súc"},
		{"chan nuoi gia xuc", "chăn nuôi gia súc"},
		{"covdi", "covid"},
		{"khai sinh", ""},
		{"khai sinh 2099", ""}, // a number that stands nowhere stays
		{"khai sinhh loại:KK", "khai sinh loại:KK"},
		{`sihn nơi:"Kai Sihn"`, `sinh nơi:"Kai Sihn"`},
		{"krongno", ""}, // two words together are found as such
		{"capphep xây dựng", ""},
		{"52/KKH-UBND", ""},
		{"QH99", ""},
		{"", ""},
		{"!!", ""},
		{"\xff sihn", "\xff sinh"},
	} {
		got, err := s.didYouMean(t.Context(), q.typed)
		if err != nil || got != q.want {
			t.Errorf("%q: got %q, %v, want %q", q.typed, got, err, q.want)
		}
	}
}

// FuzzDidYouMean holds that a proposal has the digits of the
// question in their order, whatever is typed.
func FuzzDidYouMean(f *testing.F) {
	s, _ := knowing("Đăng ký khai sinh", "Tiếp công dân")
	f.Add("khai sihn 2021 52/KH-UBND")
	f.Add("sihn1 1sihn QH14 14sihn")
	digits := func(text string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := s.didYouMean(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		if got != "" && digits(got) != digits(text) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
