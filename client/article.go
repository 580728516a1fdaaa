package client

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// Article returns a page with all that was understood of it.
func (c *Client) Article(ctx context.Context, id string) (ArticleView, error) {
	var out ArticleView
	return out, c.get(ctx, "/api/v1/articles/"+url.PathEscape(id), nil, &out)
}

// ArticleCaptures returns when the page was captured, and where the bytes are.
func (c *Client) ArticleCaptures(ctx context.Context, id string) (ArticleCaptures, error) {
	var out ArticleCaptures
	return out, c.get(ctx, "/api/v1/articles/"+url.PathEscape(id)+"/captures", nil, &out)
}

// Capture returns when a response was captured, its digest and where it lies.
func (c *Client) Capture(ctx context.Context, id string) (Capture, error) {
	var out Capture
	return out, c.get(ctx, "/api/v1/captures/"+url.PathEscape(id), nil, &out)
}

// Record writes the WARC record of a capture, a gzip file.
func (c *Client) Record(ctx context.Context, articleID, captureID string, to io.Writer) error {
	return c.download(ctx, "/api/v1/articles/"+url.PathEscape(articleID)+"/captures/"+url.PathEscape(captureID), to)
}

// Package writes the article with its captures and files as a WACZ file.
func (c *Client) Package(ctx context.Context, id string, to io.Writer) error {
	return c.download(ctx, "/api/v1/articles/"+url.PathEscape(id)+"/package", to)
}

func (c *Client) download(ctx context.Context, path string, to io.Writer) error {
	body, err := c.ask(ctx, http.MethodGet, path, "", nil)
	if err != nil {
		return err
	}
	defer body.Close() //nolint:errcheck // of a body that was read
	if _, err := io.Copy(to, body); err != nil {
		return fmt.Errorf("download %s: %w", path, err)
	}
	return nil
}
