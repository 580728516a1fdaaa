package crawl

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Pending remembers, in a folder of small files, the hosts with pages that
// were read before the site's repeated lines were known. A crawl that is
// killed finds them again.
type Pending struct {
	Dir string
}

// portMark stands for the colon before a port, which Windows does not take in
// file names; no host name holds it.
const portMark = "_"

// Mark adds a host.
func (p Pending) Mark(host string) error {
	name := filepath.Join(p.Dir, strings.ReplaceAll(host, ":", portMark))
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	if err := os.MkdirAll(p.Dir, 0o750); err != nil {
		return fmt.Errorf("ghi nhớ máy chủ cần đọc lại: %w", err)
	}
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		return fmt.Errorf("ghi nhớ máy chủ cần đọc lại: %w", err)
	}
	return nil
}

// Hosts lists what was marked and not cleared.
func (p Pending) Hosts() ([]string, error) {
	files, err := os.ReadDir(p.Dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("máy chủ cần đọc lại: %w", err)
	}
	var hosts []string
	for _, f := range files {
		hosts = append(hosts, strings.ReplaceAll(f.Name(), portMark, ":"))
	}
	return hosts, nil
}

// Clear removes a host.
func (p Pending) Clear(host string) error {
	err := os.Remove(filepath.Join(p.Dir, strings.ReplaceAll(host, ":", portMark)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("máy chủ đã đọc lại: %w", err)
	}
	return nil
}
