package api

import (
	"context"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// articleID names an article in an address.
type articleID struct {
	ID string `path:"id" doc:"Id of the article, as answers give it: it is made of its address." example:"c30347390b55c174"`
}

// ArticleCaptures is the captures of a page.
type ArticleCaptures struct {
	ID       string          `json:"id"`
	Captures []model.Capture `json:"captures"`
}

// modified is the time of the newest capture: the list changes with nothing else.
func (a ArticleCaptures) modified() modified {
	var last time.Time
	for _, c := range a.Captures {
		if c.Time.After(last) {
			last = c.Time
		}
	}
	return modified(last)
}

// articles adds GET /articles/{id} and its captures.
func (r *resources) articles() {
	const path, example = v1 + "/articles/{id}", v1 + "/articles/" + exampleArticle
	read(r, operation{
		id: "article", path: path, tag: "articles", single: true, summary: "One article",
		description: "The text of a page with every fact that was understood: quote, place in the text (bytes of UTF-8), rule and confidence; its attachments, captures, copies and what changed in it.",
		example:     example,
	}, func(ctx context.Context, in *articleID) (search.ArticleView, error) {
		return r.service.Article(ctx, in.ID)
	})
	read(r, operation{
		id: "article-captures", path: path + "/captures", tag: "articles", single: true,
		summary:     "Captures of an article",
		description: "When the page was captured, with SHA-256 and the place in the WARC files. `Last-Modified` is the time of the newest capture.",
		example:     example + "/captures",
	}, func(ctx context.Context, in *articleID) (ArticleCaptures, error) {
		a, err := r.service.Article(ctx, in.ID)
		return ArticleCaptures{a.ID, a.Captures}, err
	})
}

// exampleArticle is the id of an article of the tests.
const exampleArticle = "c30347390b55c174"
