package page

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// LinkKind says what a link leads to, as far as its address tells.
type LinkKind string

// The kinds of link.
const (
	LinkPage       LinkKind = "page"
	LinkAttachment LinkKind = "attachment"
	LinkList       LinkKind = "list" // pagination and the like
)

// Link is an address that a page leads to. Images, media and addresses that
// are not http(s) are left out.
type Link struct {
	URL    string // absolute, without fragment
	Text   string // words of the link, else its title or picture's alt
	Kind   LinkKind
	InBody bool // stands in the text that was read, not in chrome
}

// attachmentTypes are the files that belong to an article, by extension.
var attachmentTypes = map[string]string{
	".pdf":  "application/pdf",
	".doc":  "application/msword",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".docm": "application/vnd.ms-word.document.macroEnabled.12",
	".xls":  "application/vnd.ms-excel",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
	".ppt":  "application/vnd.ms-powerpoint",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".rtf":  "application/rtf",
	".odt":  "application/vnd.oasis.opendocument.text",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
	".zip":  "application/zip",
	".rar":  "application/vnd.rar",
	".7z":   "application/x-7z-compressed",
}

// mediaTypes are files that nobody reads as text.
var mediaTypes = []string{
	".jpg", ".jpeg", ".png", ".gif", ".bmp", ".svg", ".webp", ".ico", ".tif", ".tiff", ".mp3", ".mp4", ".avi", ".wmv",
	".wma", ".flv", ".swf", ".mov", ".mkv", ".webm", ".wav", ".css", ".js", ".woff", ".woff2", ".ttf", ".eot", ".exe", ".apk",
}

// pointers are words of links that say nothing of what they lead to.
var pointers = []string{
	"", "tại đây", "ở đây", "xem chi tiết", "chi tiết", "xem tại đây", "xem chi tiết tại đây", "tải về", "tải xuống", "tải file",
	"download", "xem", "tải tại đây", "tệp đính kèm", "file đính kèm",
}

// isLink tells the elements that lead to another address.
func isLink(n *html.Node) bool { return n.Type == html.ElementNode && target(n) != "" }

// target is the address as written, or "".
func target(n *html.Node) string {
	switch n.DataAtom {
	case atom.A, atom.Area:
		return attr(n, "href")
	case atom.Iframe, atom.Frame, atom.Embed:
		return attr(n, "src")
	case atom.Object:
		return attr(n, "data")
	}
	return ""
}

// rebase takes the page's <base> into account.
func (r *reader) rebase(doc *html.Node) {
	b := first(doc, atom.Base)
	if b == nil || r.base == nil {
		return
	}
	if u, err := r.base.Parse(strings.TrimSpace(attr(b, "href"))); err == nil && u.Host != "" {
		r.base = u
	}
}

// resolve makes an address absolute. It tells false for what cannot be
// fetched: scripts, mail addresses, broken addresses.
func (r *reader) resolve(href string) (*url.URL, bool) {
	href = strings.Map(func(c rune) rune {
		if c < ' ' {
			return -1
		}
		return c
	}, strings.TrimSpace(href))
	if href == "" || strings.HasPrefix(href, "#") || len(href) > 4096 {
		return nil, false
	}
	u, err := url.Parse(href)
	if err != nil {
		// A lone % in a file name ("hỗ trợ 50%.pdf") is the usual fault.
		if u, err = url.Parse(strings.ReplaceAll(href, "%", "%25")); err != nil {
			return nil, false
		}
	}
	if r.base != nil && r.base.Host != "" {
		u = r.base.ResolveReference(u)
	}
	if u.IsAbs() && (u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return nil, false
	}
	u.Fragment, u.RawFragment = "", ""
	return u, true
}

// collect gathers the links of the whole page. body is what was read.
func (r *reader) collect(doc *html.Node, body []line) {
	inBody := map[*html.Node]bool{}
	for _, l := range body {
		for _, n := range l.links {
			inBody[n] = true
		}
	}
	at := map[string]int{}
	for n := range doc.Descendants() {
		if !isLink(n) || len(r.page.Links) >= maxLinks {
			continue
		}
		u, ok := r.resolve(target(n))
		if !ok || slices.Contains(mediaTypes, extension(u)) {
			continue
		}
		link := Link{URL: u.String(), Text: label(n), Kind: r.linkKind(u), InBody: inBody[n]}
		i, seen := at[link.URL]
		if !seen {
			at[link.URL] = len(r.page.Links)
			r.page.Links = append(r.page.Links, link)
			continue
		}
		known := &r.page.Links[i]
		known.InBody = known.InBody || link.InBody
		if known.Text == "" {
			known.Text = link.Text
		}
	}
}

func (r *reader) linkKind(u *url.URL) LinkKind {
	if attachmentTypes[extension(u)] != "" {
		return LinkAttachment
	}
	if r.rules.Lists.Match(u.RequestURI()) {
		return LinkList
	}
	return LinkPage
}

// extension is that of the path, in lower case. A query that names the file
// (download.aspx?file=a.pdf) counts when the path says nothing.
func extension(u *url.URL) string {
	ext := strings.ToLower(path.Ext(strings.TrimSpace(u.Path)))
	if attachmentTypes[ext] != "" || slices.Contains(mediaTypes, ext) || u.RawQuery == "" {
		return ext
	}
	for _, values := range u.Query() {
		for _, v := range values {
			if e := strings.ToLower(path.Ext(v)); attachmentTypes[e] != "" {
				return e
			}
		}
	}
	return ext
}

// label is the words of a link.
func label(n *html.Node) string {
	if w := words(n); w != "" {
		return w
	}
	if t := tidy(attr(n, "title")); t != "" {
		return t
	}
	if img := first(n, atom.Img); img != nil {
		return tidy(attr(img, "alt"))
	}
	return ""
}

// attach lists the files that the lines of the body lead to, each once.
func (r *reader) attach(body []line) {
	seen := map[string]bool{}
	for _, l := range body {
		for _, n := range l.links {
			u, ok := r.resolve(target(n))
			if !ok || attachmentTypes[extension(u)] == "" || seen[u.String()] || len(seen) >= maxLinks {
				continue
			}
			seen[u.String()] = true
			r.page.Attachments = append(r.page.Attachments, model.Attachment{
				URL: u.String(), Name: fileLabel(n, u), MediaType: attachmentTypes[extension(u)], State: model.Unfetched,
			})
		}
	}
}

// fileLabel names an attachment by the words of its link, or by its file when
// those only point at it.
func fileLabel(n *html.Node, u *url.URL) string {
	w := label(n)
	bare := strings.Trim(strings.ToLower(vietnamese.NFC(w)), " .:;,()[]<>»…")
	if !slices.Contains(pointers, bare) {
		return w
	}
	if name := tidy(path.Base(u.Path)); name != "" && name != "/" && name != "." {
		return name
	}
	return w
}
