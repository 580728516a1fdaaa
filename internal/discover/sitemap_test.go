package discover

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
)

const urlset = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> http://cong.example/tin/1?a=1&amp;b=2 </loc><lastmod>2022-03-18</lastmod>
  <image:image><image:loc>http://cong.example/anh.jpg</image:loc></image:image></url>
<url><lastmod>2022-03-19</lastmod><loc><![CDATA[http://cong.example/tin/2]]></loc></url>
</urlset>`

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadSitemap(t *testing.T) {
	pages := []string{"http://cong.example/tin/1?a=1&b=2", "http://cong.example/tin/2"}
	tests := map[string]struct {
		body []byte
		want Sitemap
	}{
		"urlset":         {[]byte(urlset), Sitemap{Pages: pages}},
		"with a BOM":     {[]byte("\ufeff\n" + urlset), Sitemap{Pages: pages}},
		"gzip":           {zipped(t, urlset), Sitemap{Pages: pages}},
		"namespaces":     {[]byte(`<s:urlset xmlns:s="x"><s:url><s:loc>http://a.example/</s:loc></s:url></s:urlset>`), Sitemap{Pages: []string{"http://a.example/"}}},
		"index":          {[]byte(`<sitemapindex><sitemap><loc>http://a.example/1.xml.gz</loc></sitemap></sitemapindex>`), Sitemap{Sitemaps: []string{"http://a.example/1.xml.gz"}}},
		"text":           {[]byte("http://a.example/1\r\n\r\nhttp://a.example/2\nrác\n"), Sitemap{Pages: []string{"http://a.example/1", "http://a.example/2"}}},
		"broken off":     {[]byte(urlset[:strings.Index(urlset, "<url><lastmod>")+12]), Sitemap{Pages: pages[:1]}},
		"no entries":     {[]byte(`<urlset></urlset>`), Sitemap{}},
		"broken entity":  {[]byte(`<urlset><url><loc>http://a.example/?a=1&b=2</loc></url></urlset>`), Sitemap{Pages: []string{"http://a.example/?a=1&b=2"}}},
		"not an address": {[]byte(`<urlset><url><loc></loc></url></urlset>`), Sitemap{}},
	}
	for name, tt := range tests {
		got, err := ReadSitemap(tt.body)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestReadSitemapRefusesOtherFiles(t *testing.T) {
	for name, body := range map[string]string{
		"page": "<!doctype html><html><body>Không tìm thấy trang</body></html>", "words": "không có", "nothing": "",
		"gzip of nothing": "\x1f\x8b", "feed": "<rss><channel><item><link>http://a.example/</link></item></channel></rss>",
	} {
		if got, err := ReadSitemap([]byte(body)); !errors.Is(err, ErrNoSitemap) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestSitemapIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("<urlset>")
	for i := range MaxSitemapEntries + 10 {
		fmt.Fprintf(&b, "<url><loc>http://a.example/%d</loc></url>", i)
	}
	got, err := ReadSitemap([]byte(b.String()))
	if err != nil || len(got.Pages) != MaxSitemapEntries || !got.Cut {
		t.Errorf("%d pages, cut %v, %v", len(got.Pages), got.Cut, err)
	}
	bomb := zipped(t, "<urlset><url><loc>http://a.example/</loc></url>"+strings.Repeat(" ", maxSitemapBytes+1))
	if got, err := ReadSitemap(bomb); err != nil || !got.Cut || len(got.Pages) != 1 {
		t.Errorf("a bomb of %d bytes: %d pages, cut %v, %v", len(bomb), len(got.Pages), got.Cut, err)
	}
}

func FuzzReadSitemap(f *testing.F) {
	f.Add([]byte(urlset))
	f.Add([]byte("<sitemapindex><sitemap><loc>x"))
	f.Fuzz(func(t *testing.T, body []byte) {
		got, err := ReadSitemap(body)
		if err != nil && len(got.Pages)+len(got.Sitemaps) > 0 {
			t.Errorf("entries with an error: %v", err)
		}
	})
}
