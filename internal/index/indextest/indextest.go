// Package indextest holds what every search engine has to do, as tests that
// an engine's own tests run.
package indextest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
)

// Open opens the engine of one test; called again, with the engine before it
// closed, it opens the same index.
type Open func(t *testing.T) index.Engine

// Run runs all tests. It calls newOpen for each test, which gives it an index
// of its own.
func Run(t *testing.T, newOpen func(t *testing.T) Open) {
	for _, tc := range []struct {
		name string
		run  func(*testing.T, Open)
	}{
		{"sequence", testSequence},
		{"apply again", testApplyAgain},
		{"replace and delete", testReplaceAndDelete},
		{"kind changes", testKindChanges},
		{"reopen", testReopen},
		{"typed in many ways", testTyped},
		{"numbers", testNumbers},
		{"phrases", testPhrases},
		{"portal", testPortal},
		{"lists give way", testListsGiveWay},
		{"pages fit together", testPages},
		{"bad queries", testBadQueries},
		{"rarity", testRarity},
		{"forms", testForms},
		{"enough words", testEnough},
		{"model", testModel},
		{"counts", testCounts},
		{"orders", testOrders},
		{"offsets", testOffsets},
		{"among", testAmong},
		{"bad conditions", testBadConditions},
		{"together", testTogether},
	} {
		t.Run(tc.name, func(t *testing.T) { tc.run(t, newOpen(t)) })
	}
}

// records are authored: invented places, real shapes.
func records() []index.Record {
	return []index.Record{
		{
			ID: "nuoc", Kind: model.ArticleChanged, PageKind: model.KindArticle, Portal: "sonha", Place: "huyện Sơn Hà",
			Title:   "Kế hoạch cấp nước sạch nông thôn năm 2023",
			Text:    "Phấn đấu 90% hộ dân được dùng nước sạch. Làm đường giao thông vào xã.",
			Numbers: []string{"52/KH-UBND", "68-KH/HU"}, Agencies: []string{"UBND huyện Sơn Hà"},
		},
		{
			ID: "rac", Kind: model.ArticleChanged, PageKind: model.KindArticle, Portal: "sonha",
			Title: "Phong trào chống rác thải nhựa", Text: "Thực hiện phong trào trên địa bàn huyện.",
			Numbers: []string{"613/KH-UBND"},
		},
		{
			ID: "ngheo", Kind: model.ArticleChanged, PageKind: model.KindArticle, Portal: "longthanh",
			Title: "Giảm nghèo bền vững", Text: "Tỷ lệ hộ nghèo còn dưới 1,5%; nước mắm, gạo sạch bán ở phố Dương.",
			Numbers: []string{"15/2020/NĐ-CP"},
		},
		{
			ID: "52_kh-ubnd", Kind: model.DocumentChanged, Title: "Về việc cấp nước sạch",
			Numbers: []string{"52/KH-UBND"}, Agencies: []string{"UBND huyện Sơn Hà"},
		},
	}
}

func apply(t *testing.T, e index.Engine, b index.Batch) {
	t.Helper()
	if err := e.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
}

// filled opens an engine that holds records() at sequence 4.
func filled(t *testing.T, open Open) index.Engine {
	t.Helper()
	e := open(t)
	apply(t, e, index.Batch{Upserts: records(), Sequence: 4})
	return e
}

func search(t *testing.T, e index.Engine, r index.Request) index.Result {
	t.Helper()
	res, err := e.Search(t.Context(), r)
	if err != nil {
		t.Fatalf("search %.60q: %v", r.Text, err)
	}
	return res
}

func ids(t *testing.T, e index.Engine, text string) []string {
	t.Helper()
	var out []string
	for _, h := range search(t, e, index.Request{Text: text, Limit: 100}).Hits {
		out = append(out, h.ID)
	}
	return out
}

func closed(t *testing.T, e index.Engine) {
	t.Helper()
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
}

func wantSequence(t *testing.T, e index.Engine, want int64) {
	t.Helper()
	if got, err := e.Sequence(t.Context()); err != nil || got != want {
		t.Errorf("sequence %d, %v; want %d", got, err, want)
	}
}

func testSequence(t *testing.T, open Open) {
	e := open(t)
	wantSequence(t, e, 0)
	apply(t, e, index.Batch{Upserts: records()[:1], Sequence: 7})
	wantSequence(t, e, 7)
	apply(t, e, index.Batch{Sequence: 1 << 40})
	wantSequence(t, e, 1<<40)
	closed(t, e)
}

func testApplyAgain(t *testing.T, open Open) {
	e := filled(t, open)
	before := search(t, e, index.Request{Text: "nuoc sach"})
	apply(t, e, index.Batch{Upserts: records(), Deletes: []string{"never there"}, Sequence: 4})
	after := search(t, e, index.Request{Text: "nuoc sach"})
	if before.Total != after.Total || before.Total == 0 {
		t.Errorf("%d hits, then %d", before.Total, after.Total)
	}
	wantSequence(t, e, 4)
	closed(t, e)
}

func testReplaceAndDelete(t *testing.T, open Open) {
	e := filled(t, open)
	changed := records()[1]
	changed.Title, changed.Text = "Trồng cây xanh", "Mỗi xã trồng một nghìn cây."
	apply(t, e, index.Batch{Upserts: []index.Record{changed}, Deletes: []string{"ngheo", "52_kh-ubnd"}, Sequence: 5})
	for query, want := range map[string][]string{
		"trồng cây": {"rac"}, "thải nhựa": nil, "hộ nghèo bền vững": {"nuoc"}, "giam": nil,
	} {
		if diff := cmp.Diff(want, ids(t, e, query)); diff != "" {
			t.Errorf("%s:\n%s", query, diff)
		}
	}
	closed(t, e)
}

func testKindChanges(t *testing.T, open Open) {
	e := filled(t, open)
	r := records()[1]
	r.PageKind = model.KindList
	apply(t, e, index.Batch{Upserts: []index.Record{r}, Sequence: 5})
	if got := ids(t, e, "rác thải nhựa"); !slices.Equal(got, []string{"rac"}) {
		t.Errorf("an article that became a list is found as %q", got)
	}
	closed(t, e)
}

func testReopen(t *testing.T, open Open) {
	e := filled(t, open)
	before := ids(t, e, "nước sạch")
	closed(t, e)
	e = open(t)
	wantSequence(t, e, 4)
	if diff := cmp.Diff(before, ids(t, e, "nước sạch")); diff != "" {
		t.Error(diff)
	}
	closed(t, e)
}

func testTyped(t *testing.T, open Open) {
	e := filled(t, open)
	want := ids(t, e, "cấp nước sạch nông thôn")
	if len(want) == 0 || want[0] != "nuoc" {
		t.Fatalf("found %q, want the plan first", want)
	}
	for name, query := range map[string]string{
		"without diacritics": "cap nuoc sach nong thon",
		"NFD":                norm.NFD.String("cấp nước sạch nông thôn"),
		"upper case":         "CẤP NƯỚC SẠCH NÔNG THÔN",
		"invisible inside":   "cấp nư\u200bớc sạch\u00ad nông thôn",
		"odd blanks":         "  cấp\u00a0nước\tsạch\nnông  thôn ",
	} {
		if diff := cmp.Diff(want, ids(t, e, query)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	closed(t, e)
}

func testNumbers(t *testing.T, open Open) {
	e := filled(t, open)
	for _, query := range []string{"613/KH-UBND", "613 kh ubnd", "613khubnd", "so 613 / KH – UBND", "kh 0613/kh-ubnd"} {
		if got := ids(t, e, query); len(got) == 0 || got[0] != "rac" {
			t.Errorf("%s: found %q", query, got)
		}
	}
	if got := ids(t, e, "nghi dinh 15/2020/nd-cp"); len(got) == 0 || got[0] != "ngheo" {
		t.Errorf("15/2020: found %q", got)
	}
	if res := search(t, e, index.Request{Text: "52/KH-UBND"}); len(res.Hits) < 2 {
		t.Errorf("52/KH-UBND: %v", res.Hits)
	}
	closed(t, e)
}

func testPhrases(t *testing.T, open Open) {
	e := filled(t, open)
	for query, want := range map[string][]string{
		`"đường giao thông"`:          {"nuoc"},
		`"giao thông đường"`:          nil,
		`“gạo sạch” nước`:             {"ngheo"},
		`"nghèo"`:                     {"ngheo"},
		`"chống rác thải nhựa" huyện`: {"rac"},
	} {
		if diff := cmp.Diff(want, ids(t, e, query)); diff != "" {
			t.Errorf("%s:\n%s", query, diff)
		}
	}
	if got := ids(t, e, `"nước sạch`); len(got) < 2 {
		t.Errorf("a quote that is not closed: found %q", got)
	}
	closed(t, e)
}

func testPortal(t *testing.T, open Open) {
	e := filled(t, open)
	res := search(t, e, index.Request{Text: "nước sạch", Where: &filter.Expr{Op: filter.Is, Field: filter.Portal, Value: "longthanh"}})
	if res.Total != 1 || len(res.Hits) != 1 || res.Hits[0].ID != "ngheo" || res.Hits[0].Kind != model.ArticleChanged {
		t.Errorf("found %+v", res)
	}
	closed(t, e)
}

func testListsGiveWay(t *testing.T, open Open) {
	e := open(t)
	var rs []index.Record
	for i, kind := range []model.Kind{model.KindList, model.KindOther, model.KindArticle, model.KindDocument} {
		rs = append(rs, index.Record{
			ID: fmt.Sprint(i), Kind: model.ArticleChanged, PageKind: kind, Title: "Chỉ thị mới", Text: "Về phòng cháy.",
		})
	}
	apply(t, e, index.Batch{Upserts: rs, Sequence: 1})
	got := ids(t, e, "phòng cháy")
	if len(got) != 4 || got[0] < "2" || got[1] < "2" {
		t.Errorf("found %q, want 2 and 3 first", got)
	}
	closed(t, e)
}

func testPages(t *testing.T, open Open) {
	e := open(t)
	var rs []index.Record
	for i := range 450 {
		kind := model.KindArticle
		if i%3 == 0 {
			kind = model.KindList
		}
		rs = append(rs, index.Record{
			ID: fmt.Sprint(i), Kind: model.ArticleChanged, PageKind: kind,
			Title: "Thông báo", Text: strings.Repeat("họp ", i%7+1) + strings.Repeat("khác ", i%11),
		})
	}
	apply(t, e, index.Batch{Upserts: rs, Sequence: 1})
	seen := map[string]bool{}
	for offset := 0; offset < 460; offset += 70 {
		for _, h := range search(t, e, index.Request{Text: "hop", Limit: 70, Offset: offset}).Hits {
			if seen[h.ID] {
				t.Fatalf("%s is on two pages", h.ID)
			}
			seen[h.ID] = true
		}
	}
	if len(seen) != len(rs) {
		t.Errorf("pages hold %d records of %d", len(seen), len(rs))
	}
	closed(t, e)
}

func testBadQueries(t *testing.T, open Open) {
	e := filled(t, open)
	for name, query := range map[string]string{
		"empty": "", "blank": " \t\n", "emoji": "😀🎉", "quotes": `"" “ " «»`, "stops": ". , ; - / %",
		"operators": `+nước -sạch title:x ~2 *? \`,
	} {
		if got := ids(t, e, query); name != "operators" && len(got) != 0 {
			t.Errorf("%s: found %q", name, got)
		}
	}
	var many strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&many, "từ%d ", i)
	}
	for name, query := range map[string]string{
		"not UTF-8": "n\xff\xfeước sạch\xc3", "one long word": strings.Repeat("a", 100_000),
		"many words": many.String(), "many quotes": strings.Repeat(`"nước sạch" `, 9_000), "long number": strings.Repeat("9/", 50_000),
	} {
		search(t, e, index.Request{Text: query, Limit: 1 << 30, Offset: -5})
		search(t, e, index.Request{Text: name, Offset: 1 << 30})
	}
	closed(t, e)
}

func testRarity(t *testing.T, open Open) {
	e := filled(t, open)
	r, ok := e.(index.Rarity)
	if !ok {
		t.Fatalf("%T does not tell how rare terms are", e)
	}
	records, with, err := r.Frequencies(t.Context(), []string{"ho", "nuoc sach", "nhua", "sach nuoc", ""})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]uint64{2, 2, 1, 0, 0}, with); records != 4 || diff != "" {
		t.Errorf("%d records\n%s", records, diff)
	}
	closed(t, e)
}

func testForms(t *testing.T, open Open) {
	e := filled(t, open)
	res := search(t, e, index.Request{Text: "rtn", Forms: []index.Form{{Of: "rtn", As: "rac thai nhua"}, {Of: "rtn", As: "xa"}}})
	if len(res.Hits) == 0 || res.Hits[0].ID == "" {
		t.Errorf("found %+v", res)
	}
	closed(t, e)
}
