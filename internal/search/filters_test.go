package search_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

// pages turns the pages of a question by their cursors.
func pages(t *testing.T, s *search.Service, q search.Question) (all []search.Hit) {
	t.Helper()
	for range 100 {
		a, err := s.Search(t.Context(), q)
		if err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		all = append(all, a.Hits...)
		if a.NextCursor == "" {
			return all
		}
		q.Cursor = a.NextCursor
	}
	t.Fatalf("%+v: no end", q)
	return nil
}

func ids(hits []search.Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.ID)
	}
	return out
}

// TestPagesReachTheTotal: in every order the pages hold each hit once, as many as
// the total says, in the order of All; copies stand under the one that leads.
func TestPagesReachTheTotal(t *testing.T) {
	s := searchtest.OpenOver(t, searchtest.Many(60))
	for _, by := range index.Sorts() {
		for _, q := range []search.Question{
			{Text: "nước sạch", Sort: by, Limit: 7},
			{Text: `"nước sạch"`, Sort: by, Limit: 7},
			{Text: "đội đào giếng lắp ống ở xóm mỗi nhà một vòi nước", Sort: by, Limit: 7},
			{Sort: by, Limit: 7, Filters: map[filter.Field][]string{filter.Year: {"2018..2020"}}},
			{Text: "nước sạch", Sort: by, Limit: 7, Filters: map[filter.Field][]string{filter.Portal: {"tan-khe"}}},
		} {
			a, err := s.Search(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			hits := pages(t, s, q)
			seen := map[string]bool{}
			for _, h := range hits {
				for _, id := range append([]string{h.ArticleID}, copiesOf(h)...) {
					if seen[id] {
						t.Errorf("%s %q: %s twice", by, q.Text, id)
					}
					seen[id] = true
				}
			}
			if int(a.Total) != len(hits) || len(hits) < 8 {
				t.Errorf("%s %q: %d hits on pages, total %d", by, q.Text, len(hits), a.Total)
			}
			var all []search.Hit
			for h, err := range s.All(t.Context(), q) {
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, h)
			}
			if diff := cmp.Diff(ids(hits), ids(all)); diff != "" {
				t.Errorf("%s %q (-pages +all):\n%s", by, q.Text, diff)
			}
		}
	}
}

func copiesOf(h search.Hit) (all []string) {
	for _, c := range h.Copies {
		all = append(all, c.ArticleID)
	}
	return all
}

// TestCountsAreTotals: choosing a value of a facet finds as many as it counts.
func TestCountsAreTotals(t *testing.T) {
	s := searchtest.OpenOver(t, searchtest.Many(40))
	asked := search.Question{Text: "nước sạch", Facets: true, Filters: map[filter.Field][]string{filter.Year: {"2018..2021"}}}
	a, err := s.Search(t.Context(), asked)
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	for _, f := range a.Facets {
		for _, v := range f.Values {
			q := asked
			q.Filters = maps.Clone(asked.Filters)
			q.Filters[f.Field] = []string{v.Value}
			chosen, err := s.Search(t.Context(), q)
			if err != nil || int(chosen.Total) != v.Count {
				t.Errorf("%s %s: count %d, chosen %d, %v", f.Field, v.Value, v.Count, chosen.Total, err)
			}
			at := slices.IndexFunc(chosen.Facets, func(c search.Facet) bool { return c.Field == f.Field })
			for _, c := range chosen.Facets[at].Values {
				if c.Chosen != (c.Value == v.Value) && f.Field != filter.Year {
					t.Errorf("%s %s chosen: %+v", f.Field, v.Value, c)
				}
			}
			counted++
		}
		if f.Name == "" {
			t.Errorf("%s has no name", f.Field)
		}
	}
	if counted < 15 {
		t.Errorf("only %d values", counted)
	}
}

func TestFiltersOfParameters(t *testing.T) {
	s := searchtest.OpenOver(t, searchtest.Many(30))
	total := func(query string) int {
		t.Helper()
		v, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		q, err := search.ParseQuestion(v)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		a, err := s.Search(t.Context(), q)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return int(a.Total)
	}
	all := total("q=nước sạch")
	plans, decisions := total("q=nước sạch&type=KH"), total("q=nước sạch&type=quyết định")
	if plans == 0 || decisions == 0 || total("q=nước sạch&type=KH&type=QĐ") != plans+decisions || plans+decisions >= all {
		t.Errorf("%d plans, %d decisions of %d", plans, decisions, all)
	}
	for query, want := range map[string]int{
		"q=nước sạch loại:KH": plans, "type=KH": plans, "q=nước sạch&type=KH&state=held": plans, "q=nước sạch&type=KH&state=cited": 0,
		"q=nước sạch&from=2018-01-01&to=2017-12-31&type=KH": -1,
		"q=nước sạch&issuer=phuoc dien":                     total("q=nước sạch&issuer=UBND huyện Phước Điền"),
		"q=nước sạch&year=2018..2022&file=yes":              0,
	} {
		if want < 0 {
			v, _ := url.ParseQuery(query)
			if _, err := search.ParseQuestion(v); !errors.Is(err, search.ErrQuestion) {
				t.Errorf("%s: %v", query, err)
			}
			continue
		}
		if got := total(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	if days := total("q=nước sạch&from=2018-01-01&to=2018-12-31"); days == 0 || days != total("q=nước sạch&year=2018") {
		t.Errorf("%d in the days of a year", days)
	}
}

func TestBadParameters(t *testing.T) {
	for query, field := range map[string]string{
		"type=xyz": "type", "level=lang": "level", "file=no": "file", "state=x": "state", "topic=x": "topic", "year=x": "year",
		"year=2022..2021": "year", "year=-1": "year", "year=99999999999": "year", "from=1/2/2022": "from", "to=2022-13-01": "to",
		"sort=x": "sort", "cursor=x": "cursor", "facets=maybe": "facets", "issuer=%00": "issuer", "place=%ff": "place", "limit=0": "limit",
		"issuer=" + strings.Repeat("a", 300): "issuer", strings.Repeat("type=KH&", 60): "type",
		"from=2022-02-02&to=2022-02-01": "to", "offset=-1": "offset",
	} {
		v, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		v.Set("q", "nước")
		q, err := search.ParseQuestion(v)
		if err == nil {
			_, err = searchtest.Open(t).Search(t.Context(), q)
		}
		var wrong *search.FieldError
		if !errors.As(err, &wrong) || wrong.Field != field {
			t.Errorf("%.40s: %v, want a fault of %s", query, err, field)
		}
	}
}

// TestForgedCursors: a cursor that was cut, changed or is of another question is
// the asker's fault, and never anything else.
func TestForgedCursors(t *testing.T) {
	s := searchtest.OpenOver(t, searchtest.Many(30))
	r := rand.New(rand.NewPCG(1, 2))
	for _, by := range index.Sorts() {
		q := search.Question{Text: "nước sạch", Sort: by, Limit: 3}
		a, err := s.Search(t.Context(), q)
		if err != nil || a.NextCursor == "" || len(a.NextCursor) > 60 {
			t.Fatalf("%q, %v", a.NextCursor, err)
		}
		forged := []string{"", "AAAA", strings.Repeat("A", 1<<20), a.NextCursor[:len(a.NextCursor)-2], a.NextCursor + "AA", " " + a.NextCursor, "\xff\x00"}
		for range 200 {
			b := []byte(a.NextCursor)
			b[r.IntN(len(b))] = "ABCxyz019-_="[r.IntN(12)]
			forged = append(forged, string(b))
		}
		for _, cursor := range forged[1:] {
			q.Cursor = cursor
			var wrong *search.FieldError
			if _, err := s.Search(t.Context(), q); err != nil && (!errors.As(err, &wrong) || wrong.Field != "cursor") {
				t.Errorf("%.40q: %v", cursor, err)
			}
		}
		q.Cursor = a.NextCursor
		for name, other := range map[string]search.Question{
			"words": {Text: "nước", Sort: by, Cursor: q.Cursor}, "filters": {Text: q.Text, Sort: by, Cursor: q.Cursor, Portal: "tan-khe"},
			"sort": {Text: q.Text, Sort: map[bool]index.Sort{true: index.Oldest, false: index.Newest}[by == index.Newest], Cursor: q.Cursor},
		} {
			if _, err := s.Search(t.Context(), other); !errors.Is(err, search.ErrQuestion) {
				t.Errorf("of other %s: %v", name, err)
			}
		}
		q.Limit = 10 // a page may have another length
		if _, err := s.Search(t.Context(), q); err != nil {
			t.Error(err)
		}
	}
}

// TestLookupsMeetFilters: a document that contradicts a filter is only near.
func TestLookupsMeetFilters(t *testing.T) {
	s := searchtest.Open(t)
	for text, fits := range map[string]bool{
		"52/KH-UBND loại:KH": true, "52/KH-UBND năm:2022": true, "52/KH-UBND năm:2020..2021": false, "52/KH-UBND loại:QĐ": false,
		"52/KH-UBND -loại:KH": false,
	} {
		a := ask(t, s, text)
		if len(a.Lookups)+len(a.Near) != 1 || (len(a.Lookups) == 1) != fits {
			t.Errorf("%s: %d fit, %d near", text, len(a.Lookups), len(a.Near))
		}
	}
	a, err := s.Search(t.Context(), search.Question{Text: "52/KH-UBND", Filters: map[filter.Field][]string{filter.Level: {"tinh"}}})
	if err != nil || len(a.Lookups) != 0 || len(a.Near) != 1 || !strings.Contains(a.Near[0].Reason, "cấp ban hành") {
		t.Errorf("%+v, %v", a.Near, err)
	}
}

// TestHardQuestions: what nobody asks in earnest is answered soon.
func TestHardQuestions(t *testing.T) {
	s := searchtest.OpenOver(t, searchtest.Many(30))
	for name, text := range map[string]string{
		"a megabyte": strings.Repeat("nước sạch ", 100_000), "parentheses": strings.Repeat("(", 10_000) + strings.Repeat(")", 10_000),
		"open": strings.Repeat("(nước OR ", 10_000), "nots": strings.Repeat("-", 10_000) + "nước", "ors": strings.Repeat("nước OR sạch ", 5_000),
		"filters": strings.Repeat("loại:KH ", 5_000), "quotes": strings.Repeat("\"nước\" ", 5_000), "regex": "(a+)+$ .* [^x]{1,99999} \\d+",
		"years": "năm:99999999999999999999 năm:-5..7 nước", "SQL": "'; DROP TABLE articles; -- nước", "HTML": "<script>nước</script>",
		"digits": strings.Repeat("9", 100_000),
	} {
		for _, by := range index.Sorts() {
			began := time.Now()
			_, err := s.Search(t.Context(), search.Question{Text: text, Facets: true, Sort: by})
			if err != nil && !errors.Is(err, search.ErrQuestion) {
				t.Errorf("%s: %v", name, err)
			}
			if took := time.Since(began); took > 3*time.Second {
				t.Errorf("%s took %v", name, took)
			}
		}
	}
}
