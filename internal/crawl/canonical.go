package crawl

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/nlnwa/whatwg-url/url"
)

// Address is a link in the forms that the crawler needs.
type Address struct {
	URL   string // to ask for: as linked, without fragment and user
	Key   string // one per resource, the same for http and https: "host/path?query"
	Host  string // lower case, with the port when it is not the scheme's own
	Path  string // of URL, escaped
	Query string // of URL, without "?"
	Page  string // scheme and Key: the address an article is known by

	rules Addresses
}

var errNotWeb = errors.New("không phải địa chỉ http hoặc https")

// maxAddress bounds a link; longer ones are traps or data.
const maxAddress = 2000

// ParseAddress reads an absolute link the way browsers do, by the rules that
// hold everywhere.
func ParseAddress(raw string) (Address, error) { return Addresses{}.Parse(raw) }

// Parse reads an absolute link the way browsers do.
func (r Addresses) Parse(raw string) (Address, error) {
	if len(raw) > maxAddress {
		return Address{}, fmt.Errorf("địa chỉ dài %d byte, quá giới hạn %d", len(raw), maxAddress)
	}
	u, err := url.Parse(raw)
	if err != nil {
		return Address{}, fmt.Errorf("địa chỉ %q không hợp lệ: %w", raw, err)
	}
	return r.address(u)
}

// Resolve reads a link found on the page at a.
func (a Address) Resolve(ref string) (Address, error) {
	if len(ref) > maxAddress {
		return Address{}, fmt.Errorf("địa chỉ dài %d byte, quá giới hạn %d", len(ref), maxAddress)
	}
	u, err := url.ParseRef(a.URL, ref)
	if err != nil {
		return Address{}, fmt.Errorf("địa chỉ %q trên trang %s không hợp lệ: %w", ref, a.URL, err)
	}
	return a.rules.address(u)
}

func (r Addresses) address(u *url.Url) (Address, error) {
	if s := u.Scheme(); (s != "http" && s != "https") || u.Hostname() == "" {
		return Address{}, fmt.Errorf("%q: %w", u.Href(true), errNotWeb)
	}
	u.SetUsername("")
	u.SetPassword("")
	a := Address{URL: u.Href(true), Host: u.Host(), Path: u.Pathname(), Query: u.Query(), rules: r}
	a.Key = r.key(&a)
	a.Page = u.Scheme() + "://" + a.Key
	return a, nil
}

// pathQuery is what a request line and robots.txt rules carry.
func (a Address) pathQuery() string {
	if a.Query == "" {
		return a.Path
	}
	return a.Path + "?" + a.Query
}

var (
	// sessionPath is the session in the path of Java and ASP.NET sites.
	sessionPath = regexp.MustCompile(`(?i);jsessionid=[^/?]*|/\([sxaf]\([^/()]*\)\)`)
	indexPage   = regexp.MustCompile(`(?i)/(?:index|default)\.(?:html?|shtml|php|aspx?|jsp)$`)
	slashes     = regexp.MustCompile(`/{2,}`)
)

// keyPath unifies what servers treat alike: escapes, sessions, index pages,
// double and trailing slashes.
func keyPath(path string) string {
	path = unifyEscapes(path)
	path = sessionPath.ReplaceAllString(path, "")
	path = slashes.ReplaceAllString(path, "/")
	for indexPage.MatchString(path) {
		path = indexPage.ReplaceAllString(path, "")
	}
	if path = strings.TrimRight(path, "/"); path == "" {
		return "/"
	}
	return path
}

// keyQuery sorts the parameters and drops those that choose no content.
func keyQuery(query string, drop []string) string {
	params := slices.DeleteFunc(strings.Split(unifyEscapes(query), "&"), func(p string) bool {
		return p == "" || drops(dropped(), p) || drops(drop, p)
	})
	slices.Sort(params)
	return strings.Join(slices.Compact(params), "&")
}

// unifyEscapes writes escapes in upper case and undoes those of unreserved
// characters (RFC 3986, 6.2.2).
func unifyEscapes(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			out.WriteByte(s[i])
			continue
		}
		if i+2 >= len(s) || unhex(s[i+1]) < 0 || unhex(s[i+2]) < 0 {
			out.WriteString("%25") // a bare % would begin an escape with what is undone behind it
			continue
		}
		if c := byte(unhex(s[i+1])<<4 | unhex(s[i+2])); unreserved(c) {
			out.WriteByte(c)
		} else {
			out.WriteString(strings.ToUpper(s[i : i+3]))
		}
		i += 2
	}
	return out.String()
}

// unhex returns the value of a hexadecimal digit, -1 for anything else.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
