package query

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tracuu/internal/casetest"
)

// TestCases runs testdata/*.txt: typed text and what is understood.
func TestCases(t *testing.T) {
	casetest.Run(t, "testdata/*.txt", func(input string) string { return describe(Parse(input)) })
}

// describe prints a query in one or two lines.
func describe(q Query) string {
	line := strings.TrimSpace("text: " + q.Text)
	if len(q.Phrases) > 0 {
		line += "\nphrases: " + strings.Join(q.Phrases, " | ")
	}
	n := q.Number
	if n == nil {
		return line
	}
	parts := []string{"no " + n.No}
	if n.Type != "" {
		parts = append(parts, "type "+n.Type)
	}
	if n.Symbol != "" {
		parts = append(parts, "symbol "+n.Symbol)
	}
	if n.Year != 0 {
		parts = append(parts, fmt.Sprintf("year %d", n.Year))
	}
	if n.Inside {
		parts = append(parts, "inside")
	}
	if !n.Date.IsZero() {
		parts = append(parts, "date "+n.Date.String())
	}
	if len(n.Words) > 0 {
		parts = append(parts, "words "+strings.Join(n.Words, " "))
	}
	return strings.Join(parts, ", ") + "\n" + line
}

// TestSameNumber: what only looks different is the same number.
func TestSameNumber(t *testing.T) {
	spellings := map[string][]string{
		"no 52, type KH, symbol khubnd": {
			"52/KH-UBND", "52 / KH – UBND", "52/KHUBND", "052/KH-UBND.", "52 kh ubnd", "52 khubnd", "KH52-UBND",
			"52-KH-UBND", "52_KH_UBND", "kế hoạch số 52/KH-UBND", "Kế hoạch\n52/KH-UBND", "so 52/kh-ubnd",
			"52/K\u200bH-UB\u00adND", "52/KH\u2011UBND", "KH-UBND số 52", "kh-ubnd 52",
		},
		"no 58, type NĐ, symbol ndcp, year 2019, inside": {
			"58/2019/NĐ-CP", "58/2019/NÐ\u2011CP", "58/2019/nd-cp", "58/2019/ND/CP", "nghị định 58/2019/NĐ-CP", "58/2019/NĐCP",
		},
		"no 105, type QĐ, symbol qdubnd": {"1O5/QĐ-UBND", "l05/QD-UBND", "QĐ số 105/QĐ-UBND"},
	}
	for want, typed := range spellings {
		for _, s := range typed {
			got, _, _ := strings.Cut(describe(Parse(s)), "\n")
			if got != want {
				t.Errorf("%q gives %s, want %s", s, got, want)
			}
		}
	}
}

func TestFoldingChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		typed := fmt.Sprintf("%s %d%s%s %s",
			rapid.SampledFrom([]string{"", "kế hoạch", "Quyết định số", "KH"}).Draw(r, "type"),
			rapid.IntRange(1, 9999).Draw(r, "no"),
			rapid.SampledFrom([]string{"/", "-", " "}).Draw(r, "separator"),
			rapid.SampledFrom([]string{"KH-UBND", "QĐ-UBND", "UBND-VX"}).Draw(r, "symbol"),
			rapid.SampledFrom([]string{"", "năm 2022", "huyện Càng Long", "ngày 18/3/2022"}).Draw(r, "more"))
		want := Parse(typed).Number
		for name, variant := range map[string]string{"NFD": norm.NFD.String(typed), "upper case": strings.ToUpper(typed)} {
			got := Parse(variant).Number
			if want == nil || got == nil || got.No != want.No || got.Symbol != want.Symbol || got.Year != want.Year {
				r.Errorf("%q in %s: %+v, want %+v", typed, name, got, want)
			}
		}
	})
}

func TestHostileInput(t *testing.T) {
	for name, s := range map[string]string{
		"digits": strings.Repeat("9", 1<<20), "slashes": strings.Repeat("1/", 1<<19), "brackets": strings.Repeat("(", 1<<20),
		"dashes": strings.Repeat("1-KH/", 1<<18), "quotes": strings.Repeat("\"", 1<<20), "NUL": "52\x00/KH-UBND",
		"not UTF-8": "52/KH\xff\xfe-UBND", "marks": strings.Repeat("\u0301", 1<<18), "empty": "", "blank": " \n\t",
	} {
		began := time.Now()
		q := Parse(s)
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s: %v", name, took)
		}
		if !utf8.ValidString(q.Text) || len(q.Text) > 4*maxRunes {
			t.Errorf("%s: text of %d bytes", name, len(q.Text))
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"kh 52 2022 cang long", "58/2019/NÐ‑CP", "ngày 9/9/2014 số 23", "\"a\" 1o/", "KH52-UBND", "1a/QĐ-UBND"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := Parse(s)
		if !utf8.ValidString(q.Text) {
			t.Errorf("text is not UTF-8: %q", q.Text)
		}
		if q.Number != nil && (q.Number.No == "" || q.Number.No[0] == '0') {
			t.Errorf("number %+v", *q.Number)
		}
	})
}
