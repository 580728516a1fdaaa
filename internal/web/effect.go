package web

import (
	"context"
	"errors"

	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
)

// effect is what an article about a document tells of another one that ends or
// changes with it: the article, not the document, is what says so.
type effect struct {
	model.Relation
	Document     search.Document
	ArticleID    string
	ArticleTitle string
}

// maxEffectArticles bounds the articles that are read for effects.
const maxEffectArticles = 5

// effects reads the articles whose first document is the one asked for.
func (p *Pages) effects(ctx context.Context, id string, articles []tellingArticle) ([]effect, error) {
	var out []effect
	told := map[string]bool{}
	for _, teller := range articles[:min(len(articles), maxEffectArticles)] {
		a, err := p.service.Article(ctx, teller.ArticleID)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if a.Kind == model.KindList || len(a.Mentions) == 0 || a.Mentions[0].DocumentID != id || announces(a) {
			continue
		}
		for _, r := range a.Relations {
			if r.From != model.Page || r.To < 0 || r.To >= len(a.Mentions) || !ends(r.Type) {
				continue
			}
			other, known := a.Documents[a.Mentions[r.To].DocumentID]
			if !known || other.ID == id || told[other.ID] {
				continue
			}
			told[other.ID] = true
			out = append(out, effect{r, other, a.ID, a.Title})
		}
	}
	return out, nil
}

// announces tells whether an article presents a document: then that one, not
// the first that is named, is what ends others.
func announces(a search.ArticleView) bool {
	for _, m := range a.Mentions {
		if m.Role == model.Announced {
			return true
		}
	}
	return false
}

// ends tells the relations that end or change what a document says.
func ends(t model.RelationType) bool {
	switch t {
	case model.Replaces, model.Repeals, model.Amends, model.Extends, model.Corrects:
		return true
	case model.Implements, model.BasedOn, model.Guides:
	}
	return false
}
