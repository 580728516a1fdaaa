package sample

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestParseArticle(t *testing.T) {
	src := "---\ntitle: Một bài\nsection: tin\nposted: 2022-03-30\n---\n" +
		"**Đậm** và [nối](/a/)\nhết câu.\n\n## Mục\n\n- một\ntiếp\n- hai\n\n| a | b |\n| 1 | 2 |\n"
	a, err := parseArticle(strings.ReplaceAll(src, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Block{
		{Paragraph: Line{{Text: "Đậm", Bold: true}, {Text: " và "}, {Text: "nối", Href: "/a/"}, {Text: " hết câu."}}},
		{Heading: Line{{Text: "Mục"}}},
		{Items: []Line{{{Text: "một tiếp"}}, {{Text: "hai"}}}},
		{Rows: [][]Line{{{{Text: "a"}}, {{Text: "b"}}}, {{{Text: "1"}}, {{Text: "2"}}}}},
	}
	if diff := cmp.Diff(want, a.Blocks); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if got, want := a.Text(), "Một bài\nĐậm và nối hết câu.\nMục\nmột tiếp\nhai\na | b\n1 | 2"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

func TestMistakesInSourceFilesAreNamed(t *testing.T) {
	head := "id: p\npage_size: 5\nsections: [{id: tin, name: Tin}]\narticle_path: /{slug}/\n"
	tests := map[string]struct{ article, want string }{
		"no front matter":  {"text", "articles/a.md: the first line is not ---"},
		"open front":       {"---\ntitle: A\n", "no closing ---"},
		"unknown key":      {"---\ntitel: A\n---\ntext", "titel"},
		"unknown section":  {"---\ntitle: A\nsection: x\nposted: 2022-01-01\n---\ntext", `section "x"`},
		"no title":         {"---\nsection: tin\nposted: 2022-01-01\n---\ntext", "title is missing"},
		"no day":           {"---\ntitle: A\nsection: tin\n---\ntext", "posted is missing"},
		"no text":          {"---\ntitle: A\nsection: tin\nposted: 2022-01-01\n---\n\n", "no text"},
		"bad time":         {"---\ntitle: A\nsection: tin\nposted: 2022-01-01\ntime: \"25:00\"\n---\ntext", "hh:mm"},
		"day that is none": {"---\ntitle: A\nsection: tin\nposted: 2022-02-30\n---\ntext", "2022-02-30"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := New(fstest.MapFS{
				"p/portal.yaml":   {Data: []byte(head)},
				"p/articles/a.md": {Data: []byte(tt.article)},
			})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}

func TestHandlerOfAnUnknownPortalNamesTheKnown(t *testing.T) {
	s := &Sample{portals: []*Portal{{ID: "a"}, {ID: "b"}}}
	if _, err := s.Handler("c"); err == nil || !strings.Contains(err.Error(), "a, b") {
		t.Errorf("error %v, want the known ids in it", err)
	}
}

func TestStamp(t *testing.T) {
	a := &Article{Time: "08:51"}
	if err := a.Posted.UnmarshalText([]byte("2019-08-08")); err != nil {
		t.Fatal(err)
	}
	if got, want := stampText(a), "thứ năm, 08 08 2019 08:51"; got != want {
		t.Errorf("long stamp %q, want %q", got, want)
	}
	a.Time = ""
	if got, want := stampText(a), "08/08/2019"; got != want {
		t.Errorf("short stamp %q, want %q", got, want)
	}
}
