package docnum

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// administrative draws parts that may stand in symbols of the state, party
// those of the party; the types are those that both kinds of body issue.
var (
	commonTypes  = []string{"KH", "QĐ", "CT", "TB", "BC", "TTr", "CTr", "HD", "ĐA", "NQ", "QC", "KL"}
	stateBodies  = []string{"UBND", "HĐND", "TTg", "CP", "BTC", "BNNPTNT", "BGDĐT", "VPCP", "SNV", "BCĐ"}
	partyBodies  = []string{"TU", "HU", "TW", "QU", "ĐU", "ThU"}
	units        = []string{"", "", "-VX", "-KTN", "-NC", "-TH"}
	legislations = []string{"NĐ-CP", "TT-BTC", "QĐ-TTg", "NQ-HĐND", "TTLT-BTC-BNV", "TTLT/BQP-BTC", "QH14", "UBTVQH15", "NQ-HĐTP"}
)

// official draws numbers of every family, with what their parts are.
func official() *rapid.Generator[model.DocNumber] {
	return rapid.Custom(func(t *rapid.T) model.DocNumber {
		no := fmt.Sprint(rapid.IntRange(1, 9999).Draw(t, "no"))
		if rapid.IntRange(0, 9).Draw(t, "lettered") == 0 {
			no += rapid.SampledFrom([]string{"a", "b"}).Draw(t, "letter")
		}
		typ := rapid.SampledFrom(commonTypes).Draw(t, "type")
		switch rapid.IntRange(0, 4).Draw(t, "family") {
		case 0:
			symbol := typ + "-" + rapid.SampledFrom(stateBodies).Draw(t, "body") + rapid.SampledFrom(units).Draw(t, "unit")
			return model.DocNumber{No: no, Symbol: symbol, Canonical: no + "/" + symbol}
		case 1:
			symbol := "UBND" + rapid.SampledFrom(units[2:]).Draw(t, "unit")
			return model.DocNumber{No: no, Symbol: symbol, Canonical: no + "/" + symbol}
		case 2:
			symbol := typ + "/" + rapid.SampledFrom(partyBodies).Draw(t, "committee")
			return model.DocNumber{No: no, Symbol: symbol, Canonical: no + "-" + symbol}
		case 3:
			old := rapid.SampledFrom([]string{"CP", "HĐBT", "TTg"}).Draw(t, "old")
			return model.DocNumber{No: no, Symbol: old, Canonical: no + "-" + old}
		default:
			year := rapid.IntRange(1992, 2030).Draw(t, "year")
			symbol := rapid.SampledFrom(legislations).Draw(t, "symbol")
			return model.DocNumber{No: no, Year: year, Symbol: symbol, Canonical: fmt.Sprintf("%s/%d/%s", no, year, symbol)}
		}
	})
}

// Law: what Format writes, Parse reads as the same number.
func TestParseReadsWhatFormatWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := official().Draw(t, "number")
		n, err := Parse(drawn.Canonical)
		if err != nil {
			t.Fatal(err)
		}
		if n.Canonical != drawn.Canonical || n.No != drawn.No || n.Year != drawn.Year || n.Symbol != drawn.Symbol {
			t.Fatalf("Parse(%q) = %+v", drawn.Canonical, n)
		}
		if again, err := Parse(Format(n)); err != nil || again != n {
			t.Fatalf("Parse(%q) = %+v, %v, want %+v", Format(n), again, err, n)
		}
		bare := model.DocNumber{Type: rapid.SampledFrom(commonTypes).Draw(t, "bare"), No: strings.TrimRight(n.No, "ab")}
		if again, err := Parse(Format(bare)); err != nil || again != bare {
			t.Fatalf("Parse(%q) = %+v, %v, want %+v", Format(bare), again, err, bare)
		}
	})
}

// Law: the key is the same however the number was typed or damaged.
func TestDamageKeepsTheKey(t *testing.T) {
	damages := map[string]func(string) string{
		"zeros":        func(s string) string { return "00" + s },
		"NFD":          norm.NFD.String,
		"look-alike":   func(s string) string { return strings.ReplaceAll(s, "Đ", "\u00D0") },
		"no stroke":    func(s string) string { return strings.ReplaceAll(s, "Đ", "D") },
		"blanks":       func(s string) string { return strings.Replace(s, "/", " / ", 1) },
		"one blank":    func(s string) string { return strings.Replace(s, "/", " /", 1) },
		"no-break":     func(s string) string { return strings.Replace(s, "/", "\u00a0/", 1) },
		"en dash":      func(s string) string { return strings.Replace(s, "-", " \u2013 ", 1) },
		"soft hyphen":  func(s string) string { return strings.Replace(s, "-", "\u00ad-\u200b", 1) },
		"line break":   func(s string) string { return strings.Replace(s, "-", "-\n", 1) },
		"line before":  func(s string) string { return "Số:\n" + s },
		"slash":        func(s string) string { return strings.Replace(s, "/", "\u2215", 1) },
		"sentence end": func(s string) string { return "theo " + s + "." },
		"brackets":     func(s string) string { return "(" + s + ")" },
		"quotes":       func(s string) string { return "“" + s + "”" },
	}
	names := make([]string, 0, len(damages))
	for name := range damages {
		names = append(names, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := official().Draw(t, "number")
		name := rapid.SampledFrom(names).Draw(t, "damage")
		spelled := damages[name](n.Canonical)
		got, err := Parse(spelled)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if Key(got, 2021, "") != Key(n, 2021, "") {
			t.Fatalf("%s: %q is read as %q", name, spelled, got.Canonical)
		}
	})
}

// Law: case never changes the key of a number whose parts are all known.
func TestCaseKeepsTheKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := official().Draw(t, "number")
		if strings.HasSuffix(n.No, "a") || strings.HasSuffix(n.No, "b") {
			t.Skip("the letter of a number is a small one")
		}
		for _, spelled := range []string{strings.ToLower(n.Canonical), strings.ToUpper(n.Canonical)} {
			got, err := Parse("văn bản số " + spelled)
			if err != nil || Key(got, 2021, "") != Key(n, 2021, "") {
				t.Fatalf("%q is read as %q, %v", spelled, got.Canonical, err)
			}
		}
	})
}

// Law: a slip of the scanner is healed where only a digit can stand.
func TestSlipsKeepTheKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := official().Draw(t, "number")
		parsed, err := Parse(n.Canonical)
		if err != nil {
			t.Fatal(err)
		}
		v := words()
		if _, typed := v.types[strings.FieldsFunc(n.Symbol, func(r rune) bool { return r == '-' || r == '/' })[0]]; !typed {
			t.Skip("without a type code the grammar is not sure enough")
		}
		slipped := rapid.SampledFrom([]func(string) string{
			func(s string) string { return strings.ReplaceAll(s, "0", "O") },
			func(s string) string { return strings.ReplaceAll(s, "0", "o") },
			func(s string) string { return strings.ReplaceAll(s, "1", "l") },
			func(s string) string { return strings.ReplaceAll(s, "1", "I") },
		}).Draw(t, "slip")
		no := slipped(n.No)
		if strings.Trim(no, "OolI") == "" || strings.HasSuffix(n.No, "a") || strings.HasSuffix(n.No, "b") {
			t.Skip("no digit left to hold on to")
		}
		spelled := "số " + no + strings.TrimPrefix(n.Canonical, n.No)
		got, err := Parse(spelled)
		if err != nil || Key(got, 2021, "") != Key(parsed, 2021, "") {
			t.Fatalf("%q is read as %q, %v", spelled, got.Canonical, err)
		}
	})
}

// Law: two documents never share a key. The printed form of joint circulars and
// of the old symbols went both ways, so those are one document each.
func TestTwoDocumentsNeverShareAKey(t *testing.T) {
	same := func(a, b model.DocNumber) bool {
		return a.No == b.No && a.Year == b.Year && strings.ReplaceAll(a.Symbol, "/", "-") == strings.ReplaceAll(b.Symbol, "/", "-") &&
			(a.Year != 0 || a.Canonical == b.Canonical)
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := official().Draw(t, "a"), official().Draw(t, "b")
		if rapid.Bool().Draw(t, "near") {
			b.No, b.Canonical = a.No, a.No+strings.TrimPrefix(b.Canonical, b.No)
		}
		years := []int{0, 2021, 2022}
		issuers := []string{"", "UBND huyện Cây Đa", "UBND huyện Cây Đề", "UBND xã Cây Đa"}
		yearA, yearB := rapid.SampledFrom(years).Draw(t, "yearA"), rapid.SampledFrom(years).Draw(t, "yearB")
		issuerA, issuerB := rapid.SampledFrom(issuers).Draw(t, "issuerA"), rapid.SampledFrom(issuers).Draw(t, "issuerB")
		sameYear := yearA == yearB || a.Year != 0 && a.Year == b.Year
		one := same(a, b) && sameYear && vietnamese.Fold(issuerA) == vietnamese.Fold(issuerB)
		if keys := Key(a, yearA, issuerA) == Key(b, yearB, issuerB); keys != one {
			t.Fatalf("%q and %q: keys equal %v, one document %v", a.Canonical, b.Canonical, keys, one)
		}
	})
}
