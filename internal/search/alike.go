package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
	"tracuu/internal/topic"
	"tracuu/internal/vietnamese"
)

// Bounds of what is compared with other texts.
const (
	DefaultSimilar = 5
	MaxSimilar     = 20
	alikeText      = 16 << 10 // bytes that are read
	alikeTitle     = 300      // bytes of a title that are asked for
	weighedTerms   = 300      // pairs and words whose rarity is asked for
	alikeTerms     = 14       // that are searched for
	titleCounts    = 4        // times as much as the text
	commonShare    = 5        // of so many records one has a common term
	alikeShare     = 0.16     // of the best score, which the thing itself has
	topicFactor    = 1.6      // of the score of what is of the same topic
	alikeChosen    = 3        // times as many are read as are shown
)

// Similar finds what is like an article, or like the article that tells of a
// document: by its title and by the rarest words and pairs that it repeats. The
// thing itself and its copies are left out. Limit is from 1 to MaxSimilar; 0
// stands for DefaultSimilar. Errors wrap store.ErrNotFound when neither an
// article nor a document has the id, ErrQuestion when the limit cannot be used.
func (s *Service) Similar(ctx context.Context, id string, limit int) ([]Hit, error) {
	if limit == 0 {
		limit = DefaultSimilar
	}
	if err := inRange("limit", limit, 1, MaxSimilar); err != nil {
		return nil, err
	}
	title, body, shown, err := s.alikeTo(ctx, id)
	if err != nil {
		return nil, err
	}
	text, err := s.telling(ctx, title, body)
	if err != nil || text == "" {
		return []Hit{}, err
	}
	searcher, err := s.searcher()
	if err != nil {
		return nil, err
	}
	found, err := searcher.Search(ctx, retrieval.Request{Text: text, Limit: 2*alikeChosen*limit + len(shown)})
	if err != nil {
		return nil, fmt.Errorf("search what is like %s: %w", id, err)
	}
	if len(found.Hits) == 0 {
		return []Hit{}, nil
	}
	own := found.Hits[0].Score // the thing is most like itself
	hits := slices.DeleteFunc(found.Hits, func(h retrieval.Hit) bool { return h.ID == id || h.Score < alikeShare*own })
	answer := newAnswer(text)
	if _, err = s.join(ctx, inquiry{Question: Question{Limit: alikeChosen * limit}, words: text}, hits, shown, &answer); err != nil {
		return nil, err
	}
	return s.oncePerCopy(ctx, sameTopicFirst(answer.Hits, topic.Of(title, body), own), limit)
}

// sameTopicFirst lifts the hits that are of a topic of the thing, and leaves
// out those that are of none and hardly alike.
func sameTopicFirst(hits []Hit, topics []string, own float64) []Hit {
	if len(topics) == 0 {
		return hits
	}
	for i := range hits {
		h := &hits[i]
		shares := slices.ContainsFunc(topic.Of(h.Title, h.Passage.Text), func(id string) bool { return slices.Contains(topics, id) })
		if shares {
			h.Score *= topicFactor
		}
	}
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.Score < topicFactor*alikeShare*own })
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits
}

// oncePerCopy leaves the first limit pages to read: no lists, and of copies the
// best one.
func (s *Service) oncePerCopy(ctx context.Context, hits []Hit, limit int) ([]Hit, error) {
	out, told := []Hit{}, map[string]bool{}
	for _, h := range hits {
		if len(out) == limit {
			break
		}
		if h.Title == "" || h.PageKind == model.KindList || h.PageKind == model.KindOther || told[h.ArticleID] {
			continue
		}
		out = append(out, h)
		if h.ArticleID == "" {
			continue
		}
		copies, err := s.store.Copies(ctx, h.ArticleID)
		if err != nil {
			return nil, fmt.Errorf("copies of %s: %w", h.ArticleID, err)
		}
		for _, c := range copies {
			told[c] = true
		}
	}
	return out, nil
}

// alikeTo reads what others are compared with, and which articles are not to
// be told: the article itself and its copies.
func (s *Service) alikeTo(ctx context.Context, id string) (title, body string, shown map[string]bool, err error) {
	shown = map[string]bool{}
	a, err := s.store.Article(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		var doc model.Document
		if doc, err = s.store.Document(ctx, id); err != nil {
			return "", "", nil, fmt.Errorf("what is like %s: %w", id, err)
		}
		best, err := s.store.BestMentions(ctx, []string{id})
		if err != nil {
			return "", "", nil, fmt.Errorf("the article that tells of %s: %w", id, err)
		}
		if a, err = s.store.Article(ctx, best[id].ArticleID); errors.Is(err, store.ErrNotFound) {
			return doc.Title, "", shown, nil
		} else if err != nil {
			return "", "", nil, fmt.Errorf("what is like %s: %w", id, err)
		}
	} else if err != nil {
		return "", "", nil, fmt.Errorf("what is like %s: %w", id, err)
	}
	copies, err := s.store.Copies(ctx, a.ID)
	if err != nil {
		return "", "", nil, fmt.Errorf("copies of %s: %w", a.ID, err)
	}
	for _, c := range append(copies, a.ID) {
		shown[c] = true
	}
	return a.Title, a.Body(), shown, nil
}

// term is a word, or a pair of neighbours, of a text.
type term struct {
	folded, written string
	times           int
	weight          float64
}

// telling returns what to search for: the title, then what tells the text from
// others, each in a clause of its own.
func (s *Service) telling(ctx context.Context, title, body string) (string, error) {
	terms := termsOf(title, body)
	folded := make([]string, len(terms))
	for i, t := range terms {
		folded[i] = t.folded
	}
	records, with, err := s.index.Frequencies(ctx, folded)
	if err != nil {
		return "", fmt.Errorf("weigh the words of a text: %w", err)
	}
	for i := range terms {
		if with[i] > 1 && with[i]*commonShare <= records {
			terms[i].weight = (1 + math.Log(float64(terms[i].times))) * math.Log(float64(records)/float64(with[i]))
		}
	}
	slices.SortStableFunc(terms, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
	parts := []string{}
	if title = cutAtWord(title, alikeTitle); title != "" {
		parts = append(parts, strings.ReplaceAll(title, `"`, " "))
	}
	for _, t := range terms[:min(len(terms), alikeTerms)] {
		if t.weight > 0 {
			parts = append(parts, t.written)
		}
	}
	return strings.Join(parts, ". "), nil
}

// termsOf counts the pairs of a text, and its words of a title, the most
// frequent first.
func termsOf(title, body string) []term {
	at := map[string]int{}
	var terms []term
	add := func(folded, written string, times int) {
		i, known := at[folded]
		if !known {
			i = len(terms)
			at[folded] = i
			terms = append(terms, term{folded: folded, written: written})
		}
		terms[i].times += times
	}
	countTerms(title, func(folded, written string, _ bool) { add(folded, written, titleCounts) })
	countTerms(cutAtWord(body, alikeText), func(folded, written string, pair bool) {
		if pair {
			add(folded, written, 1)
		}
	})
	slices.SortStableFunc(terms, func(a, b term) int { return cmp.Compare(b.times, a.times) })
	return terms[:min(len(terms), weighedTerms)]
}

// countTerms calls add for each syllable and each pair within a clause.
func countTerms(text string, add func(folded, written string, pair bool)) {
	var before vietnamese.Token
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Syllable {
			before = vietnamese.Token{}
			continue
		}
		add(t.Text, text[t.Start:t.End], false)
		if before.Text != "" && text[before.End:t.Start] == " " {
			add(before.Text+" "+t.Text, text[before.Start:t.End], true)
		}
		before = t
	}
}

// cutAtWord cuts a text after n bytes at most, where a word ends.
func cutAtWord(text string, n int) string {
	if len(text) <= n {
		return text
	}
	cut := strings.LastIndexAny(text[:n], " \n")
	return text[:max(cut, 0)]
}
