package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
)

type articleView struct {
	shell
	search.ArticleView
	Headline []segment
	Body     []paragraph
	Legend   []legendRow
	Named    []namedRow
	Joined   []joinedRow
}

// legendRow explains a kind of mark that this page has.
type legendRow struct {
	Class string
	Label string
	Count int
}

// namedRow is a mention with the documents that it names or may name.
type namedRow struct {
	store.MentionAt
	Name      string
	Documents []search.Document // one when resolved; candidates when not
}

// joinedRow is a relation of this page, told by names.
type joinedRow struct {
	model.Relation
	FromName, ToName string
	FromHref, ToHref string
}

// article is the page of an article with its facts.
func (p *Pages) article(c *gin.Context) {
	found, err := p.service.Article(c.Request.Context(), c.Param("id"))
	if err != nil {
		p.fail(c, err)
		return
	}
	view := articleView{shell: shell{Title: found.Title}, ArticleView: found}
	if view.Article.Title == "" {
		view.Title = "Bài không có tiêu đề"
	}
	view.Named = namedRows(found)
	view.Joined = joinedRows(found, view.Named)
	facts := factsOf(found, view.Named)
	bodyStart := min(max(found.BodyStart, 0), len(found.Text))
	view.Headline = segments(found.Text, titleSpan(found.Article), facts)
	view.Body = paragraphs(found.Text, bodyStart, facts)
	view.Legend = legend(facts)
	p.show(c, http.StatusOK, "article", view)
}

// titleSpan is where the title stands in the text, empty when it does not.
func titleSpan(a model.Article) model.Span {
	if a.Title != "" && strings.HasPrefix(a.Text, a.Title) {
		return model.Span{End: len(a.Title)}
	}
	return model.Span{}
}

func namedRows(v search.ArticleView) []namedRow {
	rows := make([]namedRow, 0, len(v.Mentions))
	for _, m := range v.Mentions {
		row := namedRow{MentionAt: m, Name: search.Name(m.Number)}
		ids := m.Candidates
		if m.DocumentID != "" {
			ids = []string{m.DocumentID}
		}
		for _, id := range ids {
			if doc, ok := v.Documents[id]; ok {
				row.Documents = append(row.Documents, doc)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// Resolved tells whether the mention names one document.
func (r namedRow) Resolved() bool { return r.DocumentID != "" && len(r.Documents) == 1 }

// note tells what was understood of a mention.
func (r namedRow) note() string {
	role := "được nhắc đến"
	if r.Role == model.Announced {
		role = "được công bố ở bài này"
	}
	if r.Resolved() {
		return r.Documents[0].Line() + " (" + role + ")"
	}
	if len(r.Documents) > 0 {
		lines := make([]string, 0, maxNotes)
		for _, d := range r.Documents[:min(len(r.Documents), maxNotes)] {
			lines = append(lines, d.Line())
		}
		return r.Name + ": chưa rõ là văn bản nào trong số: " + strings.Join(lines, "; ")
	}
	return r.Name + " (" + role + ")"
}

func joinedRows(v search.ArticleView, named []namedRow) []joinedRow {
	rows := make([]joinedRow, 0, len(v.Relations))
	end := func(i int) (name, href string) {
		if i < 0 || i >= len(named) {
			return "Bài viết này", ""
		}
		if r := named[i]; r.Resolved() {
			return r.Documents[0].Name, documentHref(r.DocumentID)
		}
		return named[i].Name, ""
	}
	for _, r := range v.Relations {
		row := joinedRow{Relation: r}
		row.FromName, row.FromHref = end(r.From)
		row.ToName, row.ToHref = end(r.To)
		rows = append(rows, row)
	}
	return rows
}
