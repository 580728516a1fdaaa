package sample

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"
)

const (
	htmlType = "text/html; charset=utf-8"
	// missingKey is no path, so that nobody can ask for it with status 200.
	missingKey = "404"
)

// render makes every answer of the portal.
func (p *Portal) render() error {
	if err := p.parseTemplates(); err != nil {
		return err
	}
	p.pages = map[string]resource{}
	if err := p.renderArticles(); err != nil {
		return err
	}
	for _, s := range p.Sections {
		if err := p.renderList(s); err != nil {
			return err
		}
	}
	if err := p.add("/", "home.html", view{Headline: p.Name}, nil, p.newest()); err != nil {
		return err
	}
	if err := p.add(missingKey, "missing.html", view{Headline: "Không tìm thấy trang"}, nil, time.Time{}); err != nil {
		return err
	}
	return p.addFiles()
}

func (p *Portal) parseTemplates() error {
	p.templates = map[string]*template.Template{}
	for _, name := range []string{"home.html", "list.html", "article.html", "missing.html"} {
		t, err := template.ParseFS(p.dir, "template/frame.html", "template/"+name)
		if err != nil {
			return fmt.Errorf("template %s: %w", name, err)
		}
		p.templates[name] = t
	}
	return nil
}

func (p *Portal) renderArticles() error {
	for i, a := range p.Articles {
		v := p.articleView(i)
		modified, err := a.stamp()
		if err != nil {
			return fmt.Errorf("article %s: %w", a.Slug, err)
		}
		if err := p.add(a.Path, "article.html", v, a.Quirks, modified); err != nil {
			return fmt.Errorf("article %s: %w", a.Slug, err)
		}
	}
	return nil
}

// renderList makes all pages of a section, at least one.
func (p *Portal) renderList(s Section) error {
	all := p.inSection(s.ID)
	count := max(1, (len(all)+p.PageSize-1)/p.PageSize)
	for n := 1; n <= count; n++ {
		v := view{Headline: s.Name, Section: s, PageNo: n}
		v.Articles = p.cards(all[(n-1)*p.PageSize : min(n*p.PageSize, len(all))])
		for m := 1; m <= count; m++ {
			v.Pages = append(v.Pages, pageLink{No: m, Href: p.listPath(s.ID, m), Current: m == n})
		}
		if err := p.add(p.listPath(s.ID, n), "list.html", v, nil, p.newest()); err != nil {
			return fmt.Errorf("list %s page %d: %w", s.ID, n, err)
		}
	}
	return nil
}

func (p *Portal) inSection(id string) []*Article {
	var out []*Article
	for _, a := range p.Articles {
		if a.Section == id {
			out = append(out, a)
		}
	}
	return out
}

func (p *Portal) listPath(section string, page int) string {
	if page == 1 {
		return fill(p.ListPath, section, "", page)
	}
	return fill(p.MorePath, section, "", page)
}

// newest is the time of the latest posting, so that lists change only with it.
func (p *Portal) newest() time.Time {
	var t time.Time
	for _, a := range p.Articles {
		if s, err := a.stamp(); err == nil && s.After(t) {
			t = s
		}
	}
	return t
}

// add renders one page into the table of answers. Two pages on one path are an
// error of the source files.
func (p *Portal) add(key, name string, v view, quirks []Quirk, modified time.Time) error {
	v.Portal = p
	v.Title = strings.ReplaceAll(p.Title, "{headline}", v.Headline)
	v.Latest = p.cards(p.Public()[:min(5, len(p.Public()))])
	var b bytes.Buffer
	if err := p.templates[name].ExecuteTemplate(&b, "frame", v); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	body, err := encode(b.Bytes(), quirks)
	if err != nil {
		return err
	}
	return p.put(key, resource{body: body, mediaType: htmlType, modified: modified})
}

func (p *Portal) put(key string, r resource) error {
	if _, ok := p.pages[key]; ok {
		return fmt.Errorf("two pages have the address %s", key)
	}
	p.pages[key] = r
	return nil
}

// addFiles puts robots.txt and the attachments beside the pages, as they are,
// and checks that every attachment named by an article is there.
func (p *Portal) addFiles() error {
	robots, err := fs.ReadFile(p.dir, "robots.txt")
	if err != nil {
		return fmt.Errorf("read robots.txt: %w", err)
	}
	if err := p.put("/robots.txt", resource{body: robots, mediaType: mediaTypeOf(".txt"), modified: p.newest()}); err != nil {
		return err
	}
	files, err := fs.Glob(p.dir, "files/*")
	if err != nil {
		return fmt.Errorf("list files: %w", err)
	}
	for _, file := range files {
		raw, err := fs.ReadFile(p.dir, file)
		if err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		r := resource{body: raw, mediaType: mediaTypeOf(file), modified: p.newest()}
		if err := p.put(p.FilePath+path.Base(file), r); err != nil {
			return err
		}
	}
	for _, a := range p.Articles {
		for _, f := range a.Attachments {
			if _, ok := p.pages[p.FilePath+f.File]; !ok {
				return fmt.Errorf("article %s: attachment %s is not in files/", a.Slug, f.File)
			}
		}
	}
	return nil
}

// fill puts the parts of an address into its pattern.
func fill(pattern, section, slug string, page int) string {
	return strings.NewReplacer("{section}", section, "{slug}", slug, "{page}", strconv.Itoa(page)).Replace(pattern)
}
