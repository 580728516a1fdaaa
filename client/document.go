package client

import (
	"context"
	"net/url"
)

// Document returns all that is known of a document.
func (c *Client) Document(ctx context.Context, id string) (DocumentView, error) {
	var out DocumentView
	return out, c.get(ctx, "/api/v1/documents/"+url.PathEscape(id), nil, &out)
}

// DocumentRelations returns what the document does to others and others to it.
func (c *Client) DocumentRelations(ctx context.Context, id string) (DocumentRelations, error) {
	var out DocumentRelations
	return out, c.get(ctx, "/api/v1/documents/"+url.PathEscape(id)+"/relations", nil, &out)
}

// DocumentMentions returns where the document is named.
func (c *Client) DocumentMentions(ctx context.Context, id string) (DocumentMentions, error) {
	var out DocumentMentions
	return out, c.get(ctx, "/api/v1/documents/"+url.PathEscape(id)+"/mentions", nil, &out)
}
