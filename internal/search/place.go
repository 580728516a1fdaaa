package search

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// placeOf tells of a mention, with its sentence when the article is at hand.
func (s *Service) placeOf(m store.MentionAt, a *model.Article) Place {
	p := Place{
		ArticleID: m.ArticleID, ArticleTitle: m.ArticleTitle, ArticleURL: m.ArticleURL,
		Portal: m.Portal, PortalName: s.portalName(m.Portal), Role: m.Role, Start: m.Start,
		Passage: Passage{Text: m.Quote},
	}
	if a != nil {
		p.Published = a.Published
		p.Passage = passageAround(a.Text, m.Span)
	}
	return p
}

// maxPassage bounds a passage, in bytes.
const maxPassage = 600

// passageAround returns the sentence of text that holds span, with span marked
// in it. A very long sentence is cut around the span.
func passageAround(text string, span model.Span) Passage {
	if span.Start < 0 || span.End > len(text) || span.Start >= span.End {
		return Passage{}
	}
	lo, hi := window(text, span, 4*maxPassage)
	sentence := model.Span{Start: lo, End: hi}
	for _, s := range vietnamese.Sentences(text[lo:hi]) {
		if lo+s.Start <= span.Start && span.Start < lo+s.End {
			sentence = model.Span{Start: lo + s.Start, End: max(lo+s.End, span.End)}
		}
	}
	if sentence.End-sentence.Start > maxPassage {
		lo, hi := window(text, span, maxPassage/2)
		sentence = model.Span{Start: max(lo, sentence.Start), End: min(hi, sentence.End)}
	}
	return Passage{
		Text:  text[sentence.Start:sentence.End],
		Marks: []model.Span{{Start: span.Start - sentence.Start, End: span.End - sentence.Start}},
	}
}

// window is span and at most n bytes on each side, on rune borders.
func window(text string, span model.Span, n int) (int, int) {
	lo, hi := max(0, span.Start-n), min(len(text), span.End+n)
	for lo > 0 && !utf8.RuneStart(text[lo]) {
		lo--
	}
	for hi < len(text) && !utf8.RuneStart(text[hi]) {
		hi++
	}
	return lo, hi
}

// newest returns the last capture, and false when there is none.
func newest(captures []model.Capture) (model.Capture, bool) {
	var last model.Capture
	for _, c := range captures {
		if c.Time.After(last.Time) || last.ID == "" {
			last = c
		}
	}
	return last, last.ID != ""
}

// document reads a document by id and names it.
func (s *Service) document(ctx context.Context, id string) (Document, error) {
	d, err := s.store.Document(ctx, id)
	if err != nil {
		return Document{}, fmt.Errorf("document %s: %w", id, err)
	}
	return named(d), nil
}

// linked reads a document that another thing leads to; nil when it has gone
// since that was read, as a crawler may write at any time.
func (s *Service) linked(ctx context.Context, id string) (*Document, error) {
	if id == "" {
		return nil, nil
	}
	d, err := s.document(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	return &d, err
}
