package vietnamese

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"Kế hoạch":                    "ke hoach",
		"ỦY BAN NHÂN DÂN":             "uy ban nhan dan",
		"Đắk Nông":                    "dak nong",
		"QÐ-UBND":                     "qd-ubnd", // U+00D0
		"hoà hòa hoá hóa":             "hoa hoa hoa hoa",
		"Krông\u200b Nô\u00ad":        "krong no",
		norm.NFD.String("Quyết định"): "quyet dinh",
		"Người ưỡn ẹo":                "nguoi uon eo",
		"北京 Москва Й ß ç":             "北京 москва й ß c",
		"\u212B":                      "a",
		"a\xffb":                      "a\uFFFDb",
		"한국":                          "한국",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// drawText makes text of the letters that matter here, in runs.
func drawText(t *rapid.T) string {
	letters := []rune("aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐÐðáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵẠẾỘbcdghklmnpqrstvxNTH" +
		"0123456789/-–.,;:!?\n \u00a0\u200b\u00ad\ufeff(“)çßЙйΣ한北ก")
	n := rapid.IntRange(0, 80).Draw(t, "n") // slices of free length are mostly tiny
	return string(rapid.SliceOfN(rapid.SampledFrom(letters), n, n).Draw(t, "text"))
}

func TestFoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		folded := Fold(s)
		same := func(what, got string) {
			if got != folded {
				t.Fatalf("%s: %q, want %q", what, got, folded)
			}
		}
		same("again", Fold(folded))
		same("NFD", Fold(norm.NFD.String(s)))
		same("NFC", Fold(norm.NFC.String(s)))
		same("upper case", Fold(strings.ToUpper(s)))
		same("lower case", Fold(strings.ToLower(s)))
		same("with offsets", FoldOffsets(s).Text)
	})
}

func TestOriginalCoversTheWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		if rapid.Bool().Draw(t, "nfd") {
			s = norm.NFD.String(s)
		}
		f := FoldOffsets(s)
		start := rapid.IntRange(0, len(f.Text)).Draw(t, "start")
		end := rapid.IntRange(start, len(f.Text)).Draw(t, "end")
		from, to := f.Original(start, end)
		checkSpan(t, s, from, to)
		if start == end {
			return
		}
		if to < len(s) && isMark(firstRune(s[to:])) {
			t.Fatalf("%q leaves marks behind in %q", s[from:to], s)
		}
		got := Fold(s[from:to])
		if !strings.Contains(got, strings.ToValidUTF8(f.Text[start:end], "")) {
			t.Fatalf("%q folds to %q, which lacks %q", s[from:to], got, f.Text[start:end])
		}
	})
}

func TestOriginalMarksExactly(t *testing.T) {
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		s := form.String("làm\u200b đường giao thông\u00ad nông thôn")
		f := FoldOffsets(s)
		i := strings.Index(f.Text, "duong giao thong")
		from, to := f.Original(i, i+len("duong giao thong"))
		if want := form.String("đường giao thông"); s[from:to] != want {
			t.Errorf("marked %q, want %q", s[from:to], want)
		}
	}
}

func TestAtFindsTheFoldedOffset(t *testing.T) {
	s := norm.NFD.String("Ủy ban\u200b xã")
	f := FoldOffsets(s)
	for _, word := range []string{"Ủy", "ban", "xã"} {
		at := f.At(strings.Index(s, norm.NFD.String(word)))
		if !strings.HasPrefix(f.Text[at:], Fold(word)) {
			t.Errorf("%s is at %d of %q", word, at, f.Text)
		}
	}
	if at := f.At(len(s)); at != len(f.Text) {
		t.Errorf("the end is at %d, want %d", at, len(f.Text))
	}
}

func checkSpan(t interface{ Fatalf(string, ...any) }, s string, from, to int) {
	if from < 0 || to > len(s) || from > to {
		t.Fatalf("span [%d,%d) is not inside %d bytes", from, to, len(s))
	}
	for _, i := range []int{from, to} {
		if utf8.ValidString(s) && i < len(s) && !utf8.RuneStart(s[i]) {
			t.Fatalf("offset %d of %q is not on a rune border", i, s)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Kế hoạch số 52/KH-UBND")
	f.Add(norm.NFD.String("Ủy ban") + "\xff\u200b\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		folded := FoldOffsets(s)
		if Fold(s) != folded.Text || !utf8.ValidString(folded.Text) {
			t.Fatalf("%q: %q and %q", s, Fold(s), folded.Text)
		}
		from, to := folded.Original(0, len(folded.Text))
		checkSpan(t, s, from, to)
	})
}

func BenchmarkFold(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_ = Fold(text)
	}
}

func BenchmarkFoldOffsets(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		_ = FoldOffsets(text)
	}
}

func benchText() string {
	const paragraph = "Thực hiện Kế hoạch số 52/KH-UBND ngày 18/3/2022 của Ủy ban nhân dân huyện, phấn đấu đến cuối năm 2025 tỷ lệ hộ nghèo giảm còn dưới 1,5%; " +
		"90% trở lên hộ dân được sử dụng nước sạch. Các phòng, ban chuyên môn và Ủy ban nhân dân các xã, thị trấn chịu trách nhiệm tổ chức triển khai.\n"
	return strings.Repeat(paragraph, 200)
}
