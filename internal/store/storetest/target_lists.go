package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// goal adds a target to a page, in a sentence of its own unless quote goes on
// in the one before.
func goal(a *model.Article, indicator string, value float64, unit, due string) *model.Target {
	return goalIn(a, indicator, value, unit, due, ".\n")
}

func goalIn(a *model.Article, indicator string, value float64, unit, due, end string) *model.Target {
	quote := fmt.Sprintf("%s đạt %v%s", indicator, value, unit)
	proof := model.Evidence{Quote: quote, Span: model.Span{Start: len(a.Text), End: len(a.Text) + len(quote)}, Rule: "mau", Confidence: 0.9}
	a.Text += quote + end
	a.Targets = append(a.Targets, model.Target{Evidence: proof, Indicator: indicator, Op: model.Equal, Value: &value, Unit: unit, Due: due})
	return &a.Targets[len(a.Targets)-1]
}

// goals are three pages with targets: of a plan, of news of an unknown day, and
// of a page that announces two documents.
func goals() (plan, news, both *model.Article) {
	plan = page("cang-long", 2022, announce(calangLong), cite("45/2019/QH14", 2019, "Quốc hội"))
	plan.Issuer = calangLong
	goalIn(plan, "Tỷ lệ tham gia bảo hiểm xã hội tự nguyện", 1, "%", "2021", " năm 2021, ").Family = "social_insurance"
	goalIn(plan, "Tỷ lệ tham gia bảo hiểm xã hội tự nguyện", 2.5, "%", "2025", " năm 2025, ").Family = "social_insurance"
	goal(plan, "Tỷ lệ tham gia bảo hiểm xã hội tự nguyện", 5, "%", "2030-06").Family = "social_insurance"
	upper := 80.0
	reach := goal(plan, "hộ dùng nước sạch", 60, "%", "")
	reach.Op, reach.ValueTo, reach.Place = model.Range, &upper, "xã Mỹ Cẩm"
	plan.Targets = append(plan.Targets, model.Target{Evidence: plan.Targets[3].Evidence, Indicator: "đô thị loại IV", Op: model.Qualitative, Due: "2025"})

	news = page("krong-no", 0)
	goal(news, "diện tích trồng rừng", 200, "ha", "2019-12-31")
	goal(news, "văn bản điện tử", 100, "%", "2019")

	both = page("tan-khe", 2020, announce("UBND huyện Tân Khê"), told{"7/CT-UBND", 2020, "UBND huyện Tân Khê", model.Announced})
	goal(both, "giảm rác thải nhựa", 50, "%", "")
	return plan, news, both
}

func testTargetLists(t *testing.T, open Open) {
	s := open(t)
	plan, news, both := goals()
	commitPages(t, s, plan, news, both)
	commit(t, s, visit(plan, start.Add(time.Hour)))
	number := func(n float64) *float64 { return &n }
	day := func(y int, m time.Month, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }
	percent := store.TargetFilter{Unit: "%"}
	for name, c := range map[string]struct {
		filter store.TargetFilter
		want   []string
	}{
		"all":          {store.TargetFilter{}, []string{"cang-long 0", "cang-long 1", "cang-long 2", "cang-long 3", "cang-long 4", "krong-no 0", "krong-no 1", "tan-khe 0"}},
		"unit":         {store.TargetFilter{Unit: "ha"}, []string{"krong-no 0"}},
		"at least":     {store.TargetFilter{Unit: percent.Unit, Amount: store.Amounts{From: number(50)}}, []string{"cang-long 3", "krong-no 1", "tan-khe 0"}},
		"more than":    {store.TargetFilter{Unit: percent.Unit, Amount: store.Amounts{From: number(50), FromStrict: true}}, []string{"cang-long 3", "krong-no 1"}},
		"range meets":  {store.TargetFilter{Unit: percent.Unit, Amount: store.Amounts{From: number(70), To: number(90)}}, []string{"cang-long 3"}},
		"at most":      {store.TargetFilter{Amount: store.Amounts{To: number(2.5)}}, []string{"cang-long 0", "cang-long 1"}},
		"less than":    {store.TargetFilter{Amount: store.Amounts{To: number(2.5), ToStrict: true}}, []string{"cang-long 0"}},
		"family":       {store.TargetFilter{Family: "social_insurance"}, []string{"cang-long 0", "cang-long 1", "cang-long 2"}},
		"words":        {facts(store.FactFilter{Words: []store.Phrases{{"bhxh", "bao hiem xa hoi"}, {"tu nguyen"}}}), []string{"cang-long 0", "cang-long 1", "cang-long 2"}},
		"half a word":  {facts(store.FactFilter{Words: []store.Phrases{{"bao hie"}}}), nil},
		"year of due":  {store.TargetFilter{Year: store.Years{From: 2019, To: 2019}}, []string{"krong-no 0", "krong-no 1"}},
		"year of page": {store.TargetFilter{Year: store.Years{From: 2022, To: 2022}}, []string{"cang-long 3"}},
		"open years":   {store.TargetFilter{Year: store.Years{From: 2025}}, []string{"cang-long 1", "cang-long 2", "cang-long 4"}},
		"early years":  {store.TargetFilter{Year: store.Years{To: 2020}}, []string{"krong-no 0", "krong-no 1", "tan-khe 0"}},
		"due": {
			facts(store.FactFilter{Due: store.Days{From: day(2030, 6, 30), To: day(2030, 6, 30)}}),
			[]string{"cang-long 2"},
		},
		"due until":     {facts(store.FactFilter{Due: store.Days{To: day(2019, 12, 31)}}), []string{"krong-no 0", "krong-no 1"}},
		"issued":        {facts(store.FactFilter{Issued: store.Days{From: day(2020, 1, 1), To: day(2020, 12, 31)}}), []string{"tan-khe 0"}},
		"place of goal": {facts(store.FactFilter{Place: []store.Phrases{{"my cam"}}}), []string{"cang-long 3"}},
		"place of page": {facts(store.FactFilter{Place: []store.Phrases{{"huyen krong no"}}}), []string{"krong-no 0", "krong-no 1"}},
		"issuer":        {facts(store.FactFilter{Issuer: []store.Phrases{{"uy ban nhan dan", "ubnd"}, {"cang long"}}}), []string{"cang-long 0", "cang-long 1", "cang-long 2", "cang-long 3", "cang-long 4"}},
		"portal":        {facts(store.FactFilter{Portal: "tan-khe"}), []string{"tan-khe 0"}},
		"document":      {store.TargetFilter{Unit: "%", Amount: store.Amounts{From: number(3)}, FactFilter: store.FactFilter{Document: inCang}}, []string{"cang-long 2", "cang-long 3"}},
		"one of two":    {facts(store.FactFilter{Document: "7_ct-ubnd.2020.ubnd-huyen-tan-khe"}), nil},
		"SQL":           {facts(store.FactFilter{Portal: "' OR 1=1 --", Words: []store.Phrases{{"') OR 1=1 --"}}}), nil},
	} {
		got := targetNames(t, s, c.filter, store.Page{Order: store.ByIssued, Desc: true, Limit: 100})
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if n, err := s.CountTargets(t.Context(), c.filter); n != len(c.want) || err != nil {
			t.Errorf("%s: %d counted, %v, want %d", name, n, err, len(c.want))
		}
	}
	testTargetRow(t, s, plan)
	testTargetOrders(t, s)
}

func facts(f store.FactFilter) store.TargetFilter { return store.TargetFilter{FactFilter: f} }

// targetNames lists rows as "portal place".
func targetNames(t *testing.T, s store.Store, f store.TargetFilter, p store.Page) []string {
	t.Helper()
	rows, err := s.Targets(t.Context(), f, p)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range rows {
		names = append(names, fmt.Sprintf("%s %d", r.Portal, r.Position.Pos))
	}
	return names
}

func testTargetRow(t *testing.T, s store.Store, plan *model.Article) {
	rows, err := s.Targets(t.Context(), store.TargetFilter{Family: "social_insurance"}, store.Page{Order: store.ByIssued, Desc: true, Limit: 3})
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	held, err := s.Document(t.Context(), inCang)
	if err != nil {
		t.Fatal(err)
	}
	want := store.TargetAt{Target: plan.Targets[1], Series: 0, FactAt: store.FactAt{
		ArticleID: plan.ID, ArticleTitle: plan.Title, ArticleURL: plan.URL, Portal: plan.Portal, ArticlePlace: plan.Place,
		Published: plan.Published, Captured: start.Add(time.Hour), Document: &held,
		Position: store.Position{Key: "2022-03-18", ID: plan.ID, Pos: 1},
	}}
	if diff := cmp.Diff(want, rows[1]); diff != "" {
		t.Errorf("a row (-want +got):\n%s", diff)
	}
	all, err := s.Targets(t.Context(), store.TargetFilter{Unit: "%", FactFilter: store.FactFilter{Portal: "cang-long"}}, store.Page{Order: store.ByIssued, Limit: 9})
	if err != nil || len(all) != 4 || all[2].Series != 0 || all[3].Series != 3 {
		t.Errorf("one sentence is one series: %+v, %v", all, err)
	}
}

// testTargetOrders walks each order in pages of every size.
func testTargetOrders(t *testing.T, s store.Store) {
	for name, c := range map[string]struct {
		page store.Page
		want []string
	}{
		"newest first":      {store.Page{Order: store.ByIssued, Desc: true}, []string{"cang-long 0", "cang-long 1", "cang-long 2", "cang-long 3", "cang-long 4", "tan-khe 0", "krong-no 0", "krong-no 1"}},
		"oldest first":      {store.Page{Order: store.ByIssued}, []string{"tan-khe 0", "cang-long 0", "cang-long 1", "cang-long 2", "cang-long 3", "cang-long 4", "krong-no 0", "krong-no 1"}},
		"value":             {store.Page{Order: store.ByValue}, []string{"cang-long 0", "cang-long 1", "cang-long 2", "tan-khe 0", "cang-long 3", "krong-no 1", "krong-no 0", "cang-long 4"}},
		"greatest":          {store.Page{Order: store.ByValue, Desc: true}, []string{"krong-no 0", "krong-no 1", "cang-long 3", "tan-khe 0", "cang-long 2", "cang-long 1", "cang-long 0", "cang-long 4"}},
		"due, unknown last": {store.Page{Order: store.ByDue}, nil},
		"due, latest first": {store.Page{Order: store.ByDue, Desc: true}, nil},
	} {
		c.page.Limit = 100
		whole := targetNames(t, s, store.TargetFilter{}, c.page)
		if c.want != nil && !slices.Equal(whole, c.want) {
			t.Errorf("%s:\n%q, want\n%q", name, whole, c.want)
		}
		if last := whole[len(whole)-2:]; c.page.Order == store.ByDue && (!slices.Contains(last, "cang-long 3") || !slices.Contains(last, "tan-khe 0")) {
			t.Errorf("%s: %q at the end", name, last)
		}
		for size := 1; size <= 3; size++ {
			var got []string
			p := c.page
			p.Limit = size
			for {
				rows, err := s.Targets(t.Context(), store.TargetFilter{}, p)
				if err != nil {
					t.Fatal(err)
				}
				if len(rows) == 0 {
					break
				}
				for _, r := range rows {
					got = append(got, fmt.Sprintf("%s %d", r.Portal, r.Position.Pos))
				}
				p.After = &rows[len(rows)-1].Position
			}
			if !slices.Equal(got, whole) {
				t.Errorf("%s in pages of %d:\n%q, want\n%q", name, size, got, whole)
			}
		}
	}
	wrong := store.Page{Order: store.ByValue, Limit: 1, After: &store.Position{Key: "năm", ID: "a"}}
	if _, err := s.Targets(t.Context(), store.TargetFilter{}, wrong); !errors.Is(err, store.ErrPosition) {
		t.Errorf("a position of another list gives %v", err)
	}
}
