package sample

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"tracuu/internal/model"
)

// Article is one source file: front matter between lines of ---, then blocks.
type Article struct {
	Slug        string     `yaml:"-"` // the file's name without .md
	Path        string     `yaml:"-"` // where the portal serves it
	Private     bool       `yaml:"-"` // its section is closed to crawlers
	Title       string     `yaml:"title"`
	Section     string     `yaml:"section"`
	Posted      model.Date `yaml:"posted"`
	Time        string     `yaml:"time"` // "08:51": the page shows the long stamp
	Author      string     `yaml:"author"`
	Views       int        `yaml:"views"`
	Quirks      []Quirk    `yaml:"quirks"`
	Attachments []File     `yaml:"attachments"`
	Expect      Expect     `yaml:"expect"`
	Blocks      []Block    `yaml:"-"`
}

// File is an attachment of an article.
type File struct {
	Name string `yaml:"name"` // words of the link
	File string `yaml:"file"` // in the portal's files folder
}

// loadArticle reads one source file and checks what the compiler cannot.
func (p *Portal) loadArticle(file string) (*Article, error) {
	raw, err := fs.ReadFile(p.dir, file)
	if err != nil {
		return nil, err
	}
	a, err := parseArticle(string(raw))
	if err != nil {
		return nil, err
	}
	section, ok := p.section(a.Section)
	if !ok {
		return nil, fmt.Errorf("section %q is not in portal.yaml", a.Section)
	}
	a.Slug = strings.TrimSuffix(path.Base(file), ".md")
	a.Path = fill(p.ArticlePath, a.Section, a.Slug, 0)
	a.Private = section.Private
	return a, a.check()
}

func (a *Article) check() error {
	switch {
	case a.Title == "":
		return errors.New("title is missing")
	case a.Posted.IsZero():
		return errors.New("posted is missing")
	case len(a.Blocks) == 0:
		return errors.New("the article has no text")
	}
	if _, err := a.stamp(); err != nil {
		return err
	}
	return nil
}

// stamp is the time of posting; eight in the morning when only the day is told.
func (a *Article) stamp() (time.Time, error) {
	clock := a.Time
	if clock == "" {
		clock = "08:00"
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", a.Posted.String()+" "+clock, model.Vietnam())
	if err != nil {
		return time.Time{}, fmt.Errorf("time %q is not hh:mm: %w", a.Time, err)
	}
	return t, nil
}

// Text returns what a reader reads: the title, then a line for every
// paragraph, heading, list item and table row (cells joined by " | ").
func (a *Article) Text() string {
	lines := []string{a.Title}
	for _, b := range a.Blocks {
		lines = append(lines, b.lines()...)
	}
	return strings.Join(lines, "\n")
}
