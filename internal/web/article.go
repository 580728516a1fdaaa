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
	Cut      bool   // the text goes on
	Whole    string // address of the page with all of it
	Legend   []legendRow
	Named    []namedRow
	Joined   []joinedRow
	Goals    []goalRow
	Tasks    []taskRow
	Similar  []hitView
	Report   report
}

// goalRow is a target with the place of its sentence.
type goalRow struct {
	model.Target
	Href string
}

// taskRow is an assignment with the place of its sentence.
type taskRow struct {
	model.Assignment
	Href string
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

// maxBody is how many bytes of a text a page shows at first; the rest is one
// step away.
const maxBody = 24 << 10

// article is the page of an article with its facts.
func (p *Pages) article(c *gin.Context) {
	found, err := p.service.Article(c.Request.Context(), c.Param("id"))
	if err != nil {
		p.fail(c, err)
		return
	}
	v := p.voice(c)
	to := address{v.Lang}
	view := articleView{shell: p.shell(c, found.Title), ArticleView: found}
	if found.Title == "" {
		view.Title = v.Say("untitled.article")
	}
	view.Named = namedRows(found)
	view.Joined = joinedRows(v, to, found, view.Named)
	for _, t := range found.Targets {
		view.Goals = append(view.Goals, goalRow{t, "#" + anchor(t.Start)})
	}
	for _, a := range found.Assignments {
		view.Tasks = append(view.Tasks, taskRow{a, "#" + anchor(a.Start)})
	}
	view.addText(v, to, c.Query("toan-van") != "")
	view.Report = p.report(c, view.Title, "/bai-viet/"+found.ID, found.ID)
	p.show(c, http.StatusOK, "article", view)
}

// addText marks the facts in the text. A very long one is cut at a line.
func (view *articleView) addText(v voice, to address, whole bool) {
	found := view.ArticleView
	facts := factsOf(v, to, found, view.Named)
	text := found.Text
	bodyStart := min(max(found.BodyStart, 0), len(text))
	if !whole && len(text)-bodyStart > maxBody {
		end := bodyStart + maxBody
		if line := strings.LastIndexByte(text[bodyStart:end], '\n'); line > 0 {
			end = bodyStart + line
		}
		text = strings.ToValidUTF8(text[:end], "")
		view.Cut, view.Whole = true, to.with("/bai-viet/"+found.ID, map[string][]string{"toan-van": {"1"}})+"#bai"
	}
	view.Headline = segments(found.Text, titleSpan(found.Article), facts)
	view.Body = paragraphs(text, bodyStart, facts)
	view.Legend = legend(v, facts)
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

func joinedRows(v voice, to address, a search.ArticleView, named []namedRow) []joinedRow {
	rows := make([]joinedRow, 0, len(a.Relations))
	end := func(i int) (name, href string) {
		if i == model.Page {
			i = presented(named)
		}
		if i < 0 || i >= len(named) {
			return v.Say("article.this"), ""
		}
		if r := named[i]; r.Resolved() {
			return r.Documents[0].Name, to.document(r.DocumentID)
		}
		return named[i].Name, ""
	}
	for _, r := range a.Relations {
		row := joinedRow{Relation: r}
		row.FromName, row.FromHref = end(r.From)
		row.ToName, row.ToHref = end(r.To)
		rows = append(rows, row)
	}
	return rows
}

// presented is the place of the one document that an article announces, Page when
// it announces none or several.
func presented(named []namedRow) int {
	at := model.Page
	for i, r := range named {
		if r.Role != model.Announced {
			continue
		}
		if at != model.Page && (!r.Resolved() || r.DocumentID != named[at].DocumentID) {
			return model.Page
		}
		if at == model.Page {
			at = i
		}
	}
	return at
}
