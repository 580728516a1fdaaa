package search

import (
	"context"
	"errors"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Goal is a target of a document, with the article whose sentence tells of it.
type Goal struct {
	model.Target
	ArticleID string `json:"article_id"`
}

// Task is an assignment by a document, with the article whose sentence tells of it.
type Task struct {
	model.Assignment
	ArticleID string `json:"article_id"`
}

// Bounds of what the page of a document shows of its content.
const (
	maxTellers = 5 // articles that announce it
	maxGoals   = 200
)

// tell adds what the articles that announce the document, and no other, tell of
// its content: targets and assignments, each once.
func (v *DocumentView) tell(ctx context.Context, s Store, mentions []store.MentionAt) error {
	asked, told := map[string]bool{}, map[string]bool{}
	for _, m := range mentions {
		if m.Role != model.Announced || asked[m.ArticleID] || len(asked) == maxTellers {
			continue
		}
		asked[m.ArticleID] = true
		a, err := s.Article(ctx, m.ArticleID)
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("article %s: %w", m.ArticleID, err)
		}
		if announcesOthers(a, m.Number) {
			continue
		}
		for _, t := range a.Targets {
			if key := "goal " + t.Quote; !told[key] && len(v.Targets) < maxGoals {
				told[key] = true
				v.Targets = append(v.Targets, Goal{t, a.ID})
			}
		}
		for _, g := range a.Assignments {
			if key := "task " + g.Agency + "\n" + g.Quote; !told[key] && len(v.Assignments) < maxGoals {
				told[key] = true
				v.Assignments = append(v.Assignments, Task{g, a.ID})
			}
		}
	}
	return nil
}

func announcesOthers(a *model.Article, n model.DocNumber) bool {
	for _, m := range a.Mentions {
		if m.Role == model.Announced && (m.Number.No != n.No || m.Number.Canonical != n.Canonical) {
			return true
		}
	}
	return false
}
