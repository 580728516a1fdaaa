package search

import (
	"context"

	"tracuu/internal/model"
	"tracuu/internal/rank"
	"tracuu/internal/store"
)

// snippetRunes is the length of the passage under a hit.
const snippetRunes = 280

// hit tells of a found record: the article, that which tells of the document,
// or the document alone when articleID is empty.
func (s *Service) hit(ctx context.Context, words, id, articleID string) (Hit, error) {
	if articleID == "" {
		return s.documentHit(ctx, id)
	}
	return s.articleHit(ctx, words, articleID)
}

func (s *Service) articleHit(ctx context.Context, words, id string) (Hit, error) {
	article, err := s.store.Article(ctx, id)
	if err != nil {
		return Hit{}, err
	}
	mentions, err := s.store.ArticleMentions(ctx, id)
	if err != nil {
		return Hit{}, err
	}
	hit := Hit{Kind: model.ArticleChanged, ID: id, Title: article.Title}
	hit.Documents, hit.Cites = []Document{}, []Document{}
	if article.Kind != model.KindList { // a list names what others announce
		if hit.Documents, hit.Cites, err = s.mentioned(ctx, mentions); err != nil {
			return Hit{}, err
		}
	}
	return hit, s.fill(ctx, &hit, words, article)
}

// documentHit tells of a document that no article tells of.
func (s *Service) documentHit(ctx context.Context, id string) (Hit, error) {
	doc, err := s.document(ctx, id)
	if err != nil {
		return Hit{}, err
	}
	return Hit{
		Kind: model.DocumentChanged, ID: id, Title: doc.Title,
		Documents: []Document{doc}, Cites: []Document{}, Passage: Passage{Marks: []model.Span{}},
	}, nil
}

// fill tells of the article behind a hit.
func (s *Service) fill(ctx context.Context, hit *Hit, words string, a *model.Article) error {
	hit.ArticleID, hit.URL, hit.PageKind = a.ID, a.URL, a.Kind
	hit.Portal, hit.PortalName, hit.Published = a.Portal, s.portalName(a.Portal), a.Published
	hit.Passage = bestPassage(a, words)
	captures, err := s.store.ArticleCaptures(ctx, a.ID)
	if err != nil {
		return err
	}
	if c, ok := newest(captures); ok {
		hit.Captured = c.Time
	}
	hit.Copies, err = s.copies(ctx, a.ID)
	return err
}

// bestPassage looks in the body first, then in the attachments.
func bestPassage(a *model.Article, words string) Passage {
	text, marks := rank.Snippet(a.Body(), words, snippetRunes)
	if len(marks) > 0 {
		return Passage{text, marks}
	}
	for _, file := range a.Attachments {
		if t, m := rank.Snippet(file.Text, words, snippetRunes); len(m) > 0 {
			return Passage{t, m}
		}
	}
	return Passage{text, []model.Span{}}
}

// maxNamed bounds the documents that a hit names.
const maxNamed = 3

// mentioned returns the documents that an article announces and the first few
// that it cites.
func (s *Service) mentioned(ctx context.Context, mentions []store.MentionAt) (announced, cited []Document, err error) {
	announced, cited = []Document{}, []Document{}
	known := map[string]bool{}
	for _, role := range []model.Role{model.Announced, model.Cited} {
		for _, m := range mentions {
			if m.Role != role || m.DocumentID == "" || known[m.DocumentID] {
				continue
			}
			into := &announced
			if role == model.Cited {
				into = &cited
			}
			if len(*into) == maxNamed {
				break
			}
			known[m.DocumentID] = true
			doc, err := s.linked(ctx, m.DocumentID)
			if err != nil {
				return nil, nil, err
			}
			if doc != nil {
				*into = append(*into, *doc)
			}
		}
	}
	return announced, cited, nil
}
