package query

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tracuu/internal/filter"
)

// sameReading writes what two readings of one question must share. The
// condition is compared as text: trees of 32 levels are too much for cmp.
func sameReading(q Query) string {
	lines := []string{describe(q)}
	if q.Where != nil {
		lines = append(lines, "where: "+printExpr(*q.Where))
	}
	return strings.Join(lines, "\n")
}

// roundTrip reads what the normal form of a text says.
func roundTrip(text string, o Options) string {
	q := Read(text, o)
	want, got := sameReading(q), sameReading(Read(q.String(), o))
	if want != got {
		return "read as\n" + want + "\nand again as\n" + got
	}
	return ""
}

// pieces make texts of all that has a meaning, in any order.
var pieces = []string{
	"rác", "thải", "KẾ", "HOẠCH", "UBND", "52", "52/KH-UBND", "2022", "cơ", "quan", "lĩnh", "từ", "ngày", "năm", "văn bản", "hoặc",
	"OR", "HOẶC", "VÀ", "AND", "NOT", "KHÔNG", "|", "-", "-rác", "-52", "-UBND", "-Kế", "--", "(", ")", "((", "()", "a(b)", "x(138)",
	`"`, `"an ninh"`, "“", "”", "'", "'a b'", "R'lấp", "«", ":", "a:b", "quan:x", "8:30", "https://a.vn/x:y", "loại:KH", "loại:", "loại:x",
	`loại:"kế hoạch"`, "loại:KH,CT", "-loại:KH", "nơi:Càng", `nơi:"Càng Long"`, "nơi:", "năm:2021", "năm:2021..", "năm:", "ngày:18/3/2022",
	"từ:2022", "trước:18.3.2022", "ngày:6", "tháng qua", "tệp:không", "trạng thái:cited", "cấp:trung ương", `cơ quan:"UBND xã"`, "cổng:a-b",
	"\n", "\t", "\u00a0", "１", "Đ\u200b", ",", ".", "..", "/", "cấp:xã", "?",
}

func TestNormalForm(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(r, "pieces")
		text := strings.Join(parts, rapid.SampledFrom([]string{" ", " ", ""}).Draw(r, "between"))
		o := sunday
		if rapid.Bool().Draw(r, "off") {
			o.Off = []ChipKind{rapid.SampledFrom(switchable).Draw(r, "kind")}
		}
		if diff := roundTrip(text, o); diff != "" {
			r.Errorf("%q, normal %q:\n%s", text, Read(text, o).String(), diff)
		}
	})
}

// TestBounds: conditions stay small and shallow whatever is typed.
func TestBounds(t *testing.T) {
	for name, s := range map[string]string{
		"parentheses": strings.Repeat("(", 10_000), "closed": strings.Repeat("(", 400) + "a" + strings.Repeat(")", 400),
		"deep or": strings.Repeat("(a|", 200) + "b" + strings.Repeat(")", 200), "not": strings.Repeat("NOT ", 300) + "a",
		"deep not": strings.Repeat("-(", 300) + "a" + strings.Repeat(")", 300), "filters": strings.Repeat("năm:2021 ", 200),
		"list": "loại:" + strings.Repeat("KH,", 300) + "CT", "or": strings.Repeat("a|", 1<<19), "quotes": strings.Repeat(`"a" `, 1<<18),
		"colons": strings.Repeat("loại:", 1<<18), "exclusions": strings.Repeat("-a ", 1<<18), "single quotes": strings.Repeat("'a ", 1<<18),
		"megabyte": strings.Repeat("a", 1<<20), "NUL": strings.Repeat("\x00", 1<<20), "not UTF-8": strings.Repeat("\xff\xfe", 1<<19),
		"places": strings.Repeat("52/KH-UBND càng long ", 1<<15),
	} {
		began := time.Now()
		q := Read(s, sunday)
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s: %v", name, took)
		}
		if nodes, depth := sizeOf(q.Where); nodes > 200 || depth > maxDepth+2 {
			t.Errorf("%s: %d nodes, %d deep", name, nodes, depth)
		}
		if diff := roundTrip(s, sunday); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func sizeOf(e *filter.Expr) (nodes, depth int) {
	if e == nil {
		return 0, 0
	}
	for i := range e.Of {
		n, d := sizeOf(&e.Of[i])
		nodes, depth = nodes+n, max(depth, d)
	}
	return nodes + 1, depth + 1
}

func FuzzRead(f *testing.F) {
	for _, s := range pieces {
		f.Add(s + " rác")
	}
	f.Add("(rác thải loại:KH) OR (nước thải loại:CT) -nhựa")
	f.Fuzz(func(t *testing.T, s string) {
		if diff := roundTrip(s, sunday); diff != "" {
			t.Errorf("%q, normal %q:\n%s", s, Read(s, sunday).String(), diff)
		}
		if nodes, depth := sizeOf(Read(s, sunday).Where); nodes > 200 || depth > maxDepth+2 {
			t.Errorf("%q: %d nodes, %d deep", s, nodes, depth)
		}
	})
}
