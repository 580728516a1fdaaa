package portal

import "testing"

func TestPagerNext(t *testing.T) {
	var c compiler
	p := c.pager(pagerFile{Select: []string{".pagination a"}, Words: "^Trang sau", Path: "page/{n}/"})
	if len(c.faults) > 0 {
		t.Fatal(c.faults)
	}
	for path, want := range map[string]string{
		"/tin-tuc/":        "/tin-tuc/page/2/",
		"/tin-tuc":         "/tin-tuc/page/2/",
		"/tin-tuc/page/2/": "/tin-tuc/page/3/",
		"/tin-tuc/page/9":  "/tin-tuc/page/10/",
		"/":                "/page/2/",
	} {
		if got := p.Next(path); got != want {
			t.Errorf("Next(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestPagerNeedsANumber(t *testing.T) {
	var c compiler
	if c.pager(pagerFile{Select: []string{"a"}, Words: "x", Path: "page/"}); len(c.faults) == 0 {
		t.Error("a path without a number was taken")
	}
}
