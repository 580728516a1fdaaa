package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

func testRuns(t *testing.T, open Open) {
	t.Run("lists are asked for once a round", func(t *testing.T) { testRounds(t, open(t)) })
	t.Run("a run goes on until it ends", func(t *testing.T) { testRunGoesOn(t, open(t)) })
	t.Run("visits are counted once", func(t *testing.T) { testTally(t, open(t)) })
}

func testRounds(t *testing.T, s store.Store) {
	page := func(round int64, position, form string) store.Link {
		l := link("a", "x", 0, 0)
		l.Kind, l.Round, l.Position, l.Form = store.TaskList, round, position, form
		return l
	}
	enqueue := func(l store.Link) int {
		n, err := s.Enqueue(t.Context(), start, l)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	visited := func(want store.Link) {
		t.Helper()
		task := lease(t, s, start)
		if diff := cmp.Diff(want, task.Link); diff != "" || task.Attempts != 0 {
			t.Errorf("leased with %d attempts (-want +got):\n%s", task.Attempts, diff)
		}
		if n := enqueue(page(9, "trong lúc thăm", "")); n != 0 {
			t.Error("a task under lease was queued again")
		}
		commit(t, s, store.Visit{Task: task, Outcome: store.Outcome{State: store.Done}})
	}
	enqueue(page(1, "trang 2", "__VIEWSTATE=a"))
	visited(page(1, "trang 2", "__VIEWSTATE=a"))
	if n := enqueue(page(1, "trang 2", "__VIEWSTATE=a")); n != 0 {
		t.Error("it was queued again in its round")
	}
	if n := enqueue(page(2, "trang 3", "__VIEWSTATE=b")); n != 1 {
		t.Errorf("queued %d in the next round", n)
	}
	visited(page(2, "trang 3", "__VIEWSTATE=b"))
	if n := enqueue(link("a", "x", 0, 0)); n != 0 {
		t.Error("a plain link queued it again")
	}
}

func testRunGoesOn(t *testing.T, s store.Store) {
	begin := func(portal string, at time.Time) store.Run {
		r, err := s.BeginRun(t.Context(), portal, at)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first, other := begin("tan-khe", start), begin("phuoc-dien", start)
	if again := begin("tan-khe", start.Add(time.Hour)); again.ID != first.ID || !again.Started.Equal(start) || other.ID == first.ID {
		t.Errorf("run %+v, then %+v beside %+v", first, again, other)
	}
	if err := s.EndRun(t.Context(), first.ID, start.Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	second := begin("tan-khe", start.Add(3*time.Hour))
	if second.ID <= first.ID {
		t.Errorf("after run %d ended comes %d", first.ID, second.ID)
	}
	runs, err := s.Runs(t.Context(), 1)
	if err != nil || len(runs) != 2 || runs[0].ID != other.ID || runs[1].ID != second.ID {
		t.Fatalf("newest of each: %+v, %v", runs, err)
	}
	if runs, err = s.Runs(t.Context(), 5); err != nil || len(runs) != 3 || !runs[2].Ended.Equal(start.Add(2*time.Hour)) {
		t.Errorf("all: %+v, %v", runs, err)
	}
}

func testTally(t *testing.T, s store.Store) {
	run, err := s.BeginRun(t.Context(), "tan-khe", start)
	if err != nil {
		t.Fatal(err)
	}
	issued, _ := model.NewDate(2022, 3, 18)
	whole := &model.Article{ID: "1", URL: "http://x/1", Kind: model.KindArticle, Title: "T", Text: "T\nthân", BodyStart: 2, Published: issued}
	whole.Mentions = []model.Mention{{Number: model.DocNumber{Type: "KH", No: "52"}}}
	bare := &model.Article{ID: "2", URL: "http://x/2", Kind: model.KindDocument}
	aList := &model.Article{ID: "3", URL: "http://x/3", Kind: model.KindList, Title: "T"}
	for i, a := range []*model.Article{whole, bare, aList, nil, nil} {
		key := string(rune('a' + i))
		if _, err := s.Enqueue(t.Context(), start, link(key, "x", 0, 0)); err != nil {
			t.Fatal(err)
		}
		task := lease(t, s, start)
		v := store.Visit{Task: task, Run: run.ID, Article: a, Outcome: store.Outcome{State: store.Done}}
		if a == nil {
			v.Outcome = store.Outcome{State: store.Failed, Reason: "lần " + key, Fault: store.FaultGone}
		}
		commit(t, s, v, v)
	}
	runs, err := s.Runs(t.Context(), 1)
	if err != nil || len(runs) != 1 {
		t.Fatalf("%+v, %v", runs, err)
	}
	want := store.Run{
		ID: run.ID, Portal: "tan-khe", Started: start, Pages: 3, Articles: 2, WithTitle: 1, WithDate: 1, WithBody: 1, WithNumber: 1,
		Faults: []store.FaultCount{{Kind: store.FaultGone, Count: 2, Last: "https://x/e: lần e"}},
	}
	if diff := cmp.Diff(want, runs[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
