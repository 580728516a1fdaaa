package docnum

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tracuu/internal/casetest"
	"tracuu/internal/vietnamese"
)

func TestFind(t *testing.T) {
	casetest.Run(t, "testdata/*.txt", func(input string) string {
		var out []string
		for _, m := range Find(vietnamese.Clean(input)) {
			n := m.Number
			line := fmt.Sprintf("%s %s", n.Type, n.Canonical)
			if n.Canonical == "" {
				line = fmt.Sprintf("%s ~ %s", n.Type, n.No)
				if n.Year != 0 {
					line += fmt.Sprintf(" of %d", n.Year)
				}
			}
			out = append(out, line+"  «"+strings.ReplaceAll(vietnamese.Clean(input)[m.Start:m.End], "\n", "⏎")+"»")
		}
		if out == nil {
			return "none"
		}
		return strings.Join(out, "\n")
	})
}

func TestRuleFilesLoad(t *testing.T) {
	v, err := loadVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	if len(v.words) < 30 || len(v.parts) < 50 || len(counted()) < 20 {
		t.Errorf("%d type words, %d parts, %d counted nouns: too few", len(v.words), len(v.parts), len(counted()))
	}
}

// numbers draws official numbers of all families.
func numbers() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		no := rapid.IntRange(1, 9999).Draw(t, "no")
		return rapid.SampledFrom([]string{
			fmt.Sprintf("%d/KH-UBND", no), fmt.Sprintf("%d/QĐ-TTg", no), fmt.Sprintf("%d/2020/NĐ-CP", no),
			fmt.Sprintf("%d-KH/HU", no), fmt.Sprintf("%d-CT/TW", no), fmt.Sprintf("%d/2019/QH14", no),
			fmt.Sprintf("%d/UBND-KTN", no), fmt.Sprintf("%d/2022/NQ-HĐND", no), fmt.Sprintf("%d-CTr/TU", no),
		}).Draw(t, "form")
	})
}

// An official number reads back as itself, and neither zeros, blanks, NFD,
// case nor a look-alike of Đ changes its key.
func TestSpellingsShareAKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		official := numbers().Draw(t, "number")
		want, err := Parse(official)
		if err != nil || want.Canonical != official {
			t.Fatalf("Parse(%q) = %+v, %v", official, want, err)
		}
		spelled := rapid.SampledFrom([]func(string) string{
			func(s string) string { return "0" + s },
			func(s string) string { return norm.NFD.String(s) },
			func(s string) string { return strings.Replace(s, "-", " – ", 1) },
			func(s string) string { return strings.ReplaceAll(s, "Đ", "Ð") },
			func(s string) string { return strings.ReplaceAll(s, "Đ", "D") },
			func(s string) string { return strings.Replace(s, "/", " / ", 1) },
			func(s string) string { return strings.Replace(s, "-", "\u00ad-\u200b", 1) },
			func(s string) string { return "Văn bản số " + s + "." },
		}).Draw(t, "spelling")(official)
		got, err := Parse(spelled)
		if err != nil {
			t.Fatalf("Parse(%q): %v", spelled, err)
		}
		if Key(got, 2021, "") != Key(want, 2021, "") {
			t.Fatalf("%q reads as %q, %q as %q", spelled, got.Canonical, official, want.Canonical)
		}
	})
}

func TestKeyTellsDocumentsApart(t *testing.T) {
	parse := func(s string) string {
		n, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return Key(n, 2022, "UBND huyện Càng Long")
	}
	keys := map[string]string{}
	for _, s := range []string{"52/KH-UBND", "52-KH/UBND", "53/KH-UBND", "16/NQ-HĐND", "16/2022/NQ-HĐND", "Chỉ thị số 15", "Kế hoạch số 15"} {
		k := parse(s)
		if other, taken := keys[k]; taken {
			t.Errorf("%s and %s share the key %s", s, other, k)
		}
		keys[k] = s
	}
	if got, want := parse("52/KH-UBND"), "52_kh-ubnd.2022.ubnd-huyen-cang-long"; got != want {
		t.Errorf("key = %s, want %s", got, want)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Kế hoạch số 52/KH-UBND", "các Nghị quyết số 10, 11 và 12-NQ/TU", "1/1/1/1-1-1", "số 5–", "9/Đ\u0301", "số 1và1/DU0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = vietnamese.Clean(s)
		for _, m := range Find(s) {
			if m.Start < 0 || m.End > len(s) || m.Start > m.At || m.At >= m.End {
				t.Fatalf("span %d %d %d of %d bytes", m.Start, m.At, m.End, len(s))
			}
			if m.Number.No == "" || m.Confidence <= 0 {
				t.Fatalf("%+v", m)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Ngày 18/3/2022, UBND huyện ban hành Kế hoạch số 52/KH-UBND thực hiện Nghị quyết của Hội đồng nhân dân về phát triển kinh tế, xã hội, giữ vững quốc phòng, an ninh trên địa bàn các xã, thị trấn trong năm 2022. ", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
