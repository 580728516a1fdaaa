package client

import "context"

// Coverage returns what the store holds, portal by portal.
func (c *Client) Coverage(ctx context.Context) (Coverage, error) {
	var out Coverage
	return out, c.get(ctx, "/api/v1/coverage", nil, &out)
}

// Ready tells whether the service can answer; an *Error of status 503: not yet.
func (c *Client) Ready(ctx context.Context) (Readiness, error) {
	var out Readiness
	return out, c.get(ctx, "/readyz", nil, &out)
}
