// Package client asks a tracuu service: its search, its look-up by number, its
// documents, articles and their evidence. It needs nothing but the standard
// library. Its types, types_*.go, are written from the service's OpenAPI document.
//
//	c, err := client.New("http://127.0.0.1:8080")
//	answer, err := c.Search(ctx, client.Question{Q: "kh 52 2022 cang long"})
//	var refused *client.Error
//	if errors.As(err, &refused) { … refused.Errors[0].Location … }
package client

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// maxAnswer bounds what is read of one JSON answer.
const maxAnswer = 64 << 20

// Client asks one service. It may be shared.
type Client struct {
	base string
	http *http.Client
}

// Option changes how a client asks.
type Option func(*Client)

// WithHTTP makes the client use h: for a proxy, a certificate, other time-outs.
func WithHTTP(h *http.Client) Option { return func(c *Client) { c.http = h } }

// New returns a client of the service at base: http://127.0.0.1:8080.
func New(base string, options ...Option) (*Client, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, fmt.Errorf("address of the service: %w", err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("address of the service: %q is not http://… or https://…", base)
	}
	c := &Client{base: strings.TrimRight(u.Scheme+"://"+u.Host+u.Path, "/"), http: &http.Client{Timeout: time.Minute}}
	for _, o := range options {
		o(c)
	}
	return c, nil
}

// get asks for JSON and reads it into out.
func (c *Client) get(ctx context.Context, path string, query url.Values, out any) error {
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	body, err := c.ask(ctx, http.MethodGet, path, "", nil)
	if err != nil {
		return err
	}
	return read(body, path, out)
}

func read(body io.ReadCloser, path string, out any) error {
	defer body.Close() //nolint:errcheck // of a body that was read
	if err := json.NewDecoder(io.LimitReader(body, maxAnswer)).Decode(out); err != nil {
		return fmt.Errorf("answer of %s: %w", path, err)
	}
	return nil
}

// ask sends a request and returns the body of a good answer; others are *Error.
func (c *Client) ask(ctx context.Context, method, path, media string, body io.Reader) (io.ReadCloser, error) {
	request, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", path, err)
	}
	if media != "" {
		request.Header.Set("Content-Type", media)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", path, err)
	}
	if response.StatusCode != http.StatusOK {
		return nil, refused(response)
	}
	return response.Body, nil
}
