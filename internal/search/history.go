package search

import (
	"context"
	"errors"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// History is what became of a page after it was collected.
type History struct {
	Presence  model.Presence   `json:"presence"`
	Revisions []model.Revision `json:"revisions"` // newest first
	// Copies are the other articles with the same text, or nearly the same, the
	// leader of them first.
	Copies []Copy `json:"copies"`
}

// Copy is an article that says the same.
type Copy struct {
	ArticleID  string     `json:"article_id"`
	Title      string     `json:"title"`
	PortalName string     `json:"portal_name"`
	Published  model.Date `json:"published"`
	Leads      bool       `json:"leads"` // the most official one of the group, else the earliest
}

// maxCopies bounds the copies that are shown.
const maxCopies = 20

func (s *Service) history(ctx context.Context, id string) (h History, err error) {
	if h.Presence, err = s.store.Presence(ctx, id); err != nil && !errors.Is(err, store.ErrNotFound) {
		return h, err
	}
	if h.Revisions, err = s.store.Revisions(ctx, id); err != nil {
		return h, err
	}
	h.Copies, err = s.copies(ctx, id)
	return h, err
}

// copies lists the other articles of a group, the leader first.
func (s *Service) copies(ctx context.Context, id string) ([]Copy, error) {
	group, err := s.store.Copies(ctx, id)
	if err != nil || len(group) < 2 {
		return []Copy{}, err
	}
	leader := group[0]
	texts, err := s.store.ArticleTexts(ctx, group[:min(len(group), maxCopies)])
	if err != nil {
		return nil, err
	}
	copies := []Copy{}
	for _, a := range texts {
		if a.ID == id {
			continue
		}
		c := Copy{
			ArticleID: a.ID, Title: a.Title, PortalName: s.portalName(a.Portal), Published: a.Published, Leads: a.ID == leader,
		}
		if c.Leads {
			copies = append([]Copy{c}, copies...)
		} else {
			copies = append(copies, c)
		}
	}
	return copies, nil
}
