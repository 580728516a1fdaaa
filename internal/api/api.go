// Package api is the HTTP interface for programs: JSON under /api/v1, described
// by an OpenAPI document that is made from the very types that answer, errors
// as RFC 9457 problems, and the health of the service. Handlers are thin over
// the search service; one file a resource.
package api

import (
	"context"
	"fmt"
	"io"
	"net/url"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"tracuu/internal/export"
	"tracuu/internal/model"
	"tracuu/internal/search"
)

// Service is what the handlers ask.
type Service interface {
	Search(ctx context.Context, q search.Question) (search.Answer, error)
	Lookup(ctx context.Context, text string) (search.Answer, error)
	Article(ctx context.Context, id string) (search.ArticleView, error)
	Capture(ctx context.Context, id string) (model.Capture, error)
	Record(ctx context.Context, articleID, captureID string, to io.Writer) error
	Package(ctx context.Context, articleID string, to io.Writer) error
	Coverage(ctx context.Context) (search.Coverage, error)
	Document(ctx context.Context, id string) (search.DocumentView, error)
	Check(ctx context.Context, text string) (search.Check, error)
	Suggest(ctx context.Context, text string, limit int) ([]search.Suggestion, error)
	Similar(ctx context.Context, id string, limit int) ([]search.Hit, error)
	SearchTable(ctx context.Context, v url.Values) (export.Table, error)
	Targets(ctx context.Context, q search.TargetsQuestion) (search.TargetsAnswer, error)
	TargetsTable(ctx context.Context, q search.TargetsQuestion) (export.Table, error)
	Assignments(ctx context.Context, q search.AssignmentsQuestion) (search.AssignmentsAnswer, error)
	AssignmentsTable(ctx context.Context, q search.AssignmentsQuestion) (export.Table, error)
	Missing(ctx context.Context, q search.MissingQuestion) (search.MissingAnswer, error)
	MissingTable(ctx context.Context, q search.MissingQuestion) (export.Table, error)
	Ready(ctx context.Context) (search.Readiness, error)
}

var _ Service = (*search.Service)(nil)

// Prefix is where every address of the API begins.
const Prefix = "/api/"

// v1 is where the addresses of version 1 begin.
const v1 = Prefix + "v1"

// resources are the routes that are being added, and what they ask.
type resources struct {
	api     huma.API
	service Service
}

// Register adds the API, its OpenAPI document and its reference page to a
// router. An error is a mistake in the API itself.
func Register(router *gin.Engine, s Service) error {
	d, err := document(router, s)
	if err == nil {
		err = publish(router, d)
	}
	if err != nil {
		return fmt.Errorf("OpenAPI document: %w", err)
	}
	return nil
}

// document adds the operations to a router and returns what describes them.
func document(router *gin.Engine, s Service) (*huma.OpenAPI, error) {
	r := &resources{
		api:     humagin.NewWithGroup(router, router.Group("", recovered), configuration()),
		service: s,
	}
	r.api.UseMiddleware(checked)
	r.search()
	r.lookup()
	r.suggest()
	r.documents()
	r.articles()
	r.similar()
	r.tables()
	r.evidence()
	r.check()
	r.coverage()
	r.health()
	return r.api.OpenAPI(), complete(r.api.OpenAPI())
}
