package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/health"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/web/message"
)

//go:embed page/*.html
var pageFiles embed.FS

// templates holds one set a page, each with the layout, in one language.
type templates map[string]*template.Template

// pageNames are the templates beside layout.html and parts.html.
func pageNames() []string {
	return []string{"start", "results", "article", "document", "targets", "tasks", "missing", "coverage", "error"}
}

// parseTemplates reads the templates once for each language.
func parseTemplates() (map[message.Lang]templates, error) {
	out := map[message.Lang]templates{}
	for _, lang := range message.Langs() {
		words, err := message.For(lang)
		if err != nil {
			return nil, err
		}
		out[lang] = templates{}
		for _, name := range pageNames() {
			t, err := template.New(name).Funcs(functions(voice{words})).
				ParseFS(pageFiles, "page/layout.html", "page/parts.html", "page/graph.html", "page/table.html", "page/"+name+".html")
			if err != nil {
				return nil, fmt.Errorf("page template %s: %w", name, err)
			}
			out[lang][name] = t
		}
	}
	return out, nil
}

// functions are those that templates call.
func functions(v voice) template.FuncMap {
	to := address{v.Lang}
	return template.FuncMap{
		"say":     v.Say,
		"english": func() bool { return v.Lang == message.English },
		// vi marks Vietnamese text on a page of another language.
		"vi": func() template.HTMLAttr {
			if v.Lang == message.Vietnamese {
				return ""
			}
			return ` lang="vi"`
		},
		"to":          to.page,
		"articleURL":  to.article,
		"documentURL": to.document,
		"searchURL":   to.search,
		"anchor":      anchor,
		"more":        func(whole string, left int, part string) leftOut { return leftOut{left, whole + "#" + part} },

		"day":       model.Date.Vietnamese,
		"clock":     clock,
		"period":    period,
		"due":       due,
		"count":     v.count,
		"bytes":     size,
		"host":      host,
		"percent":   percent,
		"share":     func(s *float64) string { return percent(int(100**s+.5), 100) },
		"names":     v.names,
		"line":      v.line,
		"status":    v.status,
		"relation":  v.relation,
		"undergone": v.undergone,
		"goal":      v.goal,
		"scope":     v.scope,
		"partners":  v.partners,
		"readState": v.readState,
		"excerpt":   v.excerpt,
		"marked":    func(p search.Passage) []segment { return spanSegments(p.Text, p.Marks) },
		"bars":      bars,
		"plotWidth": plotWidth,
		"fault":     health.FaultName,
		"missing":   missing,
		"last":      func(y []store.YearCount) int { return len(y) - 1 },
	}
}

// shell is what the layout needs of every page.
type shell struct {
	Title     string // of the browser's tab
	Query     string // in the box
	Feed      string // address of the page's Atom feed; empty when it has none
	Canonical string // the address that stays; empty: the one asked for
	Start     bool   // the start page has its own, larger box
	Lang      message.Lang
	Other     string // this page in the other language
	Rooms     []room // the pages that the head leads to
}

// room is a page that every page leads to.
type room struct {
	Href, Key string
	Current   bool
}

func allRooms() []room {
	return []room{
		{Href: targetsTable().path, Key: "nav.targets"},
		{Href: tasksTable().path, Key: "nav.tasks"},
		{Href: missingTable().path, Key: "nav.missing"},
		{Href: "/do-phu", Key: "nav.coverage"},
	}
}

// shell begins the view of a page.
func (p *Pages) shell(c *gin.Context, title string) shell {
	lang := message.Of(c.Query(langParameter))
	s := shell{Title: title, Lang: lang, Other: address{lang.Other()}.same(c.Request.URL)}
	for _, r := range p.rooms {
		r.Current = r.Href == c.Request.URL.Path
		s.Rooms = append(s.Rooms, r)
	}
	return s
}

// voice words things in the language that was asked for.
func (p *Pages) voice(c *gin.Context) voice { return p.voices[message.Of(c.Query(langParameter))] }

// show answers with a page. It is made in memory first, so that a failing
// template never leaves half a page.
func (p *Pages) show(c *gin.Context, status int, name string, view any) {
	var page bytes.Buffer
	lang := message.Of(c.Query(langParameter))
	if err := p.templates[lang][name].ExecuteTemplate(&page, "layout", view); err != nil {
		_ = c.Error(fmt.Errorf("page %s: %w", name, err))
		c.Data(http.StatusInternalServerError, "text/plain; charset=utf-8", []byte(p.voice(c).Say("error.template")+"\n"))
		return
	}
	c.Header("Content-Language", string(lang))
	c.Data(status, "text/html; charset=utf-8", page.Bytes())
}
