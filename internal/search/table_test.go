package search_test

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/export"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store/sqlite"
)

// tables is a service over pages of two former districts with targets.
func tables(t testing.TB) *search.Service {
	t.Helper()
	s, err := sqlite.Open(t.Context(), t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for i, place := range []string{"huyện Krông Nô", "huyện Càng Long"} {
		a := tellingArticle(fmt.Sprintf("p%d", i), place)
		insured := "tham gia bảo hiểm xã hội tự nguyện"
		aim(a, insured, 1, "%", "2021", " năm 2021, ")
		aim(a, insured, 2.5, "%", "2025", " năm 2025, ")
		aim(a, insured, 5, "%", "2030", ".\n")
		aim(a, "hộ dùng nước sạch", 60+float64(i), "%", "2019", ".\n")
		aim(a, "trồng rừng", 1500, "ha", "", ".\n")
		a.Assignments = []model.Assignment{{Evidence: a.Targets[0].Evidence, Agency: "Công an huyện", Due: model.Date{Year: 2021, Month: 6, Day: 30}}}
		if err := s.PutArticle(t.Context(), a, ""); err != nil {
			t.Fatal(err)
		}
	}
	return search.New(s, nil, func(id string) string { return "Cổng " + id })
}

func tellingArticle(portal, place string) *model.Article {
	link := "https://" + portal + ".gov.vn/ke-hoach"
	a := &model.Article{
		ID: model.ArticleID(link), URL: link, Portal: portal, Kind: model.KindArticle, Title: "Kế hoạch", Text: "Kế hoạch số 52/KH-UBND. Căn cứ Luật 45/2019/QH14.\n",
		Published: model.Date{Year: 2019, Month: 3, Day: 18}, Place: place,
	}
	number := func(quote, typ, no string, year int) model.Mention {
		at := strings.Index(a.Text, quote)
		return model.Mention{
			Evidence: model.Evidence{Quote: quote, Span: model.Span{Start: at, End: at + len(quote)}},
			Number:   model.DocNumber{Type: typ, No: no, Year: year, Symbol: strings.TrimLeft(quote, "0123456789/"), Canonical: quote},
		}
	}
	plan, law := number("52/KH-UBND", "KH", "52", 0), number("45/2019/QH14", "L", "45", 2019)
	plan.Role, plan.Issuer, plan.Issued = model.Announced, "UBND "+place, a.Published
	law.Role = model.Cited
	a.Mentions = []model.Mention{plan, law}
	return a
}

func aim(a *model.Article, indicator string, value float64, unit, due, end string) {
	quote := fmt.Sprintf("%s đạt %v%s", indicator, value, unit)
	at := len(a.Text)
	a.Text += quote + end
	a.Targets = append(a.Targets, model.Target{
		Evidence:  model.Evidence{Quote: quote, Span: model.Span{Start: at, End: at + len(quote)}},
		Indicator: indicator, Op: model.AtLeast, Value: &value, Unit: unit, Due: due,
	})
}

func values(t testing.TB, query string) url.Values {
	t.Helper()
	v, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func targets(t testing.TB, s *search.Service, query string) search.TargetsAnswer {
	t.Helper()
	q, err := search.ParseTargets(values(t, query))
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	a, err := s.Targets(t.Context(), q)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return a
}

func TestTargets(t *testing.T) {
	s := tables(t)
	for query, want := range map[string]int{
		"": 10, "unit=%25": 8, "unit=%25&value=>=50": 2, "value=>60&unit=%25": 1, "value=50..60,5": 1, "value=<2,5": 2, "value=1500": 2,
		"indicator=BHXH t%E1%BB%B1 nguy%E1%BB%87n": 6, "indicator=bao hiem xa hoi": 6, "indicator=nước bhxh": 0, "year=2021..2025": 4, "year=2019": 4,
		"due=2021": 2, "due=2025-01..31/12/2025": 2, "issued=2019": 10, "issued=..2018": 0, "portal=p0": 5, "issuer=ủy ban nhân dân càng long": 5,
		"place=huyện Krông Nô": 5, "place=tỉnh Đắk Nông": 5, "place=lâm đồng": 5, "place=xã Nâm Nung": 5, "place=tỉnh Trà Vinh": 5, "place=Hà Nội": 0,
		"document=52_kh-ubnd.2019.ubnd-huyen-krong-no": 5, "family=poverty_rate": 0,
	} {
		query = strings.ReplaceAll(query, " ", "+")
		if a := targets(t, s, query); a.Total != want || len(a.Targets) != want {
			t.Errorf("%s: %d rows of %d, want %d", query, len(a.Targets), a.Total, want)
		}
	}
	a := targets(t, s, "indicator=bhxh&portal=p0")
	var series []string
	for _, r := range a.Targets {
		series = append(series, fmt.Sprintf("%v %s %d", *r.Value, r.Due, r.Series))
	}
	if diff := cmp.Diff([]string{"1 2021 0", "2.5 2025 0", "5 2030 0"}, series); diff != "" {
		t.Errorf("one sentence (-want +got):\n%s", diff)
	}
	if r := a.Targets[0]; r.Announces == nil || r.Announces.Name != "Kế hoạch 52/KH-UBND" || r.PortalName != "Cổng p0" {
		t.Errorf("%+v", r.Source)
	}
	if a.Filters[0].Words != "chỉ tiêu: bhxh" || a.Filters[1].Value != "p0" {
		t.Errorf("%+v", a.Filters)
	}
}

// TestPagesAndFilesHaveTheSameRows walks every order in pages and as a file.
func TestPagesAndFilesHaveTheSameRows(t *testing.T) {
	s := tables(t)
	for _, query := range []string{"sort=value", "sort=-value&unit=%25", "sort=due", "sort=-due", "sort=issued", "year=2019"} {
		q, err := search.ParseTargets(values(t, query))
		if err != nil {
			t.Fatal(err)
		}
		table, err := s.TargetsTable(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		quote := slices.IndexFunc(table.Columns, func(c export.Column) bool { return c.Name == "quote" })
		var file []string
		for row, err := range table.Rows {
			if err != nil {
				t.Fatal(err)
			}
			file = append(file, row[quote].(string))
		}
		for size := 1; size <= 4; size++ {
			var paged []string
			next := ""
			for range 20 {
				a := targets(t, s, fmt.Sprintf("%s&limit=%d&cursor=%s", query, size, next))
				for _, r := range a.Targets {
					paged = append(paged, r.Quote)
				}
				if next = a.Next; next == "" {
					break
				}
			}
			if diff := cmp.Diff(file, paged); diff != "" || len(file) == 0 {
				t.Errorf("%s in pages of %d (-file +pages):\n%s", query, size, diff)
			}
		}
		if again, err := search.ParseTargets(values(t, table.Question)); err != nil || !slices.Equal(again.Filters, q.Filters) {
			t.Errorf("the question of the file, %s, asks %v, %v", table.Question, again.Filters, err)
		}
	}
}

func TestAssignmentsAndMissing(t *testing.T) {
	s := tables(t)
	q, err := search.ParseAssignments(values(t, "agency=cong+an&due=2021-06&sort=-due"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := s.Assignments(t.Context(), q)
	if err != nil || a.Total != 2 || len(a.Assignments) != 2 || a.Assignments[0].ArticleTitle != "Kế hoạch" {
		t.Errorf("%+v, %v", a, err)
	}
	m, err := search.ParseMissing(values(t, "year=2019&least=2"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.Missing(t.Context(), m)
	if err != nil || found.Total != 1 || found.Missing[0].Citing != 2 || found.Missing[0].Place.Passage.Text != "Căn cứ Luật 45/2019/QH14." {
		t.Errorf("%+v, %v", found, err)
	}
	for _, table := range []func() (export.Table, error){
		func() (export.Table, error) { return s.AssignmentsTable(t.Context(), q) },
		func() (export.Table, error) { return s.MissingTable(t.Context(), m) },
	} {
		tab, err := table()
		if err != nil {
			t.Fatal(err)
		}
		if n, err := export.Write(export.JSONL, &strings.Builder{}, tab); n == 0 || err != nil {
			t.Errorf("%s: %d rows, %v", tab.Title, n, err)
		}
		if len(tab.Coverage) != 2 || tab.Coverage[0].From != 2019 {
			t.Errorf("coverage %+v", tab.Coverage)
		}
	}
}

func TestHitsTable(t *testing.T) {
	s := tables(t)
	hits := func(yield func(search.Hit, error) bool) {
		_ = yield(search.Hit{Title: "a", Score: 0.5, Documents: []search.Document{{Document: model.Document{Number: model.DocNumber{No: "5", Canonical: "5/KH-UBND"}}}}}, nil) &&
			yield(search.Hit{}, errors.New("the index has gone"))
	}
	table, err := s.HitsTable(t.Context(), url.Values{"q": {"a"}}, []string{"câu: a"}, hits)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if n, err := export.Write(export.JSONL, &out, table); n != 1 || err == nil {
		t.Errorf("%d rows, %v: %s", n, err, out.String())
	}
}

func TestTableQuestionsThatCannotBeUsed(t *testing.T) {
	s := tables(t)
	good := targets(t, s, "limit=2").Next
	for field, queries := range map[string][]string{
		"value":     {"value=nhiều", "value=1.500", "value=>=", "value=80..50", "value=..", "value=1e9", "value=nan", "value=0x10", "value=" + strings.Repeat("9", 400)},
		"year":      {"year=19", "year=2025..2021", "year=..", "year=9999", "year=2019-"},
		"due":       {"due=hôm+qua", "due=2022-13", "due=2023..2022", "due=..", "due=31/2/2022"},
		"issued":    {"issued=%27+OR+1=1"},
		"family":    {"family=no-such"},
		"indicator": {"indicator=%25%25", "indicator=%ff", "indicator=a%00b", "indicator=" + strings.Repeat("a+", 100)},
		"sort":      {"sort=title", "sort=--due", "sort=-issued%3b"},
		"limit":     {"limit=0", "limit=-1", "limit=101", "limit=mười"},
		"cursor": {
			"limit=2&cursor=x", "limit=2&cursor=" + good[1:], "limit=2&cursor=" + good[:len(good)-2], "limit=2&unit=ha&cursor=" + good,
			"limit=2&sort=value&cursor=" + good, "cursor=" + strings.Repeat("A", 100_000), "cursor=%00",
		},
	} {
		for _, query := range queries {
			q, err := search.ParseTargets(values(t, query))
			if err == nil {
				_, err = s.Targets(t.Context(), q)
			}
			var fault *search.FieldError
			if !errors.As(err, &fault) || fault.Field != field {
				t.Errorf("%.80s: %v, want a fault of %s", query, err, field)
			}
		}
	}
	for i := range good { // every byte counts
		bent := []byte(good)
		bent[i] ^= 1
		q, err := search.ParseTargets(url.Values{"limit": {"2"}, "cursor": {string(bent)}})
		if err == nil {
			_, err = s.Targets(t.Context(), q)
		}
		if !errors.Is(err, search.ErrQuestion) {
			t.Errorf("a cursor with byte %d bent gives %v", i, err)
		}
	}
}

func FuzzTables(f *testing.F) {
	s := tables(f)
	for _, seed := range []string{"unit=%25&value=>=50", "year=2021..&due=30/6/2022", "place=x&issuer=y&indicator=BHXH", "sort=-value&cursor=aaaa&limit=3", "type=KH&least=2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		v, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		targets, err1 := search.ParseTargets(v)
		assignments, err2 := search.ParseAssignments(v)
		missing, err3 := search.ParseMissing(v)
		if err1 == nil {
			_, err1 = s.Targets(t.Context(), targets)
		}
		if err2 == nil {
			_, err2 = s.Assignments(t.Context(), assignments)
		}
		if err3 == nil {
			_, err3 = s.Missing(t.Context(), missing)
		}
		for _, err := range []error{err1, err2, err3} {
			if err != nil && !errors.Is(err, search.ErrQuestion) {
				t.Errorf("%q: %v", query, err)
			}
		}
	})
}
