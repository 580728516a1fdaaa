// Package web is the pages that people read: server-side HTML in Vietnamese and
// English that works without JavaScript. All text that comes from outside is
// escaped by html/template.
package web

import (
	"context"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/feeds"

	"tracuu/internal/search"
	"tracuu/internal/web/message"
)

// Service is what the pages ask.
type Service interface {
	Search(ctx context.Context, q search.Question) (search.Answer, error)
	Lookup(ctx context.Context, text string) (search.Answer, error)
	Article(ctx context.Context, id string) (search.ArticleView, error)
	Document(ctx context.Context, id string) (search.DocumentView, error)
	Targets(ctx context.Context, q search.TargetsQuestion) (search.TargetsAnswer, error)
	Assignments(ctx context.Context, q search.AssignmentsQuestion) (search.AssignmentsAnswer, error)
	Missing(ctx context.Context, q search.MissingQuestion) (search.MissingAnswer, error)
	UnitsIn(text string) []search.Unit
	Suggest(ctx context.Context, text string, limit int) ([]search.Suggestion, error)
	Similar(ctx context.Context, id string, limit int) ([]search.Hit, error)
	Coverage(ctx context.Context) (search.Coverage, error)
	Overview(ctx context.Context) (search.Overview, error)
}

var _ Service = (*search.Service)(nil)

// Pages answers with HTML.
type Pages struct {
	// ReportTo is the mail address that takes reports of errors; empty: pages
	// give a text to copy. Set before the pages are shared.
	ReportTo string

	service   Service
	templates map[message.Lang]templates
	voices    map[message.Lang]voice
	rooms     []room
}

// New reads the embedded templates.
func New(s Service) (*Pages, error) {
	t, err := parseTemplates()
	if err != nil {
		return nil, err
	}
	p := &Pages{service: s, templates: t, voices: map[message.Lang]voice{}, rooms: allRooms()}
	for _, lang := range message.Langs() {
		words, err := message.For(lang)
		if err != nil {
			return nil, err
		}
		p.voices[lang] = voice{words}
	}
	return p, nil
}

// Register adds the pages to a router.
func (p *Pages) Register(router gin.IRouter) {
	pages := router.Group("/", p.recovered)
	pages.GET("/", p.start)
	pages.GET("/tim", p.results)
	pages.GET("/goi-y", p.suggest)
	pages.GET(targetsTable().path, p.targets)
	pages.GET(tasksTable().path, p.tasks)
	pages.GET(missingTable().path, p.missing)
	pages.GET("/do-phu", p.coverage)
	pages.GET("/bai-viet/:id", p.article)
	pages.GET("/van-ban/:id", p.document)
	pages.GET("/vb/:number", p.named)
	pages.GET("/vb/:number/:year", p.named)
	pages.GET("/vb/:number/:year/:issuer", p.named)
	for _, f := range feedForms() {
		pages.GET("/tim."+f.ending, p.searchFeed(f))
		pages.GET("/van-ban/:id/moi."+f.ending, p.documentFeed(f))
	}
	router.GET("/static/:name", p.static)
}

// feedForm is a way to write a feed.
type feedForm struct {
	ending, media string
	write         func(*feeds.Feed, gin.ResponseWriter) error
}

func feedForms() []feedForm {
	return []feedForm{
		{"atom", "application/atom+xml; charset=utf-8", func(f *feeds.Feed, w gin.ResponseWriter) error { return f.WriteAtom(w) }},
		{"rss", "application/rss+xml; charset=utf-8", func(f *feeds.Feed, w gin.ResponseWriter) error { return f.WriteRss(w) }},
		{"json", "application/feed+json; charset=utf-8", func(f *feeds.Feed, w gin.ResponseWriter) error { return f.WriteJSON(w) }},
	}
}
