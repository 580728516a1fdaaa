package search

import (
	"context"
	"errors"
	"fmt"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// DocumentView is a document with where it is named and what it is tied to.
type DocumentView struct {
	Document
	Citation string `json:"citation"` // as it is cited in other documents
	// Standing are the relations that change what the document says or end it:
	// replaced, repealed, amended … by others.
	Standing  []Related `json:"standing"`
	Places    []Place   `json:"places"` // announcing ones first, at most maxPlaces
	Total     int       `json:"total_places"`
	Relations []Related `json:"relations"`
	// What the articles that announce it tell of its content.
	Targets     []Goal `json:"targets"`
	Assignments []Task `json:"assignments"`
}

// Direction tells which end of a relation a document is.
type Direction string

// The directions of a relation as its document sees it.
const (
	Outgoing Direction = "outgoing" // the document does something to the other
	Incoming Direction = "incoming" // the other does something to the document
)

// Related is a relation as one of its documents sees it. Other is nil when an
// article that announces no document is the other end.
type Related struct {
	model.Evidence
	Type         model.RelationType `json:"type"`
	Direction    Direction          `json:"direction"`
	Other        *Document          `json:"other"`
	ArticleID    string             `json:"article_id"` // where the sentence stands
	ArticleTitle string             `json:"article_title"`

	list bool // the article is a list
}

// maxPlaces and maxRelations bound the page of a document that everyone cites.
const (
	maxPlaces    = 50
	maxRelations = 100
)

// Document returns a document by id, or store.ErrNotFound.
func (s *Service) Document(ctx context.Context, id string) (DocumentView, error) {
	doc, err := s.document(ctx, id)
	if err != nil {
		return DocumentView{}, err
	}
	view := DocumentView{Document: doc, Standing: []Related{}, Places: []Place{}, Relations: []Related{}, Targets: []Goal{}, Assignments: []Task{}}
	mentions, err := s.store.DocumentMentions(ctx, id)
	if err != nil {
		return DocumentView{}, fmt.Errorf("mentions of document %s: %w", id, err)
	}
	view.Total = len(mentions)
	view.Citation = citation(doc.Document, mentions)
	for _, m := range mentions[:min(len(mentions), maxPlaces)] {
		place, err := s.placeIn(ctx, m)
		if err != nil {
			return DocumentView{}, err
		}
		view.Places = append(view.Places, place)
	}
	if err := view.tell(ctx, s.store, mentions); err != nil {
		return DocumentView{}, fmt.Errorf("content of document %s: %w", id, err)
	}
	relations, err := s.store.DocumentRelations(ctx, id)
	if err != nil {
		return DocumentView{}, fmt.Errorf("relations of document %s: %w", id, err)
	}
	for _, r := range relations[:min(len(relations), maxRelations)] {
		related, err := s.related(ctx, id, r)
		if err != nil {
			return DocumentView{}, err
		}
		view.addRelation(related)
	}
	for _, r := range view.Relations {
		if r.Direction == Incoming && r.changes() {
			view.Standing = append(view.Standing, r)
		}
	}
	return view, nil
}

// changes tells a relation that changes what its object says, or ends it.
func (r Related) changes() bool {
	switch r.Type {
	case model.Replaces, model.Repeals, model.Amends, model.Extends, model.Corrects:
		return true
	case model.Implements, model.BasedOn, model.Guides:
	}
	return false
}

// addRelation keeps one relation of a kind to each other document: several
// articles may tell of it, and a list repeats what its articles say.
func (v *DocumentView) addRelation(r Related) {
	for i, known := range v.Relations {
		same := r.Other != nil && known.Other != nil && r.Other.ID == known.Other.ID &&
			r.Type == known.Type && r.Direction == known.Direction
		if !same {
			continue
		}
		if known.list && !r.list {
			v.Relations[i] = r
		}
		return
	}
	v.Relations = append(v.Relations, r)
}

func (s *Service) related(ctx context.Context, id string, r store.RelationAt) (Related, error) {
	out := Related{Evidence: r.Evidence, Type: r.Type, Direction: Outgoing, ArticleID: r.ArticleID}
	other := r.ToID
	if r.ToID == id && r.FromID != id {
		out.Direction, other = Incoming, r.FromID
	}
	var err error
	if out.Other, err = s.linked(ctx, other); err != nil {
		return out, fmt.Errorf("related to %s: %w", id, err)
	}
	article, err := s.store.Article(ctx, r.ArticleID)
	if errors.Is(err, store.ErrNotFound) {
		return out, nil
	}
	if err != nil {
		return out, fmt.Errorf("article %s: %w", r.ArticleID, err)
	}
	out.ArticleTitle, out.list = article.Title, article.Kind == model.KindList
	return out, nil
}
