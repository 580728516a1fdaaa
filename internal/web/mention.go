package web

import (
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
)

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

// What a page shows at first of a long text, in bytes; the rest is one step away.
// A mark costs about so much.
const (
	maxBody  = 24 << 10
	markCost = 400
)

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
