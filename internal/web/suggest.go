package web

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/completion"
	"tracuu/internal/search"
)

// suggested is a suggestion as the script of the box shows it.
type suggested struct {
	Text  string            `json:"text"` // what the box holds when it is chosen
	Parts []completion.Part `json:"parts"`
	Label string            `json:"label"` // what it is, and what tells it from others
	Href  string            `json:"href"`  // where it leads
}

// suggest answers /goi-y?q= while people type.
func (p *Pages) suggest(c *gin.Context) {
	v := p.voice(c)
	to := address{v.Lang}
	found, err := p.service.Suggest(c.Request.Context(), c.Query("q"), search.DefaultSuggestions)
	if errors.Is(err, search.ErrQuestion) { // what cannot be used has no suggestions
		found, err = nil, nil
	}
	if err != nil {
		_ = c.Error(err) // for the request log; it never fails
		c.JSON(http.StatusInternalServerError, gin.H{"suggestions": []suggested{}})
		return
	}
	out := make([]suggested, len(found))
	for i, s := range found {
		out[i] = suggested{Text: s.Text, Parts: s.Parts, Label: v.Say("suggest." + string(s.Kind)), Href: to.search(s.Text)}
		if s.Detail != "" {
			out[i].Label += " · " + s.Detail
		}
		switch {
		case s.DocumentID != "":
			out[i].Href = to.document(s.DocumentID)
		case s.ArticleID != "":
			out[i].Href = to.article(s.ArticleID)
		}
	}
	c.JSON(http.StatusOK, gin.H{"suggestions": out})
}
