package sample

import (
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Portal is one invented site. It is an http.Handler.
type Portal struct {
	ID       string `yaml:"id"` // the same as in data/portals
	Name     string `yaml:"name"`
	Family   string `yaml:"family"`
	Place    string `yaml:"place"`    // "huyện Tân Khê"
	Province string `yaml:"province"` // "tỉnh Đồng Nam"
	Issuer   string `yaml:"issuer"`
	// Title is the <title> of every page; {headline} in it stands for the
	// headline of the page.
	Title       string    `yaml:"title"`
	ArticlePath string    `yaml:"article_path"` // with {slug} and {section}
	ListPath    string    `yaml:"list_path"`    // first page of a list, with {section}
	MorePath    string    `yaml:"more_path"`    // later pages, with {section} and {page}
	FilePath    string    `yaml:"file_path"`    // folder of the attachments
	PageSize    int       `yaml:"page_size"`    // articles on one page of a list
	Sections    []Section `yaml:"sections"`
	Contact     []string  `yaml:"contact"` // lines of the footer
	Visits      int       `yaml:"visits"`  // what the hit counter shows
	Ticker      []string  `yaml:"ticker"`  // lines that the page hides from readers
	Links       []Outside `yaml:"links"`   // other sites

	Articles []*Article `yaml:"-"` // newest first

	dir       fs.FS
	templates map[string]*template.Template
	pages     map[string]resource // by path, with its query for later pages of lists
}

// Section is a list of articles.
type Section struct {
	ID   string `yaml:"id"`
	Name string `yaml:"name"`
	// Private sections stand behind robots.txt: they are served, but a polite
	// crawler never asks for them.
	Private bool `yaml:"private"`
}

// Outside is a link to another site.
type Outside struct {
	Name string `yaml:"name"`
	URL  string `yaml:"url"`
}

func loadPortal(dir fs.FS) (*Portal, error) {
	p := &Portal{dir: dir}
	if err := readYAML(dir, "portal.yaml", p); err != nil {
		return nil, err
	}
	if p.ID == "" || p.PageSize < 1 || len(p.Sections) == 0 {
		return nil, fmt.Errorf("portal.yaml: id, page_size and sections must be set")
	}
	files, err := fs.Glob(dir, "articles/*.md")
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	for _, file := range files {
		a, err := p.loadArticle(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		p.Articles = append(p.Articles, a)
	}
	slices.SortFunc(p.Articles, func(a, b *Article) int {
		if c := b.Posted.Compare(a.Posted); c != 0 {
			return c
		}
		return strings.Compare(a.Slug, b.Slug)
	})
	if err := p.render(); err != nil {
		return nil, err
	}
	return p, nil
}

// Public returns the articles that a crawler may collect, newest first.
func (p *Portal) Public() []*Article {
	return slices.DeleteFunc(slices.Clone(p.Articles), func(a *Article) bool { return a.Private })
}

func (p *Portal) section(id string) (Section, bool) {
	i := slices.IndexFunc(p.Sections, func(s Section) bool { return s.ID == id })
	if i < 0 {
		return Section{}, false
	}
	return p.Sections[i], true
}

// readYAML reads a file strictly: a key that the type does not know is an error.
func readYAML(fsys fs.FS, name string, into any) error {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if err := yaml.UnmarshalWithOptions(raw, into, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
