package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"net/url"
)

// Search answers a question: look-ups first, then a page of the full text.
func (c *Client) Search(ctx context.Context, q Question) (Answer, error) {
	var out Answer
	return out, c.get(ctx, "/api/v1/search", q.values(), &out)
}

// Hits walks all hits of the full text, page by page, until the caller stops or
// an error comes; the error is the last that is given.
func (c *Client) Hits(ctx context.Context, q Question) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		for {
			page, err := c.Search(ctx, q)
			if err != nil {
				yield(Hit{}, err)
				return
			}
			for _, hit := range page.Hits {
				if !yield(hit, nil) {
					return
				}
			}
			if page.Next == 0 {
				return
			}
			q.Offset = page.Next
		}
	}
}

// Lookup lists the documents that a number may mean, typed in any way.
func (c *Client) Lookup(ctx context.Context, number string) (LookupAnswer, error) {
	var out LookupAnswer
	return out, c.get(ctx, "/api/v1/lookup", url.Values{"q": {number}}, &out)
}

// Suggest completes what is being typed; limit 0 is the service's own.
func (c *Client) Suggest(ctx context.Context, text string, limit int) ([]Suggestion, error) {
	var out Suggestions
	query := limited(limit)
	query.Set("q", text)
	err := c.get(ctx, "/api/v1/suggest", query, &out)
	return out.Suggestions, err
}

// SimilarToArticle finds what is about the same; limit 0 is the service's own.
func (c *Client) SimilarToArticle(ctx context.Context, id string, limit int) ([]Hit, error) {
	return c.similar(ctx, "/api/v1/articles/", id, limit)
}

// SimilarToDocument finds what is about the same; limit 0 is the service's own.
func (c *Client) SimilarToDocument(ctx context.Context, id string, limit int) ([]Hit, error) {
	return c.similar(ctx, "/api/v1/documents/", id, limit)
}

func (c *Client) similar(ctx context.Context, path, id string, limit int) ([]Hit, error) {
	var out Similar
	err := c.get(ctx, path+url.PathEscape(id)+"/similar", limited(limit), &out)
	return out.Hits, err
}

func limited(limit int) url.Values {
	v := parameters{}
	v.number("limit", int64(limit))
	return url.Values(v)
}

// Check tells how each document number in a text stands.
func (c *Client) Check(ctx context.Context, text string) (Check, error) {
	const path = "/api/v1/check"
	var out Check
	sent, err := json.Marshal(CheckRequest{Text: text})
	if err != nil {
		return out, fmt.Errorf("ask %s: %w", path, err)
	}
	body, err := c.ask(ctx, http.MethodPost, path, "application/json", bytes.NewReader(sent))
	if err != nil {
		return out, err
	}
	return out, read(body, path, &out)
}
