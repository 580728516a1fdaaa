package discover

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/net/html/charset"
)

// Limits of a sitemap: sitemaps.org allows 50,000 addresses and 50 MB a file.
const (
	MaxSitemapEntries = 50_000
	maxSitemapBytes   = 50 << 20
	maxLocation       = 2048
)

// Sitemap is what one file of a sitemap says.
type Sitemap struct {
	Pages    []string // of a urlset, or of a plain text sitemap
	Sitemaps []string // of a sitemapindex
	Cut      bool     // the file is larger than a sitemap may be; the rest is not read
}

// ErrNoSitemap tells that a file is something else, as a page that a server
// answers in place of a sitemap.
var ErrNoSitemap = errors.New("không phải sơ đồ trang (sitemap)")

// ReadSitemap reads a sitemap or an index of sitemaps, in XML or as a text of
// addresses, also when it is compressed with gzip. What was read before a fault
// in the middle is kept.
func ReadSitemap(body []byte) (Sitemap, error) {
	var s Sitemap
	var from io.Reader = bytes.NewReader(body)
	if bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		zipped, err := gzip.NewReader(from)
		if err != nil {
			return s, fmt.Errorf("%w: giải nén: %w", ErrNoSitemap, err)
		}
		from = zipped
	}
	limited := &io.LimitedReader{R: from, N: maxSitemapBytes}
	head := make([]byte, 512)
	n, err := io.ReadFull(limited, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return s, fmt.Errorf("%w: %w", ErrNoSitemap, err)
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), limited)
	start := bytes.TrimLeft(head, "\ufeff \t\r\n")
	switch {
	case bytes.HasPrefix(start, []byte("http://")), bytes.HasPrefix(start, []byte("https://")):
		err = s.text(whole)
	case bytes.HasPrefix(start, []byte("<")):
		err = s.xml(whole)
	default:
		err = ErrNoSitemap
	}
	s.Cut = s.Cut || limited.N == 0
	if len(s.Pages)+len(s.Sitemaps) > 0 {
		return s, nil // a fault behind what could be read takes nothing away
	}
	return s, err
}

func (s *Sitemap) text(from io.Reader) error {
	all, err := io.ReadAll(from)
	for line := range strings.Lines(string(all)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "http") {
			s.add(&s.Pages, line)
		}
	}
	return err
}

func (s *Sitemap) add(to *[]string, location string) {
	switch location = strings.TrimSpace(location); {
	case location == "" || len(location) > maxLocation:
	case len(s.Pages)+len(s.Sitemaps) >= MaxSitemapEntries:
		s.Cut = true
	default:
		*to = append(*to, location)
	}
}

// xml walks the tokens: <loc> counts as a child of <url> or <sitemap>, so that
// addresses of pictures and videos inside are not taken for pages.
func (s *Sitemap) xml(from io.Reader) error {
	d := xml.NewDecoder(from)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	var parents [2]string // the two innermost open elements
	depth, root := 0, ""
	for !s.Cut {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("sơ đồ trang hỏng: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				root = t.Name.Local
			}
			parents = [2]string{parents[1], t.Name.Local}
		case xml.EndElement:
			depth--
			parents = [2]string{"", parents[0]}
		case xml.CharData:
			switch {
			case depth != 3 || parents[1] != "loc":
			case parents[0] == "url":
				s.add(&s.Pages, string(t))
			case parents[0] == "sitemap":
				s.add(&s.Sitemaps, string(t))
			}
		}
	}
	if root != "urlset" && root != "sitemapindex" {
		return ErrNoSitemap
	}
	return nil
}
