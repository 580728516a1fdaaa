package rank

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

const plan = `Kế hoạch cấp nước sạch nông thôn
Ngày 18/3/2022, Ủy ban nhân dân huyện Sơn Hà ban hành Kế hoạch số 52/KH-UBND. Phấn đấu đến cuối năm 2023, 90% hộ dân được dùng nước sạch; làm 12 km đường giao thông.
Các phố Dương và xã bên cạnh giao đường ống cho hợp tác xã quản lý. Nước mưa không tính.`

// shown writes the marks of a snippet as brackets.
func shown(text string, marks []model.Span) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text[at:m.Start] + "[" + text[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + text[at:]
}

func TestSnippet(t *testing.T) {
	for name, tc := range map[string]struct {
		query string
		runes int
		want  string
	}{
		"the first of equals": {"nuoc sach", 60, "Kế hoạch cấp [nước sạch] nông thôn"},
		"more words, then what follows": {
			"ho dan dung nuoc sach", 100,
			"Phấn đấu đến cuối năm 2023, 90% [hộ dân] được [dùng nước sạch]; làm 12 km đường giao thông.",
		},
		"not duong alone": {"duong giao thong", 90, "làm 12 km [đường giao thông]."},
		"number":          {"52/KH-UBND", 130, "Ngày 18/3/2022, Ủy ban nhân dân huyện Sơn Hà ban hành Kế hoạch số [52/KH-UBND]."},
		"parts":           {"kh 52 ubnd", 130, "Ngày 18/3/2022, Ủy ban nhân dân huyện Sơn Hà ban hành Kế hoạch số [52]/[KH]-[UBND]."},
		"cut":             {"90% hộ dân", 40, "…2023, [90% hộ dân] được dùng nước sạch;"},
		"one word":        {"MƯA", 40, "Nước [mưa] không tính."},
		"nothing":         {"xe đạp", 40, "Kế hoạch cấp nước sạch nông thôn"},
		"no query":        {"", 20, "Kế hoạch cấp nước…"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				got := shown(Snippet(plan, form.String(tc.query), tc.runes))
				if diff := cmp.Diff(tc.want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestSnippetMarksNFDText(t *testing.T) {
	got := shown(Snippet(norm.NFD.String("Làm đường giao thông nông thôn."), "đường giao thông", 100))
	if want := norm.NFD.String("Làm [đường giao thông] nông thôn."); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestSnippetLaws: within its length, marks in order, on words that were asked
// for; whatever the text.
func TestSnippetLaws(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("Kế hoạch nước sạch nông thôn. 52/KH-UBND; năm 2023, đường\u200b giao \xff thông ke hoach “nước”\n"))
	text := rapid.Custom(func(t *rapid.T) string {
		n := rapid.IntRange(0, 300).Draw(t, "n")
		return strings.Join(rapid.SliceOfN(word, n, n).Draw(t, "words"), rapid.SampledFrom([]string{" ", "\n", "", ". "}).Draw(t, "gap"))
	})
	rapid.Check(t, func(t *rapid.T) {
		source, query := text.Draw(t, "text"), strings.Join(rapid.SliceOfN(word, 0, 8).Draw(t, "query"), " ")
		runes := rapid.IntRange(20, 300).Draw(t, "runes")
		checkSnippet(t, source, query, runes)
	})
}

func checkSnippet(t interface{ Fatalf(string, ...any) }, source, query string, runes int) {
	got, marks := Snippet(source, query, runes)
	if n := utf8.RuneCountInString(got); n > runes {
		t.Fatalf("%d runes, more than %d: %q", n, runes, got)
	}
	wanted := make(map[string]bool)
	for tok := range vietnamese.Tokens(query) {
		wanted[tok.Text] = true
	}
	end := 0
	for _, m := range marks {
		if m.Start < end || m.End <= m.Start || m.End > len(got) {
			t.Fatalf("marks %v of %q", marks, got)
		}
		end = m.End
		for tok := range vietnamese.Tokens(got[m.Start:m.End]) {
			if tok.Kind != vietnamese.Compound && !wanted[tok.Text] && !strings.Contains(strings.Join(keys(wanted), " "), tok.Text) {
				t.Fatalf("%q is marked in %q for %q", tok.Text, got, query)
			}
		}
	}
}

func keys(m map[string]bool) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	return out
}

func TestSnippetOfHugeTextIsFast(t *testing.T) {
	for name, text := range map[string]string{
		"one line":   strings.Repeat("nước sạch và ", 400_000),
		"no blanks":  strings.Repeat("a", 5_000_000),
		"lines":      strings.Repeat("nước.\n", 600_000),
		"only stops": strings.Repeat(". ", 2_000_000),
	} {
		start := time.Now()
		checkSnippet(t, text, strings.Repeat("nước sạch đường ", 5_000), 240)
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add(plan, "nuoc sach 52/kh-ubnd", 60)
	f.Fuzz(func(t *testing.T, text, query string, runes int) {
		checkSnippet(t, text, query, min(max(runes, 20), 1000))
	})
}

func BenchmarkSnippet(b *testing.B) {
	text := strings.Repeat(plan+"\n", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Snippet(text, "phan dau ho dan duoc dung nuoc sach", 240)
	}
}
