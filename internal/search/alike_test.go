package search_test

import (
	"errors"
	"testing"

	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/store"
)

func TestSimilar(t *testing.T) {
	s := searchtest.Open(t)
	waste := suggest(t, s, "phát động phong trào")[0].ArticleID
	hits, err := s.Similar(t.Context(), waste, 0)
	if err != nil || len(hits) == 0 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	for _, h := range hits {
		if h.ID == waste || h.ArticleID == waste {
			t.Errorf("%q is like itself", h.Title)
		}
	}
	document := suggest(t, s, "52 kh")[0].DocumentID
	hits, err = s.Similar(t.Context(), document, 2)
	if err != nil || len(hits) > 2 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	for _, h := range hits {
		if h.ID == document || h.Title == searchtest.PlanTitle {
			t.Errorf("%q is like itself", h.Title)
		}
	}
	if _, err := s.Similar(t.Context(), "no such thing", 5); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an unknown id: %v", err)
	}
	if _, err := s.Similar(t.Context(), waste, -1); !errors.Is(err, search.ErrQuestion) {
		t.Errorf("a bad limit: %v", err)
	}
}

func TestDidYouMeanOfAnAnswer(t *testing.T) {
	s := searchtest.Open(t)
	if a := ask(t, s, "rác thải nhwa"); a.DidYouMean != "rác thải nhựa" {
		t.Errorf("got %q", a.DidYouMean)
	}
	if a := ask(t, s, "rác thải nhựa 2031"); a.DidYouMean != "" {
		t.Errorf("got %q", a.DidYouMean)
	}
}
