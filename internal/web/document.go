package web

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/search"
)

type documentView struct {
	shell
	search.DocumentView
	TypeName string // empty when the type is not known
	Articles []tellingArticle
}

// tellingArticle is an article with the places where it names the document.
type tellingArticle struct {
	search.Place
	Passages []search.Place
}

// byArticle groups places by their article. A place in the title is left out
// when the body has one: the title is shown anyway.
func byArticle(places []search.Place) []tellingArticle {
	var out []tellingArticle
	at := map[string]int{}
	for _, p := range places {
		i, known := at[p.ArticleID]
		if !known {
			i = len(out)
			at[p.ArticleID] = i
			out = append(out, tellingArticle{Place: p})
		}
		out[i].Passages = append(out[i].Passages, p)
	}
	for i, a := range out {
		inBody := slices.DeleteFunc(slices.Clone(a.Passages), func(p search.Place) bool { return p.Start < len(a.ArticleTitle) })
		if len(inBody) > 0 {
			out[i].Passages = inBody
		}
		for _, p := range a.Passages {
			if p.Role == model.Announced {
				out[i].Role = model.Announced
			}
		}
	}
	return out
}

// document is the page of a document, held or only cited.
func (p *Pages) document(c *gin.Context) {
	found, err := p.service.Document(c.Request.Context(), c.Param("id"))
	if err != nil {
		p.fail(c, err)
		return
	}
	view := documentView{shell: shell{Title: found.Name}, DocumentView: found, Articles: byArticle(found.Places)}
	if code := found.Number.Type; code != "" {
		view.TypeName = docnum.TypeName(code)
	}
	p.show(c, http.StatusOK, "document", view)
}
