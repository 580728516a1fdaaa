// Package page reads a web page or a plain text as people do: title, posted
// day, author, text and files, without the chrome around them. What is known
// of a site's content management system comes from package portal; pages that
// no family knows are read as a whole, less the lines that the site repeats.
package page

import (
	"errors"
	"hash/fnv"
	"net/url"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/vietnamese"
)

// Bounds on what is read. Bodies beyond them are refused, not cut.
const (
	MaxBody  = 32 << 20 // bytes of a page, after decompression
	maxRatio = 200      // of a gzip body
	maxLinks = 10_000
	maxLines = 20_000 // hashes returned
)

// Errors that Read wraps. The messages are for people.
var (
	ErrTooLarge = errors.New("trang lớn hơn mức được đọc")
	ErrNotText  = errors.New("nội dung không phải là trang web hay văn bản thô")
	ErrDamaged  = errors.New("nội dung nén bị hỏng")
)

// Input is one page as it came.
type Input struct {
	URL       string // address, or the path of a local file
	MediaType string // as declared; may be wrong or empty
	Body      []byte
	Registry  *portal.Registry // required
	Portal    *portal.Portal   // nil: found by host, then by <title>
	// Repeated tells whether a line (by LineHash) is chrome of this site. nil
	// means that nothing is known of the site.
	Repeated func(line uint64) bool
}

// Page is what was read. Text follows the law of model.Article.Text: it starts
// with Title, and the body is Text[BodyStart:].
type Page struct {
	Family    string // id of the family whose layout read it
	PortalID  string // empty when the portal is not known
	Kind      model.Kind
	Title     string
	Published model.Date
	Author    string
	Views     int
	Text      string
	BodyStart int
	// Place and Issuer are those of the portal, or hints from the <title>:
	// "huyện Krông Nô", "UBND huyện Krông Nô".
	Place       string
	Issuer      string
	Attachments []model.Attachment
	Links       []Link   // all links of the page, each address once
	Lines       []uint64 // hashes of the distinct lines of the whole page
}

// LineHash is the identity of a line when a site's repeated lines are counted:
// case, diacritics and blanks make no difference.
func LineHash(line string) uint64 {
	h := fnv.New64a()
	for i, word := range strings.Fields(vietnamese.Fold(line)) {
		if i > 0 {
			_, _ = h.Write([]byte{' '}) // a hash never fails
		}
		_, _ = h.Write([]byte(word))
	}
	return h.Sum64()
}

// Read reads a page. It fails only on bodies that are no text or too large.
func Read(in Input) (Page, error) {
	if in.Registry == nil {
		return Page{}, errors.New("page: Input.Registry is missing")
	}
	text, err := decode(in.Body, in.MediaType)
	if err != nil {
		return Page{}, err
	}
	r := &reader{in: in, rules: in.Registry.Fallback()}
	r.base, _ = url.Parse(in.URL) // a path that is no URL leaves links as they are
	if isHTML(text, in.MediaType, in.URL) {
		r.readHTML(text)
	} else {
		r.readPlain(text)
	}
	return r.page, nil
}

// reader is the state of one Read.
type reader struct {
	in    Input
	base  *url.URL
	rules *portal.Family
	page  Page
}

// compose sets title and body, dropping a first line that repeats the title.
func (r *reader) compose(title string, body []line) {
	if len(body) > 0 && title != "" && LineHash(body[0].text) == LineHash(title) {
		body = body[1:]
	}
	var b strings.Builder
	b.WriteString(title)
	if title != "" && len(body) > 0 {
		b.WriteByte('\n')
	}
	r.page.Title, r.page.BodyStart = title, b.Len()
	for i, l := range body {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	r.page.Text = b.String()
}

// owner settles portal, place and issuer.
func (r *reader) owner(siteTitle string) {
	p := r.in.Portal
	if p == nil && r.base != nil && r.base.Host != "" {
		p, _ = r.in.Registry.ByHost(r.base.Host)
	}
	if p == nil && siteTitle != "" {
		p, _ = r.in.Registry.ByTitle(siteTitle)
	}
	if p == nil {
		r.page.Place, r.page.Issuer = hints(siteTitle)
		return
	}
	r.page.PortalID, r.page.Place, r.page.Issuer = p.ID, p.Place, p.Issuer
	if f, ok := r.in.Registry.Family(p.Family); ok {
		r.rules = f
	}
}

// lineHashes returns the hashes of distinct lines, at most maxLines.
func lineHashes(title string, lines []line) []uint64 {
	seen := make(map[uint64]bool, min(len(lines), maxLines))
	var out []uint64
	add := func(s string) {
		if h := LineHash(s); !seen[h] {
			seen[h] = true
			out = append(out, h)
		}
	}
	if title != "" {
		add(title)
	}
	for _, l := range lines {
		if len(out) >= maxLines {
			break
		}
		add(l.text)
	}
	return out
}
