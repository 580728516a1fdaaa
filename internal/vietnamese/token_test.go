package vietnamese

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"":                          "",
		"Thực hiện nhiệm-vụ":        "thuc hien nhiem vu",
		"số 52/KH-UBND.":            "so 52 kh ubnd 52/kh-ubnd",
		"15/2020/NĐ–CP":             "15 2020 nd cp 15/2020/nd-cp",
		"giảm 7,5% còn 1.200 ha":    "giam 7 5 7,5 con 1 200 1.200 ha",
		"45/2019/QH14":              "45 2019 qh 14 45/2019/qh14",
		"613khubnd":                 "613 khubnd 613khubnd",
		"TP.HCM, 5.Phạm":            "tp hcm 5 pham",
		"52/KH\u200b-\u00adUBND":    "52 kh ubnd 52/kh-ubnd",
		"a😀b ½ % —":                 "a b",
		"(1) -2- 3":                 "1 2 3",
		norm.NFD.String("Quyết đị"): "quyet di",
		"Москва 北京":                 "москва 北京",
	} {
		var got []string
		for tok := range Tokens(in) {
			got = append(got, tok.Text)
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Tokens(%q):\n%s", in, diff)
		}
	}
}

func TestTokensCoverTheirWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkTokens(t, drawText(t)) })
}

func checkTokens(t interface{ Fatalf(string, ...any) }, s string) {
	end := 0
	for tok := range Tokens(s) {
		checkSpan(t, s, tok.Start, tok.End)
		if tok.Kind == Compound {
			if tok.End != end {
				t.Fatalf("compound %q does not end with its last part in %q", tok.Text, s)
			}
			continue
		}
		if tok.Start < end {
			t.Fatalf("%q overlaps the part before it in %q", tok.Text, s)
		}
		end = tok.End
		written := s[tok.Start:tok.End]
		if got := healed(Fold(written), written); got != tok.Text {
			t.Fatalf("token %q stands over %q in %q", tok.Text, got, s)
		}
	}
}

func TestTokensOfNFDAreTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawText(t)
		texts := func(s string) (out []string) {
			for tok := range Tokens(s) {
				out = append(out, tok.Text)
			}
			return out
		}
		if diff := cmp.Diff(texts(norm.NFC.String(s)), texts(norm.NFD.String(s))); diff != "" {
			t.Fatalf("%q:\n%s", s, diff)
		}
	})
}

func TestTokensStopEarly(t *testing.T) {
	n := 0
	for range Tokens("một 2/KH ba") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d tokens, want 2", n)
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("số 15/2020/NĐ-CP ngày 3/2/2020")
	f.Add("\u0301\u200b5\xff/a" + strings.Repeat("9-", 80))
	f.Add("kĩ thuật, lí do, quí, ĺI")
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s) })
}

func BenchmarkTokens(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range Tokens(text) {
			continue
		}
	}
}
