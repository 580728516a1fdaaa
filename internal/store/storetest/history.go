package storetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// answer is a visit of a's page that brought a status and no page.
func answer(a *model.Article, at time.Time, status int) store.Visit {
	v := visit(a, at)
	v.Article, v.Capture.Status, v.Capture.SHA256 = nil, status, ""
	v.Task.Key = strings.TrimPrefix(a.URL, "https://")
	v.Outcome.State = store.Failed
	return v
}

func testHistory(t *testing.T, open Open) {
	s := open(t)
	first := page("cang-long", 2022, announce(calangLong))
	second := page("cang-long", 2022, cite("68-KH/HU", 2022, "Huyện ủy Càng Long"))
	commit(t, s, visit(first, start))
	before := sequence(t, s)

	// The same bytes, and bytes that are older, are captures and nothing else.
	same := visit(second, start.Add(time.Hour))
	same.Capture.SHA256 = sumOf(first)
	commit(t, s, same, visit(second, start.Add(-time.Hour)))
	if got := mustArticle(t, s, first.ID); got.Text != first.Text || sequence(t, s) != before {
		t.Errorf("a capture that tells nothing changed the article: %q", got.Text)
	}

	changed := visit(second, start.Add(2*time.Hour))
	commit(t, s, changed, changed)
	got, err := s.Revisions(t.Context(), first.ID)
	want := []model.Revision{{
		CaptureID: changed.Capture.ID, BeforeID: same.Capture.ID, Time: changed.Capture.Time, Title: first.Title,
		Removed: []string{"52/KH-UBND được nhắc đến."}, Added: []string{"68-KH/HU được nhắc đến."},
	}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("revisions: %v (-want +got):\n%s", err, diff)
	}
	captures, err := s.ArticleCaptures(t.Context(), first.ID)
	if err != nil || len(captures) != 4 {
		t.Errorf("%d captures, %v, want all 4", len(captures), err)
	}
	at, err := s.AddressCaptures(t.Context(), first.URL)
	if err != nil || len(at) != 4 || at[0].ID != changed.Capture.ID {
		t.Errorf("captures of the address: %+v, %v", at, err)
	}
}

// testPresence: only repeated 404 and 410 on different days make a page gone,
// and it comes back.
func testPresence(t *testing.T, open Open) {
	s := open(t)
	a := page("cang-long", 2022, announce(calangLong))
	if _, err := s.Presence(t.Context(), a.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("presence of an unknown article: %v, want ErrNotFound", err)
	}
	day := 24 * time.Hour
	type step struct {
		after  time.Duration
		status int // 200: the page is there
		gone   bool
		seen   time.Duration
	}
	steps := []step{
		{0, 200, false, 0},
		{1 * day, 500, false, 0},
		{2 * day, 403, false, 0},
		{3 * day, 404, false, 0},
		{3*day + time.Hour, 404, false, 0},
		{4 * day, 304, false, 4 * day},
		{5 * day, 410, false, 4 * day},
		{6 * day, 503, false, 4 * day},
		{7 * day, 404, true, 4 * day},
		{8 * day, 404, true, 4 * day},
		{9 * day, 200, false, 9 * day},
	}
	for i, st := range steps {
		t.Run(fmt.Sprintf("%d status %d", i, st.status), func(t *testing.T) {
			before := sequence(t, s)
			was, err := s.Presence(t.Context(), a.ID)
			if i > 0 && err != nil {
				t.Fatal(err)
			}
			v := answer(a, start.Add(st.after), st.status)
			if st.status == 200 {
				v = visit(a, start.Add(st.after))
			}
			commit(t, s, v, v)
			p, err := s.Presence(t.Context(), a.ID)
			if err != nil || p.Gone != st.gone || !p.LastObserved.Equal(start.Add(st.seen)) {
				t.Errorf("%+v, %v", p, err)
			}
			if told := sequence(t, s) - before; i > 0 && (told == 1) != (p.Gone != was.Gone) {
				t.Errorf("%d changes, gone %t before and %t now", told, was.Gone, p.Gone)
			}
			if got := mustArticle(t, s, a.ID); got.Text != a.Text {
				t.Error("the text is lost")
			}
		})
	}
}

// long is a page with a body that can be told apart, of n sentences of which
// some are its own.
func long(slug string, year, n, own int) *model.Article {
	a := page(slug, year, announce(calangLong))
	for i := range n {
		if i < own {
			a.Text += slug + " "
		}
		a.Text += fmt.Sprintf("Câu thứ %d nói về việc số %d của kế hoạch phát triển nông thôn.\n", i, i*i)
	}
	return a
}

func testCopies(t *testing.T, open Open) {
	s := open(t)
	late, early, official := long("a", 2023, 60, 1), long("b", 2021, 60, 0), long("c", 2022, 60, 2)
	official.Issuer, official.Place = calangLong, "huyện Càng Long"
	other := page("d", 2022)
	for i := range 60 {
		other.Text += fmt.Sprintf("Ngày %d tháng %d, đoàn công tác đã làm việc với xã số %d.\n", i, i+1, i*7)
	}
	groups := func() map[string][]string {
		out := map[string][]string{}
		for _, a := range []*model.Article{late, early, official, other} {
			ids, err := s.Copies(t.Context(), a.ID)
			if err != nil {
				t.Fatal(err)
			}
			out[a.Portal] = ids
		}
		return out
	}
	alone := []string{other.ID}
	commitPages(t, s, late, early, other)
	pair := []string{early.ID, late.ID}
	want := map[string][]string{"a": pair, "b": pair, "c": {official.ID}, "d": alone}
	if diff := cmp.Diff(want, groups()); diff != "" {
		t.Errorf("the earliest leads (-want +got):\n%s", diff)
	}
	commitPages(t, s, official)
	rest := []string{early.ID, late.ID}
	slices.Sort(rest)
	three := append([]string{official.ID}, rest...)
	want = map[string][]string{"a": three, "b": three, "c": three, "d": alone}
	if diff := cmp.Diff(want, groups()); diff != "" {
		t.Errorf("the most official leads (-want +got):\n%s", diff)
	}
	moved := *official
	moved.Text = other.Text + "khác"
	moved.Mentions = nil
	if err := s.PutArticle(t.Context(), &moved, ""); err != nil {
		t.Fatal(err)
	}
	if got := groups(); !slices.Equal(got["a"], pair) || !slices.Equal(got["b"], pair) {
		t.Errorf("a page that became another one is still in the group: %v", got)
	}
}
