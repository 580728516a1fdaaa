package page

import (
	"fmt"
	"testing"

	"tracuu/data"
	"tracuu/internal/casetest"
)

func TestStampWordsLoad(t *testing.T) {
	if rows, err := data.Table("stamps.txt", 2); err != nil || len(rows) < 17 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestPostings(t *testing.T) {
	casetest.Run(t, "testdata/postings.txt", func(input string) string {
		p, ok := readPosting(tidy(input))
		if !ok {
			return "no stamp"
		}
		out := p.day.String()
		if out == "" {
			out = "no day"
		}
		if p.stated {
			out += ", stated"
		}
		if p.changed {
			out += ", changed"
		}
		if p.views > 0 {
			out += fmt.Sprintf(", %d views", p.views)
		}
		if p.author != "" {
			out += ", by " + p.author
		}
		return out
	})
}

func FuzzPosting(f *testing.F) {
	for _, s := range []string{"Ngày đăng: 07/11/2022 08:00 | Lượt xem: 12", "tháng mười một 7, 2022", "» 1 – 2", "Tác giả: ", "\xff:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := readPosting(s)
		if again, same := readPosting(s); again != p || same != ok {
			t.Errorf("%q gives %v and %v", s, p, again)
		}
	})
}
