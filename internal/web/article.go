package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

type articleView struct {
	shell
	search.ArticleView
	Headline []segment
	Body     []paragraph
	Cut      bool   // the text goes on
	Whole    string // address of the page with all of it
	Legend   []legendRow
	Named    rows[namedRow]
	Joined   rows[joinedRow]
	Goals    rows[goalRow]
	Tasks    rows[taskRow]
	Days     rows[model.DateFact]
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
	view.addFacts(v, to, c.Query(wholeParameter) != "")
	if view.Similar, err = p.similar(c.Request.Context(), to, found.ID); err != nil {
		p.fail(c, err)
		return
	}
	view.Report = p.report(c, view.Title, "/bai-viet/"+found.ID, found.ID)
	p.show(c, http.StatusOK, "article", view)
}

// addFacts lists the facts and marks them in the text. A very long text is cut
// at a line, and lists after some rows, unless the whole is asked for.
func (view *articleView) addFacts(v voice, to address, whole bool) {
	found := view.ArticleView
	view.Whole = to.with("/bai-viet/"+found.ID, url.Values{wholeParameter: {"1"}})
	named := namedRows(found)
	view.Named = firstOf(named, whole)
	view.Joined = firstOf(joinedRows(v, to, found, named), whole)
	view.Days = firstOf(found.Dates, whole)
	var goals []goalRow
	for _, t := range found.Targets {
		goals = append(goals, goalRow{t, "#" + anchor(t.Start)})
	}
	view.Goals = firstOf(goals, whole)
	var tasks []taskRow
	for _, a := range found.Assignments {
		tasks = append(tasks, taskRow{a, "#" + anchor(a.Start)})
	}
	view.Tasks = firstOf(tasks, whole)

	facts := factsOf(v, to, found, named)
	bodyStart := min(max(found.BodyStart, 0), len(found.Text))
	text := found.Text
	if end := bodyEnd(text, bodyStart, facts); !whole && end < len(text) {
		text, view.Cut = text[:end], true
	}
	view.Headline = segments(found.Text, titleSpan(found.Article), facts)
	view.Body = paragraphs(text, bodyStart, facts)
	view.Legend = legend(v, facts)
}

// bodyEnd is where a page leaves off: at a line, or in a line that alone is too long.
func bodyEnd(text string, start int, facts []fact) int {
	marks := make([]int, len(facts))
	for i, f := range facts {
		marks[i] = f.Start
	}
	slices.Sort(marks)
	cost := 0
	for at := start; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		from, _ := slices.BinarySearch(marks, at)
		to, _ := slices.BinarySearch(marks, end)
		if cost += end - at + (to-from)*markCost; cost > maxBody {
			if at > start {
				return at
			}
			return start + len(strings.ToValidUTF8(text[start:min(end, start+maxBody)], ""))
		}
		at = end
	}
	return len(text)
}

// titleSpan is where the title stands in the text, empty when it does not.
func titleSpan(a model.Article) model.Span {
	if a.Title != "" && strings.HasPrefix(a.Text, a.Title) {
		return model.Span{End: len(a.Title)}
	}
	return model.Span{}
}
