package portal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// maxFile bounds a rule file in bytes.
const maxFile = 1 << 20

// Load reads families/*.yaml and *.yaml (one portal each). All that is wrong
// in all files is reported at once, as file:line: field: what.
func Load(fsys fs.FS) (*Registry, error) {
	r := &Registry{byID: map[string]*Portal{}, byHost: map[string]*Portal{}}
	var errs []error
	for _, file := range yamlFiles(fsys, "families") {
		errs = append(errs, r.loadFamily(fsys, file))
	}
	for _, file := range yamlFiles(fsys, ".") {
		errs = append(errs, r.loadPortal(fsys, file))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("portal rules:\n%w", err)
	}
	if r.fallback == nil {
		return nil, errors.New("portal rules: families/ has no family with fallback: true")
	}
	return r, nil
}

// yamlFiles lists the rule files of a folder by name; Glob fails on a bad
// pattern only, and the pattern is ours.
func yamlFiles(fsys fs.FS, dir string) []string {
	names, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
	if err != nil {
		return nil
	}
	slices.Sort(names)
	return names
}

func (r *Registry) loadFamily(fsys fs.FS, file string) error {
	var raw familyFile
	src, err := decode(fsys, file, &raw)
	if err != nil {
		return err
	}
	var c compiler
	f := c.family(raw)
	if _, taken := r.Family(f.ID); taken {
		c.fail("$.id", "%q is used by another family", f.ID)
	}
	if f.Fallback && r.fallback != nil {
		c.fail("$.fallback", "%q is the fallback already", r.fallback.ID)
	}
	if f.Fallback {
		r.fallback = f
	}
	r.families = append(r.families, f)
	return c.err(file, src)
}

func (r *Registry) loadPortal(fsys fs.FS, file string) error {
	var raw portalFile
	src, err := decode(fsys, file, &raw)
	if err != nil {
		return err
	}
	var c compiler
	p := c.portal(raw)
	if _, taken := r.byID[p.ID]; taken {
		c.fail("$.id", "%q is used by another portal", p.ID)
	}
	for i, h := range p.Hosts {
		if other, taken := r.byHost[h]; taken {
			c.fail(fmt.Sprintf("$.hosts[%d]", i), "%q belongs to portal %s", h, other.ID)
		}
		r.byHost[h] = p
	}
	switch f, known := r.Family(p.Family); {
	case known:
		p.exclude = slices.Concat(p.exclude, f.exclude)
	case p.Family != "":
		c.fail("$.family", "no family %q in families/", p.Family)
	}
	r.byID[p.ID] = p
	r.portals = append(r.portals, p)
	return c.err(file, src)
}

// decode reads one file; keys that the schema does not have are errors.
func decode(fsys fs.FS, file string, into any) ([]byte, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	src, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(src) > maxFile {
		return nil, fmt.Errorf("%s: larger than %d bytes", file, maxFile)
	}
	err = yaml.NewDecoder(bytes.NewReader(src), yaml.DisallowUnknownField()).Decode(into)
	if err == nil {
		return src, nil
	}
	var ye yaml.Error
	if errors.As(err, &ye) && ye.GetToken() != nil {
		tok := ye.GetToken()
		return nil, fmt.Errorf("%s:%d: %s: %s%s", file, tok.Position.Line, strings.TrimSpace(tok.Value),
			ye.GetMessage(), meant(ye.GetMessage(), into))
	}
	return nil, fmt.Errorf("%s: %w", file, err)
}

// err joins the faults, each with its line in src.
func (c *compiler) err(file string, src []byte) error {
	if len(c.faults) == 0 {
		return nil
	}
	tree, parseErr := parser.ParseBytes(src, 0)
	var errs []error
	for _, f := range c.faults {
		line := 1
		if parseErr == nil {
			line = lineOf(tree, f.field)
		}
		errs = append(errs, fmt.Errorf("%s:%d: %s: %w", file, line, strings.TrimPrefix(f.field, "$."), f.err))
	}
	return errors.Join(errs...)
}

// lineOf finds the line of a field, or of the nearest one above it that is
// written in the file.
func lineOf(tree *ast.File, field string) int {
	for field != "$" {
		if p, err := yaml.PathString(field); err == nil {
			if n, err := p.FilterFile(tree); err == nil && n != nil {
				return n.GetToken().Position.Line
			}
		}
		cut := strings.LastIndexAny(field, ".[")
		if cut < 0 {
			break
		}
		field = field[:cut]
	}
	return 1
}
