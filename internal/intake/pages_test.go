package intake_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/data"
	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/crawl"
	"tracuu/internal/extract"
	"tracuu/internal/intake"
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

func pagesOf(t *testing.T, f folder) intake.Pages {
	t.Helper()
	known, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	files, err := attachment.New(attachment.Options{CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := files.Close(); err != nil {
			t.Error(err)
		}
	})
	return intake.Pages{
		Store: f, Archive: f.warc, Records: f.records,
		Reader:   crawl.Stored{Extractor: extract.New(known), Files: files, MaxSize: 1 << 20},
		Fallback: known.Fallback().ID, PortalSite: func(string) string { return "" },
		Skipped: func(string, error) {},
	}
}

// article is a page of a site that no family knows.
func article(n int, more string) string {
	return fmt.Sprintf("<html><head><title>Kế hoạch %d</title></head><body><h1>Kế hoạch %d</h1><p>Ủy ban nhân dân huyện ban hành kế hoạch số %d.</p>%s</body></html>", n, n, n, more)
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o750), os.WriteFile(path, []byte(body), 0o600)); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, saved, saved); err != nil {
			t.Fatal(err)
		}
	}
}

// saved is the time of the files of a test's folder.
var saved = time.Date(2019, 8, 1, 2, 3, 4, 0, time.UTC)

// TestFolder: every file has the address and the time that it can prove; what a
// template says in all of them is not believed; the same folder again changes
// nothing.
func TestFolder(t *testing.T) {
	f := openFolder(t)
	dir := filepath.Join(t.TempDir(), "a.gov.vn")
	const template = `<input id="wmtbURL" value="http://a.gov.vn/Home.aspx"><!-- FILE ARCHIVED ON 08:18:14 Mar 30, 2018 AND -->`
	write(t, dir, map[string]string{
		"index.html":       article(1, template),
		"tin/2/index.html": article(2, template+`<a href="../3.txt">tệp</a>`),
		"tin/3.txt":        "Số: 3/KH-UBND\nKế hoạch của huyện",
		"tin/4.html":       article(4, `<!-- saved from url=(0030)https://b.gov.vn/bon -->`),
		"web/20180712100813/http_/c.gov.vn/nam.html": article(5, template),
		"style.css": "p{}",
	})
	sum, err := pagesOf(t, f).Folder(t.Context(), dir, "")
	if err != nil || sum.Captures != 5 || sum.Pages != 5 || sum.Skipped != 0 {
		t.Fatalf("%+v, %v", sum, err)
	}
	for url, at := range map[string]time.Time{
		"http://a.gov.vn/index.html": saved, "http://a.gov.vn/tin/2/index.html": saved, "https://b.gov.vn/bon": saved,
		"http://c.gov.vn/nam.html": time.Date(2018, 7, 12, 10, 8, 13, 0, time.UTC),
	} {
		captures, err := f.AddressCaptures(t.Context(), url)
		if err != nil || len(captures) != 1 || !captures[0].Time.Equal(at) {
			t.Errorf("%s: %+v, %v, want one at %v", url, captures, err, at)
		}
	}
	if a, err := f.Article(t.Context(), model.ArticleID("http://a.gov.vn/tin/2")); err != nil || a.Title != "Kế hoạch 2" {
		t.Errorf("article: %+v, %v", a, err)
	}
	before := stats(t, f)
	again, err := pagesOf(t, f).Folder(t.Context(), dir, "")
	if err != nil || again.Known != 5 || stats(t, f) != before {
		t.Errorf("again: %+v, %v", again, err)
	}
	nameless := t.TempDir()
	write(t, nameless, map[string]string{"x.html": article(1, "")})
	if _, err := pagesOf(t, f).Folder(t.Context(), nameless, ""); err == nil || !strings.Contains(err.Error(), "--site") {
		t.Errorf("a folder of nowhere: %v", err)
	}
	if sum, err := pagesOf(t, f).Folder(t.Context(), nameless, "https://d.gov.vn/"); err != nil || sum.Pages != 1 {
		t.Errorf("with a site: %+v, %v", sum, err)
	}
}

// TestWARC: pages of a foreign WARC file keep address and time; an older one
// does not take the place of a newer one.
func TestWARC(t *testing.T) {
	f := openFolder(t)
	p := pagesOf(t, f)
	source := filepath.Join(t.TempDir(), "khac.warc")
	var b strings.Builder
	record := func(id, at, url, head, body string) {
		message := "HTTP/1.1 " + head + "\r\n\r\n" + body
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Target-URI: <%s>\r\nWARC-Date: %s\r\n"+
			"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", id, url, at, len(message), message)
	}
	record("1", "2020-01-02T03:04:05Z", "http://a.gov.vn/tin", "200 OK\r\nContent-Type: text/html", article(2, ""))
	record("2", "2019-01-02T03:04:05Z", "http://a.gov.vn/tin", "200 OK\r\nContent-Type: text/html", article(1, ""))
	record("3", "2020-01-02T03:04:05Z", "http://a.gov.vn/het", "404 Not Found", "")
	record("4", "2020-01-02T03:04:05Z", "http://a.gov.vn/a.css", "200 OK\r\nContent-Type: text/css", "p{}")
	if err := os.WriteFile(source, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	sum, err := p.WARC(t.Context(), f.dir, source)
	if want := (intake.PagesSum{Captures: 4, Pages: 2, Skipped: 2}); err != nil || sum != want {
		t.Fatalf("%+v, %v, want %+v", sum, err, want)
	}
	a, err := f.Article(t.Context(), model.ArticleID("http://a.gov.vn/tin"))
	if err != nil || a.Title != "Kế hoạch 2" {
		t.Errorf("article: %+v, %v", a, err)
	}
	captures, err := f.ArticleCaptures(t.Context(), a.ID)
	if err != nil || len(captures) != 2 || captures[0].Time.Year() != 2020 || captures[1].Time.Year() != 2019 {
		t.Errorf("captures: %+v, %v", captures, err)
	}
	if again, err := p.WARC(t.Context(), f.dir, source); err != nil || again.Pages != 0 {
		t.Errorf("again: %+v, %v", again, err)
	}
	if sum, err := archive.Verify(t.Context(), f.dir, nil); err != nil || sum.Problems != 0 {
		t.Errorf("verify: %+v, %v", sum, err)
	}
}
