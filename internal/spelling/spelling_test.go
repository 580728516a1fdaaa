package spelling

import (
	"slices"
	"strings"
	"testing"
)

func learned(texts ...string) *Vocabulary {
	v := New()
	for _, text := range texts {
		v.Learn(text)
	}
	return v
}

func TestNear(t *testing.T) {
	v := learned("Đăng ký khai sinh", "Khai sinh lại", "Nâm Nung, huyện Krông Nô", "Cambodia và Campuchia", "COVID-19 năm 2021")
	for _, c := range []struct {
		word, want string
		distance   int
	}{
		{"sihn", "sinh", 1},
		{"sinhh", "sinh", 1},
		{"snih", "sinh", 1},
		{"sin", "sinh", 1},
		{"krog", "krong", 1},
		{"covd", "covid", 1},
		{"campuchai", "campuchia", 1},
		{"canpuchea", "campuchia", 2},
		{"dag", "dang", 1}, // not learned as such: a syllable
	} {
		near := v.Near(c.word)
		if !slices.Contains(near, Near{c.want, c.distance}) {
			t.Errorf("%s: %v lacks %s", c.word, near, c.want)
		}
	}
	for _, c := range []string{"19", "2012", "qh14", "k", "", strings.Repeat("a", 40), "đất"} {
		if near := v.Near(c); near != nil {
			t.Errorf("%q has near words: %v", c, near)
		}
	}
	if near := v.Near("krogn"); near[0].Word != "krong" {
		t.Errorf("the most frequent of the nearest comes first: %v", near)
	}
	if near := v.Near("nng"); slices.Contains(near, Near{"sinh", 2}) {
		t.Errorf("a short word has two slips: %v", near)
	}
}

func TestSpelled(t *testing.T) {
	v := learned("Đất đai và môi trường", "Quản lý đất đai", "Quan hệ lao động", "Cơ quan quản lý", "QUAN TRẮC", "Huyện Krông Nô", "Xã Krông Ana")
	for _, c := range []struct{ words, want string }{
		{"dat dai", "đất đai"},
		{"quan ly", "quản lý"},
		{"quan he", "quan hệ"},
		{"co quan", "cơ quan"},
		{"krong no", "krông nô"},
		{"quan trac", "quan trắc"}, // seen in capitals only
		{"xyz", "xyz"},
	} {
		words := append(append([]string{""}, strings.Fields(c.words)...), "")
		var got []string
		for i := range len(words) - 2 {
			spelling, sure := v.Spelled(words[i], words[i+1], words[i+2])
			if sure == (c.words == "xyz") {
				t.Errorf("%s: sure of %s: %v", c.words, spelling, sure)
			}
			got = append(got, spelling)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.words, got, c.want)
		}
	}
	if v.Count("quan") != 5 || v.Count("xyz") != 0 {
		t.Errorf("counts %d, %d", v.Count("quan"), v.Count("xyz"))
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"sinh", "sinh", 0}, {"sinh", "sihn", 1}, {"sinh", "sin", 1}, {"sinh", "xin", 2}, {"", "ab", 2}, {"abcd", "badc", 2}} {
		if got := Distance(c.a, c.b); got != c.want || Distance(c.b, c.a) != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func FuzzVocabulary(f *testing.F) {
	f.Add("Đăng ký khai sinh 52/KH-UBND", "sihn")
	f.Add("\xff\xfeÐ", "\x00")
	f.Fuzz(func(t *testing.T, text, word string) {
		v := learned(text, text)
		for _, n := range v.Near(word) {
			if d := Distance(word, n.Word); d < 1 || d > n.Distance {
				t.Fatalf("%q to %q is %d, said to be %d", word, n.Word, d, n.Distance)
			}
			v.Spelled(n.Word, n.Word, "")
		}
	})
}
