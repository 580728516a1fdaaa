package search

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/extract/official"
	"tracuu/internal/model"
)

// Sheet is the outline of an official document: who signed it, to whom it went
// and the marks of its parts. Spans are of the article's text.
type Sheet struct {
	Signer     string   `json:"signer,omitempty"`
	Recipients string   `json:"recipients,omitempty"`
	Bases      []string `json:"bases"` // legal bases
	Anchors    []Anchor `json:"anchors"`
}

// Anchor is a part that can be pointed at: "Điều 5".
type Anchor struct {
	Kind  official.Kind `json:"kind"`
	Label string        `json:"label"`
	Line  string        `json:"line"` // its first line
	model.Span
}

// maxAnchors bounds the outline of a code of laws.
const maxAnchors = 2000

// sheetOf reads the outline of an article that is an official document; nil for
// others.
func sheetOf(a *model.Article) *Sheet {
	if a.Kind != model.KindFile && a.Kind != model.KindDocument {
		return nil
	}
	s := &Sheet{Bases: []string{}, Anchors: []Anchor{}}
	body := a.Body()
	from := len(a.Text) - len(body)
	for _, p := range official.Read(body) {
		words := strings.Join(strings.Fields(body[p.Start:p.End]), " ")
		switch p.Kind {
		case official.Signer:
			s.Signer = words
		case official.Recipients:
			s.Recipients = words
		case official.Basis:
			s.Bases = append(s.Bases, words)
		case official.Division, official.Chapter, official.Section, official.Article, official.Annex:
			if len(s.Anchors) < maxAnchors {
				span := model.Span{Start: from + p.Start, End: from + p.End}
				s.Anchors = append(s.Anchors, Anchor{p.Kind, p.Label, body[p.Start:p.Line], span})
			}
		}
	}
	return s
}

// documentsIn tells, by the address of a file, the article that holds the
// official document in it.
func (s *Service) documentsIn(ctx context.Context, files []model.Attachment) (map[string]string, error) {
	found := map[string]string{}
	var ids []string
	for _, f := range files {
		if f.State == model.Read {
			ids = append(ids, model.ArticleID(f.URL))
		}
	}
	if len(ids) == 0 {
		return found, nil
	}
	articles, err := s.store.ArticleTexts(ctx, slices.Compact(ids))
	if err != nil {
		return nil, fmt.Errorf("documents in files: %w", err)
	}
	for _, a := range articles {
		if a.Kind == model.KindFile {
			found[a.URL] = a.ID
		}
	}
	return found, nil
}
