package storetest

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// rich is an article that has one of everything.
func rich() *model.Article {
	a := page("cang-long", 2022, announce(calangLong), cite("68-KH/HU", 2022, "Huyện ủy Càng Long"))
	a.Author, a.Views, a.Issuer = "N. V. A", 167, calangLong
	a.Attachments = []model.Attachment{
		{URL: "https://cang-long.gov.vn/52.pdf", Name: "Kế hoạch 52", State: model.Unfetched},
		{URL: "https://cang-long.gov.vn/phu-luc.xlsx", Name: "Phụ lục", State: model.Unfetched},
	}
	a.Mentions[1].IssuerWords = "Ban Thường vụ Huyện ủy"
	proof := a.Mentions[0].Evidence
	value, upper := 70.0, 80.5
	a.Dates = []model.DateFact{{Evidence: proof, From: dayOf(2022), To: dayOf(2022)}}
	a.Targets = []model.Target{
		{
			Evidence: proof, Indicator: "tổ chức hội hoàn thành xuất sắc", Op: model.Range, Value: &value, ValueTo: &upper, Unit: "%", Due: "2022",
			Family: "party_strong", Quantity: "share", Factor: 0.01, Place: "huyện Càng Long", Group: "khu vực nông thôn",
		},
		{Evidence: proof, Indicator: "đô thị loại IV", Op: model.Qualitative, Due: "2025"},
	}
	a.Relations = []model.Relation{{Evidence: proof, Type: model.Implements, From: model.Page, To: 1}}
	a.Assignments = []model.Assignment{{
		Evidence: proof, Agency: "phòng Tài nguyên và Môi trường", Task: "phối hợp", Due: dayOf(2023),
		Partners: []string{"Công an huyện", `Hội "Phụ nữ"; các xã, thị trấn`},
	}}
	return a
}

func mustArticle(t *testing.T, s store.Store, id string) *model.Article {
	t.Helper()
	a, err := s.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func testArticles(t *testing.T, open Open) {
	s := open(t)
	if _, err := s.Article(t.Context(), "0123456789abcdef"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an absent article gives %v, want ErrNotFound", err)
	}
	want := rich()
	commitPages(t, s, want)
	if diff := cmp.Diff(want, mustArticle(t, s, want.ID), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("article changed on its way (-put +got):\n%s", diff)
	}

	texts, err := s.ArticleTexts(t.Context(), []string{"0123456789abcdef", want.ID})
	bare := *want
	bare.Mentions, bare.Dates, bare.Targets, bare.Relations, bare.Assignments = nil, nil, nil, nil, nil
	if diff := cmp.Diff([]*model.Article{&bare}, texts, cmpopts.EquateEmpty()); diff != "" || err != nil {
		t.Errorf("text of the article: %v (-put +got):\n%s", err, diff)
	}

	less := page("cang-long", 2022)
	if err := s.PutArticle(t.Context(), less, ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(less, mustArticle(t, s, want.ID), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the new version keeps something of the old one (-put +got):\n%s", diff)
	}
}

func testAttachments(t *testing.T, open Open) {
	s := open(t)
	a, other := rich(), page("krong-no", 2022)
	other.Attachments = a.Attachments[:1]
	commitPages(t, s, a, other)
	before := sequence(t, s)

	file := model.Attachment{URL: a.Attachments[0].URL, Name: "tên khác", MediaType: "application/pdf", State: model.Read, Text: "Số: 52/KH-UBND"}
	v := store.Visit{
		Task:    store.Task{Link: store.Link{Key: file.URL, URL: file.URL, Host: "cang-long.gov.vn", Kind: store.TaskAttachment}},
		Outcome: store.Outcome{State: store.Done}, Attachment: &file,
		Capture: &model.Capture{ID: "urn-52", URL: file.URL, Time: start, Status: 200},
	}
	commit(t, s, v, v)
	if got := sequence(t, s) - before; got != 2 {
		t.Errorf("a file read for two articles took %d numbers, want 2", got)
	}
	want := file
	want.Name, want.CaptureID = "Kế hoạch 52", "urn-52"
	for _, id := range []string{a.ID, other.ID} {
		if diff := cmp.Diff(want, mustArticle(t, s, id).Attachments[0]); diff != "" {
			t.Errorf("file of article %s (-want +got):\n%s", id, diff)
		}
	}

	// The page again, with a new text: what was read of its file stays.
	a.Text += "Thêm một câu.\n"
	commit(t, s, visit(a, start.Add(time.Hour)))
	if got := mustArticle(t, s, a.ID).Attachments[0].State; got != model.Read {
		t.Errorf("after the page came again the file is %s, want %s", got, model.Read)
	}
}

func testCaptures(t *testing.T, open Open) {
	s := open(t)
	a, b := page("cang-long", 2022), page("krong-no", 2022)
	first, second := visit(a, start), visit(a, start.Add(time.Hour))
	commit(t, s, first, second, visit(b, start))

	got, err := s.ArticleCaptures(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]model.Capture{*second.Capture, *first.Capture}, got); diff != "" {
		t.Errorf("captures of an article, newest first (-want +got):\n%s", diff)
	}
	one, err := s.Capture(t.Context(), first.Capture.ID)
	if diff := cmp.Diff(*first.Capture, one); err != nil || diff != "" {
		t.Errorf("capture: %v (-want +got):\n%s", err, diff)
	}
	if _, err := s.Capture(t.Context(), "urn-none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an absent capture gives %v, want ErrNotFound", err)
	}

	for host, want := range map[string]int{"": 2, "cang-long.gov.vn": 1, "la.gov.vn": 0} {
		var walked []model.Capture
		err := s.Captures(t.Context(), host, func(c model.Capture) error {
			walked = append(walked, c)
			return nil
		})
		if err != nil || len(walked) != want {
			t.Errorf("captures of host %q: %d, %v, want %d", host, len(walked), err, want)
		}
		for _, c := range walked {
			if c.ID == first.Capture.ID {
				t.Errorf("host %q gives an older capture of an article", host)
			}
		}
	}
	stop := errors.New("stop")
	if err := s.Captures(t.Context(), "", func(model.Capture) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the error of yield comes back as %v", err)
	}
}

func testSiteLines(t *testing.T, open Open) {
	s := open(t)
	one, two := visit(page("a", 2022), start), visit(page("b", 2022), start)
	one.Task.Host, two.Task.Host = "x.gov.vn:8080", "x.gov.vn:8080"
	one.Lines, two.Lines = []uint64{1, 1 << 63}, []uint64{1, 2}
	commit(t, s, one, two)
	one.Lines = []uint64{1, 3}
	commit(t, s, one)
	got, err := s.SiteLines(t.Context(), "x.gov.vn:8080")
	if err != nil {
		t.Fatal(err)
	}
	want := store.SiteLines{Pages: 2, Counts: map[uint64]int{1: 2, 2: 1, 3: 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a page stored again replaces its lines (-want +got):\n%s", diff)
	}
	if none, err := s.SiteLines(t.Context(), "y.gov.vn"); err != nil || none.Pages != 0 {
		t.Errorf("lines of an unknown host: %v, %v", none, err)
	}
}
