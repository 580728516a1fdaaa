package crawl

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"tracuu/internal/portal"
	"tracuu/internal/store"
)

func mustAddress(t testing.TB, link string) Address {
	t.Helper()
	a, err := ParseAddress(link)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestScope(t *testing.T) {
	s := newScope([]Seed{
		{
			Name: "krongno", Starts: []Address{mustAddress(t, "http://krongno.gov.vn/")}, Hosts: []string{"vanban.krongno.gov.vn"},
			Portal: &portal.Portal{Files: []string{"tep.daknong.gov.vn"}},
		},
		{Name: "copy", Starts: []Address{mustAddress(t, "http://127.0.0.1:8000/")}},
	}, 5)
	tests := []struct {
		name, seed, link string
		depth            int
		want             bool
		kind             store.TaskKind // page when left out
	}{
		{"the seed's host", "krongno", "http://krongno.gov.vn/tin", 1, true, ""},
		{"over https", "krongno", "https://krongno.gov.vn/tin", 1, true, ""},
		{"with www", "krongno", "http://www.krongno.gov.vn/tin", 1, true, ""},
		{"another host of the portal", "krongno", "http://vanban.krongno.gov.vn/52.pdf", 1, true, ""},
		{"another host", "krongno", "http://daknong.gov.vn/", 1, false, ""},
		{"an attachment elsewhere", "krongno", "http://tep.daknong.gov.vn/52.pdf", 1, true, store.TaskAttachment},
		{"a page there", "krongno", "http://tep.daknong.gov.vn/tin", 1, false, store.TaskPage},
		{"an attachment on an unknown host", "krongno", "http://daknong.gov.vn/52.pdf", 1, false, store.TaskAttachment},
		{"another port", "copy", "http://127.0.0.1:8001/", 1, false, ""},
		{"the same port", "copy", "http://127.0.0.1:8000/tin", 1, true, ""},
		{"another seed's host", "copy", "http://krongno.gov.vn/", 1, false, ""},
		{"the last depth", "krongno", "http://krongno.gov.vn/x", 5, true, ""},
		{"too deep", "krongno", "http://krongno.gov.vn/x", 6, false, ""},
		{"a picture", "krongno", "http://krongno.gov.vn/a.JPG", 1, false, ""},
		{"a stylesheet", "krongno", "http://krongno.gov.vn/a.css?v=1", 1, false, ""},
		{"a file", "krongno", "http://krongno.gov.vn/a.PDF", 1, true, ""},
		{"a segment again and again", "krongno", "http://krongno.gov.vn/tin/tin/tin", 1, false, ""},
		{"a web archive's copy", "krongno", "http://krongno.gov.vn/web/20180330081814/http://krongno.gov.vn/tin", 1, false, ""},
		{"a day", "krongno", "http://krongno.gov.vn/01/01/01/x", 1, true, ""},
		{"very deep path", "krongno", "http://krongno.gov.vn" + strings.Repeat("/a", 30), 1, false, ""},
		{"very many parameters", "krongno", "http://krongno.gov.vn/x?a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1", 1, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if why := s.refuse(tt.seed, mustAddress(t, tt.link), cmp.Or(tt.kind, store.TaskPage), tt.depth, nil); (why == "") != tt.want {
				t.Errorf("refused because %q", why)
			}
		})
	}
}

func TestScopeCutsEndlessQueries(t *testing.T) {
	s := newScope([]Seed{{Name: "a", Starts: []Address{mustAddress(t, "http://a.vn/")}}}, 5)
	followed := 0
	for i := range 3 * maxManifold {
		if s.refuse("a", mustAddress(t, fmt.Sprintf("http://a.vn/lich?d=%d&m=1&y=2", i)), store.TaskPage, 1, nil) == "" {
			followed++
		}
	}
	if followed != maxManifold {
		t.Errorf("%d followed", followed)
	}
	if s.refuse("a", mustAddress(t, "http://a.vn/chitiet?id=9"), store.TaskPage, 1, nil) != "" {
		t.Error("another page was refused too")
	}
}

func TestScopeClaims(t *testing.T) {
	s := newScope([]Seed{{Name: "a.vn/tin", Starts: []Address{mustAddress(t, "http://a.vn/tin")}}}, 5)
	for _, tt := range []struct {
		task store.Link
		mine bool
	}{
		{store.Link{Seed: "a.vn/tin", Host: "a.vn"}, true},
		{store.Link{Seed: "a.vn/", Host: "a.vn"}, true},
		{store.Link{Seed: "b.vn/", Host: "b.vn"}, false},
	} {
		if _, mine := s.claim(store.Task{Link: tt.task}); mine != tt.mine {
			t.Errorf("%+v claimed: %v", tt.task, mine)
		}
	}
}
