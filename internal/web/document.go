package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/web/graph"
)

type documentView struct {
	shell
	search.DocumentView
	TypeName string // empty when the type is not known
	Units    []search.Unit
	Signer   string
	Sources  []source
	Effects  []effect
	Captures int
	Captured time.Time // the newest of them
	Goals    rows[goalRow]
	Tasks    rows[taskRow]
	Tied     rows[search.Related]
	Articles rows[tellingArticle]
	Whole    string         // address of the page with all rows
	Graph    *graph.Drawing // nil: it has no relation
	Similar  []hitView
	Report   report
}

// source is an article that presents the document, or is its text.
type source struct {
	search.ArticleView
	Announces bool
	Lines     []string // the first paragraphs of its text
	Cut       bool     // there are more
}

// Bounds of what the page of a document shows of its sources.
const (
	maxSources = 3
	maxOpening = 6 << 10 // bytes of text of the first source
)

// document is the page of a document, held or only cited.
func (p *Pages) document(c *gin.Context) {
	found, err := p.service.Document(c.Request.Context(), c.Param("id"))
	if err != nil {
		p.fail(c, err)
		return
	}
	p.showDocument(c, found)
}

func (p *Pages) showDocument(c *gin.Context, found search.DocumentView) {
	v := p.voice(c)
	to := address{v.Lang}
	view := documentView{shell: p.shell(c, found.Name), DocumentView: found}
	view.Canonical = lasting(found.Document)
	view.Feed = to.page(documentFeedPath(found.ID, "atom"))
	view.Report = p.report(c, found.Name, view.Canonical, found.ID)
	if code := found.Number.Type; code != "" {
		view.TypeName = docnum.TypeName(code)
	}
	view.Units = p.service.UnitsIn(found.Issuer)
	if err := p.addSources(c.Request.Context(), &view); err != nil {
		p.fail(c, err)
		return
	}
	articles := byArticle(found.Places)
	var err error
	if view.Effects, err = p.effects(c.Request.Context(), found.ID, articles); err != nil {
		p.fail(c, err)
		return
	}
	view.addRows(to, articles, c.Query(wholeParameter) != "")
	view.Graph = relationGraph(v, to, found)
	if view.Similar, err = p.similar(c.Request.Context(), to, found.ID); err != nil {
		p.fail(c, err)
		return
	}
	p.show(c, http.StatusOK, "document", view)
}

// addRows lists what is told of the document, after some rows only when the whole
// is asked for.
func (v *documentView) addRows(to address, articles []tellingArticle, whole bool) {
	v.Whole = to.with("/van-ban/"+url.PathEscape(v.ID), url.Values{wholeParameter: {"1"}})
	var goals []goalRow
	for _, g := range v.Targets {
		goals = append(goals, goalRow{g.Target, to.article(g.ArticleID) + "#" + anchor(g.Start)})
	}
	v.Goals = firstOf(goals, whole)
	var tasks []taskRow
	for _, t := range v.Assignments {
		tasks = append(tasks, taskRow{t.Assignment, to.article(t.ArticleID) + "#" + anchor(t.Start)})
	}
	v.Tasks = firstOf(tasks, whole)
	v.Tied = firstOf(v.Relations, whole)
	v.Articles = firstOf(articles, whole)
}

// addSources reads the articles that announce the document; the text of the first
// opens the page.
func (p *Pages) addSources(ctx context.Context, v *documentView) error {
	asked := map[string]bool{}
	for _, place := range v.Places {
		if place.Role != model.Announced || asked[place.ArticleID] || len(v.Sources) == maxSources {
			continue
		}
		asked[place.ArticleID] = true
		a, err := p.service.Article(ctx, place.ArticleID)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted since
		}
		if err != nil {
			return err
		}
		s := source{ArticleView: a, Announces: a.Kind != model.KindFile && a.Kind != model.KindDocument}
		if len(v.Sources) == 0 {
			s.Lines, s.Cut = opening(a.Body())
		}
		if a.Sheet != nil && v.Signer == "" {
			v.Signer = a.Sheet.Signer
		}
		v.Captures += len(a.Captures)
		for _, capture := range a.Captures {
			if capture.Time.After(v.Captured) {
				v.Captured = capture.Time
			}
		}
		v.Sources = append(v.Sources, s)
	}
	return nil
}

// opening is the first whole lines of a text.
func opening(text string) (lines []string, cut bool) {
	size := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if size += len(line); size > maxOpening && len(lines) > 0 {
			return lines, true
		}
		lines = append(lines, strings.ToValidUTF8(line[:min(len(line), maxOpening)], ""))
	}
	return lines, size > maxOpening
}
