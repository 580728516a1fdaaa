//go:build !race

package journey

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"tracuu/internal/command/crawler"
	"tracuu/internal/require"
)

// proof downloads the package of evidence that a page offers and has it verified
// by the program that the page names.
func proof(p *tabPage) {
	p.t.Helper()
	href := eval[string](p, `document.querySelector("#chung-cu a[href$='/package']").href`)
	file := filepath.Join(p.t.TempDir(), "page.wacz")
	if err := os.WriteFile(file, fetch(p.t, href), 0o600); err != nil {
		p.t.Fatal(err)
	}
	var said bytes.Buffer
	if code := crawler.Run(p.t.Context(), []string{"archive", "verify", file}, strings.NewReader(""), &said, &said); code != 0 {
		p.t.Errorf("archive verify: exit %d\n%s", code, said.String())
	}
	record := eval[string](p, `document.querySelector("#chung-cu a[href*='/captures/']").href`)
	if got := fetch(p.t, record); !bytes.HasPrefix(got, []byte{0x1f, 0x8b}) {
		p.t.Errorf("the record is no gzip member: %.20q", got)
	}
}

// readFeed reads a feed as feed readers do.
func readFeed(t *testing.T, url, words string) {
	t.Helper()
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(fetch(t, url)))
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	found := false
	for _, item := range feed.Items {
		if item.Title == "" || item.Link == "" || item.GUID == "" || item.UpdatedParsed == nil {
			t.Errorf("an entry lacks title, link, id or time: %+v", item)
		}
		found = found || strings.Contains(item.Title, words)
	}
	if !found {
		t.Errorf("%s: no entry of %d tells of %q", url, len(feed.Items), words)
	}
}

// TestFeedsAreTakenByFeedparser gives every form of the feeds to the reader that
// most programs use.
func TestFeedsAreTakenByFeedparser(t *testing.T) {
	python := require.Python(t, "feedparser")
	h := realHouse(t)
	for _, path := range []string{"/tim.atom?q=an+ninh+mang", "/tim.rss?q=an+ninh+mang", "/van-ban/58_2019_nd-cp.2019.chinh-phu/moi.atom", "/van-ban/58_2019_nd-cp.2019.chinh-phu/moi.rss"} {
		read := exec.CommandContext(t.Context(), python, "-c", `import sys, feedparser
f = feedparser.parse(sys.stdin.buffer.read())
assert not f.bozo, f.bozo_exception
assert f.entries and all(e.title and e.link and e.id for e in f.entries), f.entries`)
		read.Stdin = bytes.NewReader(fetch(t, h.url+path))
		if out, err := read.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", path, err, out)
		}
	}
}

func fetch(t *testing.T, url string) []byte {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %v", url, answer.StatusCode, err)
	}
	return body
}
