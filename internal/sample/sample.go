// Package sample serves the authored sample portals: invented districts on two
// real CMS families, with the lists, chrome and faults that real sites have.
//
// Articles are readable source files (data/sample/README.md); pages, lists and
// pagination are rendered from them once, when the sample is read, so that the
// same sample always gives the same bytes. There is no clock and no network in
// here: the caller listens.
package sample

import (
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// Sample is all that data/sample holds.
type Sample struct {
	portals []*Portal
	lookups []Lookup
}

// Lookup is a question that the demo asks, and the title that must come first.
type Lookup struct {
	Query string `yaml:"query"`
	Title string `yaml:"title"`
	Why   string `yaml:"why"` // what the question shows, in Vietnamese
}

// New reads every folder of fsys that has a portal.yaml, and demo.yaml. An
// error names the file, and the line where YAML gives one.
func New(fsys fs.FS) (*Sample, error) {
	files, err := fs.Glob(fsys, "*/portal.yaml")
	if err != nil {
		return nil, fmt.Errorf("sample: list portals: %w", err)
	}
	s := &Sample{}
	for _, file := range files {
		dir, err := fs.Sub(fsys, path.Dir(file))
		if err != nil {
			return nil, fmt.Errorf("sample: open %s: %w", path.Dir(file), err)
		}
		p, err := loadPortal(dir)
		if err != nil {
			return nil, fmt.Errorf("sample: portal %s: %w", path.Dir(file), err)
		}
		s.portals = append(s.portals, p)
	}
	if err := readYAML(fsys, "demo.yaml", &s.lookups); err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return s, nil
}

// Portals returns the portals in the order of their folders.
func (s *Sample) Portals() []*Portal { return s.portals }

// Lookups returns the questions of the demo.
func (s *Sample) Lookups() []Lookup { return s.lookups }

// Handler returns the server of one portal.
func (s *Sample) Handler(portalID string) (http.Handler, error) {
	var known []string
	for _, p := range s.portals {
		if p.ID == portalID {
			return p, nil
		}
		known = append(known, p.ID)
	}
	return nil, fmt.Errorf("sample: no portal %q, there are %s", portalID, strings.Join(known, ", "))
}
