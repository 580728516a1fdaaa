package sqlite

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func TestHoldings(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	put := func(n int, portal string, kind model.Kind, year int, file model.ReadState) {
		url := fmt.Sprintf("https://%s.example/%d", portal, n)
		at := time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC)
		a := model.Article{ID: model.ArticleID(url), URL: url, Portal: portal, Kind: kind, Title: "Tin", Text: "Tin"}
		if year > 0 {
			a.Published = model.Date{Year: year, Month: 3, Day: 1}
		}
		if file != "" {
			a.Attachments = []model.Attachment{{URL: url + ".pdf", Name: "tệp", State: file}}
		}
		c := model.Capture{ID: fmt.Sprint(n), URL: url, Time: at, Status: 200, File: "a.warc.gz", Offset: int64(n)}
		key := fmt.Sprintf("%s.example/%d", portal, n)
		link := store.Link{Key: key, URL: url, Host: portal + ".example", Kind: store.TaskPage}
		if _, err := s.Enqueue(t.Context(), at, link); err != nil {
			t.Fatal(err)
		}
		v := store.Visit{Task: store.Task{Link: link}, Outcome: store.Outcome{State: store.Done}, Capture: &c, Article: &a}
		if err := s.Commit(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
	put(1, "an-lac", model.KindArticle, 2019, "")
	put(2, "an-lac", model.KindArticle, 2022, model.Unfetched)
	put(3, "an-lac", model.KindDocument, 2022, "")
	put(4, "an-lac", model.KindArticle, 0, "")
	put(5, "an-lac", model.KindList, 2024, "")
	put(6, "binh-hoa", model.KindArticle, 2021, "")
	got, err := s.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	day := func(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }
	want := []store.Holding{
		{Portal: "an-lac", Articles: 4, Dated: 3, Years: []store.YearCount{{Year: 2019, Articles: 1}, {Year: 2022, Articles: 2}}, First: day(1), Last: day(4), Files: 1},
		{Portal: "binh-hoa", Articles: 1, Dated: 1, Years: []store.YearCount{{Year: 2021, Articles: 1}}, First: day(6), Last: day(6)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
