package api

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

// document answers GET /documents/{id}.
func document(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		view, err := s.Document(c.Request.Context(), c.Param("id"))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, view)
	}
}

// relations answers GET /documents/{id}/relations.
func relations(s Service) gin.HandlerFunc {
	return partOf(s.Document, func(d search.DocumentView) any {
		return gin.H{"id": d.ID, "relations": d.Relations, "standing": d.Standing}
	})
}

// mentions answers GET /documents/{id}/mentions: the places that name it.
func mentions(s Service) gin.HandlerFunc {
	return partOf(s.Document, func(d search.DocumentView) any { return gin.H{"id": d.ID, "places": d.Places, "total": d.Total} })
}

// captures answers GET /articles/{id}/captures.
func captures(s Service) gin.HandlerFunc {
	return partOf(s.Article, func(a search.ArticleView) any { return gin.H{"id": a.ID, "captures": a.Captures} })
}

// partOf answers with a part of what read returns for the id.
func partOf[T any](read func(ctx context.Context, id string) (T, error), part func(T) any) gin.HandlerFunc {
	return func(c *gin.Context) {
		whole, err := read(c.Request.Context(), c.Param("id"))
		if err != nil {
			fail(c, err)
			return
		}
		c.JSON(http.StatusOK, part(whole))
	}
}
