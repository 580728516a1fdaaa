package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"
)

//go:embed page/*.html
var pageFiles embed.FS

// templates holds one set a page, each with the layout.
type templates map[string]*template.Template

// pageNames are the templates beside layout.html and parts.html.
func pageNames() []string {
	return []string{"start", "results", "article", "document", "coverage", "error"}
}

func parseTemplates() (templates, error) {
	out := templates{}
	for _, name := range pageNames() {
		t, err := template.New(name).Funcs(functions()).
			ParseFS(pageFiles, "page/layout.html", "page/parts.html", "page/"+name+".html")
		if err != nil {
			return nil, fmt.Errorf("page template %s: %w", name, err)
		}
		out[name] = t
	}
	return out, nil
}

// shell is what the layout needs of every page.
type shell struct {
	Title string // of the browser's tab
	Query string // in the box
	Feed  string // address of the page's Atom feed; empty when it has none
	Start bool   // the start page has its own, larger box
}

// show answers with a page. It is made in memory first, so that a failing
// template never leaves half a page.
func (p *Pages) show(c *gin.Context, status int, name string, view any) {
	var page bytes.Buffer
	if err := p.templates[name].ExecuteTemplate(&page, "layout", view); err != nil {
		_ = c.Error(fmt.Errorf("page %s: %w", name, err))
		c.Data(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte("Lỗi trong máy chủ.\n"))
		return
	}
	c.Data(status, "text/html; charset=utf-8", page.Bytes())
}
