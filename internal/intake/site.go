package intake

import (
	"errors"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"

	"tracuu/internal/extract"
)

// errNoSite asks for the site of a folder.
var errNoSite = errors.New("không rõ thư mục này lưu trang nào; nêu --site, ví dụ --site https://krongno.daknong.gov.vn")

// hostName is a folder that wget and others name by its host.
var hostName = regexp.MustCompile(`^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?$`)

// samplePages are read to recognise the portal of a folder.
const samplePages = 30

// findSite tells the address that the folder stands for.
func (f *folder) findSite() (string, error) {
	if base := filepath.Base(f.name); hostName.MatchString(base) && strings.Contains(base, ".") {
		return "http://" + base, nil
	}
	portals, hosts := map[string]int{}, map[string]int{}
	read := 0
	for _, s := range f.saved {
		if u, err := url.Parse(s.claim.url); err == nil && u.Host != "" {
			hosts[u.Scheme+"://"+u.Host]++
		}
		if s.media != "text/html" || read == samplePages {
			continue
		}
		read++
		body, err := f.read(s.path)
		if err != nil {
			return "", err
		}
		found, err := f.Reader.Extractor.Page(extract.Input{URL: s.path, MediaType: s.media, Body: body})
		if err == nil && found.Article.Portal != "" {
			portals[f.PortalSite(found.Article.Portal)]++
		}
	}
	delete(portals, "")
	for _, votes := range []map[string]int{portals, hosts} {
		if site := most(votes); site != "" {
			return site, nil
		}
	}
	return "", errNoSite
}

// most gives the name with the most votes; of equals the first by name.
func most(votes map[string]int) string {
	best := ""
	for name, n := range votes {
		if best == "" || n > votes[best] || n == votes[best] && name < best {
			best = name
		}
	}
	return best
}
