package search

import (
	"context"
	"fmt"
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/rank"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// snippetRunes is the length of the passage under a hit.
const snippetRunes = 280

// tellers are the articles that tell of records, by id, and for documents where.
type tellers struct {
	best     map[string]store.MentionAt
	articles map[string]*model.Article // without captures and facts
}

// tellers reads the articles that tell of found records, all at once.
func (s *Service) tellers(ctx context.Context, found []retrieval.Hit) (tellers, error) {
	var documents, ids []string
	for _, f := range found {
		if f.Kind == model.DocumentChanged {
			documents = append(documents, f.ID)
		}
	}
	t := tellers{articles: map[string]*model.Article{}}
	var err error
	if len(documents) > 0 {
		if t.best, err = s.store.BestMentions(ctx, documents); err != nil {
			return t, fmt.Errorf("articles that tell of documents: %w", err)
		}
	}
	for _, f := range found {
		ids = append(ids, t.of(f))
	}
	slices.Sort(ids)
	articles, err := s.store.ArticleTexts(ctx, slices.Compact(ids))
	if err != nil {
		return t, fmt.Errorf("articles that were found: %w", err)
	}
	for _, a := range articles {
		t.articles[a.ID] = a
	}
	return t, nil
}

// of is the article that tells of a record, itself when it is one; empty for a
// document that none tells of.
func (t tellers) of(f retrieval.Hit) string {
	if f.Kind == model.DocumentChanged {
		return t.best[f.ID].ArticleID
	}
	return f.ID
}

// hit tells of a found record: the article, that which tells of the document, or
// the document alone. store.ErrNotFound: it was deleted after the index last
// looked.
func (s *Service) hit(ctx context.Context, words string, f retrieval.Hit, t tellers) (hit Hit, err error) {
	id := t.of(f)
	article := t.articles[id]
	switch {
	case article != nil:
		hit, err = s.articleHit(ctx, article)
	case id != "":
		return Hit{}, store.ErrNotFound
	default:
		hit, err = s.documentHit(ctx, f.ID)
	}
	if err != nil {
		return Hit{}, err
	}
	hit.Score = f.Score
	for _, share := range f.Features {
		hit.Shares = append(hit.Shares, Share(share))
	}
	switch {
	case f.Kind == model.ArticleChanged && len(f.Marks) > 0:
		hit.Passage = Passage{f.Snippet, f.Marks}
	case article != nil:
		hit.Passage = bestPassage(article, words)
	}
	return hit, nil
}

func (s *Service) articleHit(ctx context.Context, article *model.Article) (Hit, error) {
	hit := Hit{Kind: model.ArticleChanged, ID: article.ID, Title: article.Title}
	hit.Documents, hit.Cites = []Document{}, []Document{}
	if article.Kind != model.KindList { // a list names what others announce
		mentions, err := s.store.ArticleMentions(ctx, article.ID)
		if err != nil {
			return Hit{}, err
		}
		if hit.Documents, hit.Cites, err = s.mentioned(ctx, mentions); err != nil {
			return Hit{}, err
		}
	}
	return hit, s.fill(ctx, &hit, article)
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
func (s *Service) fill(ctx context.Context, hit *Hit, a *model.Article) error {
	hit.ArticleID, hit.URL, hit.PageKind = a.ID, a.URL, a.Kind
	hit.Portal, hit.PortalName, hit.Published = a.Portal, s.portalName(a.Portal), a.Published
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
