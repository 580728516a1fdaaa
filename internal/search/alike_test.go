package search_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// over opens a service over articles of the given titles and bodies.
func over(t *testing.T, texts [][2]string) (s *search.Service, ids []string) {
	t.Helper()
	dir := t.TempDir()
	kept, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	for i, text := range texts {
		url := fmt.Sprintf("https://mau.gov.vn/%d", i)
		a := &model.Article{
			ID: model.ArticleID(url), URL: url, Portal: "mau", Kind: model.KindArticle,
			Title: text[0], Text: text[0] + "\n" + text[1], BodyStart: len(text[0]) + 1,
		}
		ids = append(ids, a.ID)
		err := kept.Commit(t.Context(), store.Visit{
			Task:    store.Task{Link: store.Link{Key: url, URL: url, Host: "mau.gov.vn", Kind: store.TaskPage}},
			Outcome: store.Outcome{State: store.Done},
			Capture: &model.Capture{ID: "urn:uuid:" + a.ID, URL: url, Time: time.Unix(int64(i), 0), Status: 200},
			Article: a,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	engine, err := bleve.Open(t.Context(), filepath.Join(dir, "index"), bleve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close() })
	if _, err := index.Sync(t.Context(), kept, engine); err != nil {
		t.Fatal(err)
	}
	return search.New(kept, engine, nil), ids
}

func TestSimilar(t *testing.T) {
	waste := "Các xã ra quân thu gom rác thải nhựa và túi ni lông dùng một lần, phân loại rác thải nhựa tại nguồn, " +
		"vận động người dân mang giỏ đi chợ thay cho túi ni lông. Đoàn thanh niên nhận thu gom rác ở các bãi ven sông mỗi tháng một lần."
	s, ids := over(t, [][2]string{
		{"Phát động phong trào chống rác thải nhựa", waste},
		{"Chống rác thải nhựa: nhiều cách làm hay", "Chợ đầu mối thay túi ni lông bằng lá chuối; học sinh đổi rác thải nhựa lấy cây xanh."},
		{"Huyện phát động phong trào chống rác thải nhựa", waste}, // a copy
		{"Khai giảng năm học mới", "Học sinh các trường tiểu học dự lễ khai giảng năm học mới trong niềm vui."},
		{"Hội thi dân vũ của phụ nữ", "Mười hai đội dự hội thi dân vũ, giải nhất thuộc về xã Tân Khê."},
		{"Công khai dự toán ngân sách", "Dự toán thu, chi ngân sách năm nay được công khai tại trụ sở."},
		{"Tiêm phòng cho đàn vật nuôi", "Thú y các xã tiêm phòng lở mồm long móng cho trâu bò."},
		{"Sửa đường liên thôn", "Người dân góp công sửa đường liên thôn trước mùa mưa."},
		{"Thu gom rác thải nhựa trên kênh", "Hội nông dân vớt rác thải nhựa và túi ni lông trên kênh nội đồng."},
		{"Lịch trực Tết", "Lịch trực của cơ quan trong dịp Tết."},
		{"Gặp mặt cựu chiến binh", "Buổi gặp mặt ôn lại truyền thống của đơn vị."},
	})
	hits, err := s.Similar(t.Context(), ids[0], 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range hits {
		got = append(got, h.ID)
	}
	if len(got) != 2 || !slices.Contains(got, ids[1]) || !slices.Contains(got, ids[8]) {
		t.Errorf("got %d hits", len(got))
		for _, h := range hits {
			t.Log(h.Title, h.Score)
		}
	}
	if one, err := s.Similar(t.Context(), ids[0], 1); err != nil || len(one) != 1 {
		t.Errorf("%d of 1 hits, %v", len(one), err)
	}
}

func TestSimilarToADocument(t *testing.T) {
	s := searchtest.Open(t)
	document := suggest(t, s, "52 kh")[0].DocumentID
	hits, err := s.Similar(t.Context(), document, 2)
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
	if _, err := s.Similar(t.Context(), document, -1); !errors.Is(err, search.ErrQuestion) {
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
