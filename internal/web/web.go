// Package web is the pages that people read: server-side HTML in Vietnamese
// that works without JavaScript. All text that comes from outside is escaped
// by html/template.
package web

import (
	"context"
	"net/url"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/feeds"

	"tracuu/internal/search"
)

// Service is what the pages ask.
type Service interface {
	Search(ctx context.Context, q search.Question) (search.Answer, error)
	Lookup(ctx context.Context, text string) (search.Answer, error)
	Article(ctx context.Context, id string) (search.ArticleView, error)
	Document(ctx context.Context, id string) (search.DocumentView, error)
	Coverage(ctx context.Context) (search.Coverage, error)
	Overview(ctx context.Context) (search.Overview, error)
}

var _ Service = (*search.Service)(nil)

// Pages answers with HTML.
type Pages struct {
	service   Service
	templates templates
}

// New reads the embedded templates.
func New(s Service) (*Pages, error) {
	t, err := parseTemplates()
	if err != nil {
		return nil, err
	}
	return &Pages{service: s, templates: t}, nil
}

// Register adds the pages to a router.
func (p *Pages) Register(router gin.IRouter) {
	pages := router.Group("/", p.recovered)
	pages.GET("/", p.start)
	pages.GET("/tim", p.results)
	pages.GET("/do-phu", p.coverage)
	pages.GET("/bai-viet/:id", p.article)
	pages.GET("/van-ban/:id", p.document)
	pages.GET("/vb/:number", p.named)
	pages.GET("/vb/:number/:year", p.named)
	pages.GET("/vb/:number/:year/:issuer", p.named)
	pages.GET("/tim.atom", p.feed("application/atom+xml; charset=utf-8", func(f *feeds.Feed, w gin.ResponseWriter) error { return f.WriteAtom(w) }))
	pages.GET("/tim.rss", p.feed("application/rss+xml; charset=utf-8", func(f *feeds.Feed, w gin.ResponseWriter) error { return f.WriteRss(w) }))
	pages.GET("/tim.json", p.feed("application/feed+json; charset=utf-8", func(f *feeds.Feed, w gin.ResponseWriter) error { return f.WriteJSON(w) }))
	router.GET("/static/:name", static)
}

// Addresses of pages, for templates and handlers.
func articleHref(id string) string  { return "/bai-viet/" + id }
func documentHref(id string) string { return "/van-ban/" + id }
func searchHref(text string) string { return "/tim?" + url.Values{"q": {text}}.Encode() }
