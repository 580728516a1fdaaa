package retrieval

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"tracuu/internal/rank"
	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// notices are authored: invented places, real shapes.
func notices() []line {
	return []line{
		{"nuoc", "Kế hoạch cấp nước sạch nông thôn huyện Sơn Hà", "Phấn đấu 90% hộ dân được dùng nước sạch.\nLàm đường giao thông vào xã Tân Khê.\nGiao Ủy ban nhân dân các xã thực hiện."},
		{"mia", "Giá mía niên vụ mới", "Nhà máy đường Sơn Hà thu mua mía; giá đường tăng, dương lịch năm nay.\nHộ trồng mía được hỗ trợ giống."},
		{"duong", "Phố Dương mở hội", "Dân phố Dương giao lưu, thông báo của khu phố về đường thoát nước."},
		{"nghia", "Giải thích từ ngữ\n", "1. Hộ cận nghèo là hộ có thu nhập trên chuẩn nghèo.\n2. Chuẩn nghèo là mức thu nhập do Nhà nước quy định."},
		{"ubnd", "UBND họp thường kỳ", "Kỹ sư trình bày lí do. Chủ tọa kết luận về nước thải."},
	}
}

func ids(t *testing.T, s *Searcher, r Request) []string {
	t.Helper()
	res, err := s.Search(t.Context(), r)
	if err != nil {
		t.Fatalf("%.60q: %v", r.Text, err)
	}
	var out []string
	for _, h := range res.Hits {
		out = append(out, h.ID)
	}
	return out
}

func TestFirst(t *testing.T) {
	s := indexed(t, notices(), Options{})
	for typed, want := range map[string]string{
		"nuoc sach nong thon": "nuoc", "đường giao thông": "nuoc", "hộ cận nghèo là gì": "nghia",
		"gia mia nien vu": "mia", "ủy ban nhân dân họp": "ubnd", "kĩ sư": "ubnd", "lý do": "ubnd",
		"nuocsach": "nuoc", "tankhe": "nuoc",
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if got := ids(t, s, Request{Text: form.String(typed)}); len(got) == 0 || got[0] != want {
				t.Errorf("%s: found %q, want %s first", typed, got, want)
			}
		}
	}
}

func TestPhrases(t *testing.T) {
	s := indexed(t, notices(), Options{})
	for typed, want := range map[string][]string{
		`"đường giao thông"`:   {"nuoc"},
		`"duong giao thong"`:   {"nuoc"},
		`"dương giao thông"`:   nil,
		`"phố Dương" hội`:      {"duong"},
		`"phó dương"`:          nil,
		`"lý do"`:              {"ubnd"},
		`"Sơn Hà thu" "giống"`: {"mia"},
		`"giao đường thông"`:   nil,
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if diff := cmp.Diff(want, ids(t, s, Request{Text: form.String(typed)})); diff != "" {
				t.Errorf("%s:\n%s", typed, diff)
			}
		}
	}
}

// TestPhrasesOfRealTexts: what is quoted from an article is found in all the
// articles that have it letter by letter, and in none that has other words or
// other accents.
func TestPhrasesOfRealTexts(t *testing.T) {
	docs := readLines(t, require.Shared(t, "eval/retrieval/corpus.jsonl"))[:300]
	s := indexed(t, docs, Options{})
	exact := make(map[string]string) // the words of each article, one blank around each
	for _, d := range docs {
		exact[d.ID] = exactWords(d.Title) + exactWords(d.Text)
	}
	checked := 0
	for i, phrase := range excerpts(docs, 3, 200) {
		if strings.ContainsAny(phrase, `.;:!?/"“”()`) {
			continue
		}
		checked++
		form := []norm.Form{norm.NFC, norm.NFD}[i%2]
		found := ids(t, s, Request{Text: form.String(`"` + phrase + `"`), Limit: len(docs)})
		for _, id := range found {
			if !strings.Contains(exact[id], exactWords(phrase)) {
				t.Errorf("%q is found in %s, which does not have it", phrase, id)
			}
		}
		for _, d := range docs {
			if strings.Contains(d.Text, " "+phrase+" ") && !slices.Contains(found, d.ID) {
				t.Errorf("%q is not found in %s", phrase, d.ID)
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d phrases could be quoted", checked)
	}
}

func exactWords(text string) string {
	words := " "
	for tok := range vietnamese.Tokens(text) {
		if tok.Kind != vietnamese.Compound {
			words += vietnamese.Exact(text[tok.Start:tok.End]) + " "
		}
	}
	return words
}

func TestExplainAddsUp(t *testing.T) {
	s := indexed(t, notices(), Options{})
	res, err := s.Search(t.Context(), Request{Text: "hộ cận nghèo", Explain: true})
	if err != nil || len(res.Hits) == 0 {
		t.Fatalf("%+v, %v", res, err)
	}
	for _, h := range res.Hits {
		sum := 0.0
		for _, f := range h.Features {
			sum += f.Share
		}
		if diff := sum - h.Score; diff > 1e-9 || diff < -1e-9 || len(h.Features) == 0 {
			t.Errorf("%s: shares %v, score %v", h.ID, h.Features, h.Score)
		}
	}
}

func TestPagesFitTogether(t *testing.T) {
	var docs []line
	for i := range 90 {
		docs = append(docs, line{fmt.Sprint(i), "Thông báo", strings.Repeat("họp ", i%7+1) + strings.Repeat("khác ", i%11)})
	}
	s := indexed(t, docs, Options{Candidates: 40})
	seen := make(map[string]bool)
	for offset := 0; offset < 100; offset += 15 {
		for _, id := range ids(t, s, Request{Text: "hop", Limit: 15, Offset: offset}) {
			if seen[id] {
				t.Errorf("%s is on two pages", id)
			}
			seen[id] = true
		}
	}
	if len(seen) != len(docs) {
		t.Errorf("pages hold %d of %d", len(seen), len(docs))
	}
}

func TestBadQueries(t *testing.T) {
	s := indexed(t, notices(), Options{})
	var many strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&many, "từ%d ", i)
	}
	for _, typed := range []string{
		"", " ", "😀", `"`, `"" «`, "\xff\xfe", "của và là", "12 34", "漢字 по-русски", many.String(),
		strings.Repeat(`"nước sạch" `, 9_000), strings.Repeat("a", 100_000), strings.Repeat("9/", 50_000),
	} {
		start := time.Now()
		ids(t, s, Request{Text: typed, Offset: -1, Limit: 50})
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.20q took %v", typed, took)
		}
	}
}

// TestMarks: on real articles, whatever runs of their words are asked for, in
// NFC and NFD, every mark stands on words that were asked for, or on the whole of
// another form of them.
func TestMarks(t *testing.T) {
	docs := readLines(t, require.Shared(t, "eval/retrieval/corpus.jsonl"))[:300]
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		for i := range docs {
			docs[i].Text = form.String(docs[i].Text)
		}
		s := indexed(t, docs, Options{})
		for _, typed := range excerpts(docs, 6, 60) {
			checkMarks(t, s, typed)
			checkMarks(t, s, vietnamese.Fold(typed))
		}
	}
}

func checkMarks(t *testing.T, s *Searcher, typed string) {
	t.Helper()
	ranker, err := rank.Default()
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, f := range ranker.Ask(typed).Forms() {
		forms = append(forms, " "+f.As+" ", " ")
	}
	otherForms := strings.NewReplacer(forms...)
	asked := make(map[string]bool)
	for tok := range vietnamese.Tokens(typed) {
		asked[tok.Text] = true
	}
	res, err := s.Search(t.Context(), Request{Text: typed})
	if err != nil || len(res.Hits) == 0 {
		t.Fatalf("%q: %d hits, %v", typed, len(res.Hits), err)
	}
	for _, h := range res.Hits {
		var starts, ends []int
		for tok := range vietnamese.Tokens(h.Snippet) {
			starts, ends = append(starts, tok.Start), append(ends, tok.End)
		}
		for _, m := range h.Marks {
			if !slices.Contains(starts, m.Start) || !slices.Contains(ends, m.End) {
				t.Errorf("%q: mark %v of %q cuts a word", typed, m, h.Snippet)
				continue
			}
			marked := " "
			for tok := range vietnamese.Tokens(h.Snippet[m.Start:m.End]) {
				if tok.Kind != vietnamese.Compound {
					marked += tok.Text + " "
				}
			}
			for _, word := range strings.Fields(otherForms.Replace(marked)) {
				if !asked[word] {
					t.Errorf("%q: %q is marked in %q", typed, word, h.Snippet)
				}
			}
		}
	}
}
