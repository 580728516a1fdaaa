package sqlite

import (
	"fmt"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// BenchmarkCommit stores pages with 20 mentions each: a law that all cite, and
// numbers that many share.
func BenchmarkCommit(b *testing.B) {
	s, err := Open(b.Context(), b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	i := 0
	for b.Loop() {
		if err := s.Commit(b.Context(), benchVisit(b, i)); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func benchVisit(b *testing.B, i int) store.Visit {
	url := fmt.Sprintf("https://h%d.gov.vn/%d", i%50, i)
	a := &model.Article{ID: model.ArticleID(url), URL: url, Title: "Tin", Published: model.Date{Year: 2015 + i%10, Month: 1, Day: 1 + i%28}}
	for k := range 20 {
		text := fmt.Sprintf("%d/KH-UBND", 1+(i+k*k)%60)
		m := model.Mention{Role: model.Cited, Issuer: fmt.Sprintf("UBND huyện %d", i%50)}
		switch k % 4 {
		case 0:
			m.Issued = model.Date{Year: 2014 + i%10, Month: 5, Day: 1}
		case 1:
			m.Issuer = ""
		case 2:
			text = "45/2019/QH14"
		}
		number, err := docnum.Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		m.Number = number
		if k%4 == 3 {
			m.Number.Canonical, m.Number.Symbol = "", ""
		}
		a.Mentions = append(a.Mentions, m)
	}
	var links []store.Link
	for k := range 30 {
		key := fmt.Sprintf("%s/%d", url, k)
		links = append(links, store.Link{Key: key, URL: key, Host: "h", Kind: store.TaskPage})
	}
	return store.Visit{
		Task: store.Task{Link: store.Link{Key: url, URL: url, Host: "h"}}, Article: a, Links: links,
		Capture: &model.Capture{ID: url, URL: url, Time: time.Unix(int64(i), 0)},
	}
}
