package intake

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// claim is what a saved file says of itself: where it was, and when it was
// taken. Either may be missing.
type claim struct {
	url  string
	time time.Time // UTC
}

// claimWindow is how much of a page is searched, from both of its ends: tools
// write at the head, the Wayback Machine at the tail too.
const claimWindow = 256 << 10

// What tools that save pages leave in them. The layouts of their times follow.
var (
	waybackPath = regexp.MustCompile(`(?:^|/)web/(\d{14})[a-z_*]*/(https?)(?::/|_)/?(.+)$`)
	waybackTail = regexp.MustCompile(`FILE ARCHIVED ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4})`)
	waybackBar  = regexp.MustCompile(`__wm\.(?:bt|wombat)\([^)]*?"(https?://[^"]+)",\s*"(\d{14})?`)
	waybackForm = regexp.MustCompile(`id="wmtbURL"[^>]*\bvalue="(https?://[^"]+)"`)
	httrack     = regexp.MustCompile(`<!-- Mirrored from (\S+) by HTTrack[^>]*?, (\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)`)
	browser     = regexp.MustCompile(`<!-- saved from url=\(\d+\)(https?://[^\s>]+)`)
	singleFile  = regexp.MustCompile(`Page saved with SingleFile\s+url:\s*(https?://\S+)\s+saved date:\s*([^\n(]+)`)
	canonical   = regexp.MustCompile(`(?i)<link\s+rel="canonical"\s+href="(https?://[^"]+)"`)
)

const (
	waybackStamp   = "20060102150405"
	waybackWritten = "15:04:05 Jan 02, 2006"
	javaScriptDate = "Mon Jan 02 2006 15:04:05 GMT-0700"
)

// claimOfPath reads the layout of the Wayback Machine in a path with slashes:
// web/20180331174438/http_/stc.daknong.gov.vn/Pages/default.html.
func claimOfPath(path string) (claim, bool) {
	m := waybackPath.FindStringSubmatch(path)
	if m == nil {
		return claim{}, false
	}
	at, err := time.Parse(waybackStamp, m[1])
	if err != nil {
		return claim{}, false
	}
	return claim{url: m[2] + "://" + escapePath(m[3]), time: at}, true
}

// claimOfPage reads what the tool that saved a page wrote into it.
func claimOfPage(body []byte) claim {
	if len(body) > 2*claimWindow {
		body = append(bytes.Clone(body[:claimWindow]), body[len(body)-claimWindow:]...)
	}
	var c claim
	if m := waybackTail.FindSubmatch(body); m != nil {
		c.time = parsed(waybackWritten, string(m[1]))
	}
	if m := waybackBar.FindSubmatch(body); m != nil {
		c.url = string(m[1])
		if c.time.IsZero() {
			c.time = parsed(waybackStamp, string(m[2]))
		}
	}
	if m := waybackForm.FindSubmatch(body); m != nil {
		c.url = string(m[1])
	}
	if m := httrack.FindSubmatch(body); m != nil {
		c.url, c.time = "http://"+string(m[1]), parsed(time.RFC1123, string(m[2]))
	}
	if m := singleFile.FindSubmatch(body); m != nil {
		c.url, c.time = string(m[1]), parsed(javaScriptDate, strings.TrimSpace(string(m[2])))
	}
	for _, weaker := range []*regexp.Regexp{browser, canonical} {
		if m := weaker.FindSubmatch(body); m != nil && c.url == "" {
			c.url = string(m[1])
		}
	}
	c.url = html.UnescapeString(c.url)
	return c.unwrapped()
}

// unwrapped takes the page out of the archive's address that stands around it.
func (c claim) unwrapped() claim {
	if !strings.Contains(c.url, "web.archive.org/") {
		return c
	}
	_, path, _ := strings.Cut(c.url, "web.archive.org/")
	inner, ok := claimOfPath(path)
	if !ok {
		return claim{time: c.time}
	}
	return inner
}

// parsed gives the zero time for what is no time.
func parsed(layout, text string) time.Time {
	at, err := time.Parse(layout, text)
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}

// escapePath writes a path of a folder, with the query that wget keeps in file
// names, as a path of an address. Escapes that are there already stay.
func escapePath(path string) string {
	path, query, asked := strings.Cut(path, "?")
	if plain, err := url.PathUnescape(path); err == nil && plain != path {
		path = plain
	}
	out := (&url.URL{Path: path}).EscapedPath()
	if asked {
		out += "?" + strings.ReplaceAll(query, " ", "%20")
	}
	return out
}
