package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"tracuu/internal/vietnamese"
)

// lawsHold checks what every reading keeps, whatever came in.
func lawsHold(t interface {
	Helper()
	Errorf(string, ...any)
}, p Page,
) {
	t.Helper()
	if !strings.HasPrefix(p.Text, p.Title) {
		t.Errorf("text does not begin with the title %q", p.Title)
	}
	if p.BodyStart < len(p.Title) || p.BodyStart > len(p.Text) {
		t.Errorf("body starts at %d of %d bytes, title has %d", p.BodyStart, len(p.Text), len(p.Title))
	}
	if p.Title != "" && p.BodyStart > len(p.Title) && p.Text[len(p.Title):p.BodyStart] != "\n" {
		t.Errorf("title and body are not parted by one line end")
	}
	if !utf8.ValidString(p.Text) {
		t.Errorf("text is not UTF-8")
	}
	if clean := vietnamese.Clean(p.Text); clean != p.Text {
		t.Errorf("text is not clean: %q", p.Text)
	}
	if strings.Contains(p.Text, "\n\n") || strings.Contains(p.Text, "  ") {
		t.Errorf("text has empty lines or doubled blanks")
	}
	if p.Kind == "" || p.Family == "" {
		t.Errorf("kind %q, family %q", p.Kind, p.Family)
	}
	seen := map[string]bool{}
	for _, l := range p.Links {
		if seen[l.URL] {
			t.Errorf("link %s twice", l.URL)
		}
		seen[l.URL] = true
	}
}

func TestLawsOnRandomMarkup(t *testing.T) {
	reg := registry(t)
	pieces := []string{
		"<p>", "</p>", "<td>", "<tr>", "</tr>", "<table>", "</table>", "<div style='display:none'>", "</div>", "<a href='x.PDF'>", "</a>",
		"<p class=Title>", "<div id=part1><table id=tableforprint>", "<td class=Time>", "30/07/2019 12", "MonrePortal.CMS - x", "Người viết: A",
		"Kế hoạch 52/KH-UBND", "e\u0302\u0301", "\u200b", "\u00a0", "\x00", "<marquee>", "<h1>", "</h1>", "<!--", "-->", "<br>", "<li>", "<pre>a\nb</pre>",
		"<title>Huyện Krông Nô</title>", "<base href='//x/'>", "<a href='http://[::1'>", "\xff\xfe", "<svg><p>", "<sup>2</sup>", "<template>", "\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "parts")
		p, err := Read(Input{URL: "http://x.example/", Body: []byte(strings.Join(parts, "")), Registry: reg})
		if err == nil {
			lawsHold(t, p)
		}
	})
}

func FuzzRead(f *testing.F) {
	reg := registry(f)
	for _, s := range []string{
		"<p>x", "x\n01/02/2020 5\ny\nMonrePortal.CMS", "\x1f\x8b\x08\x00", "\xff\xfea\x00", "<table><tr><td><table><tr><td>a<td>b",
		"QUYẾT ĐỊNH\nVề việc x\n___\nĐiều 1.", "<meta charset=windows-1258><p>\xd0\xf0",
	} {
		f.Add([]byte(s), "text/html")
	}
	f.Fuzz(func(t *testing.T, body []byte, mediaType string) {
		p, err := Read(Input{URL: "http://x.example/a", MediaType: mediaType, Body: body, Registry: reg})
		if err == nil {
			lawsHold(t, p)
		}
	})
}
