package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// site is the service that is driven.
type site struct {
	url    string
	client *http.Client
}

// get reads a whole answer.
func (s *site) get(ctx context.Context, path string) (status int, body []byte, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+path, nil)
	if err != nil {
		return 0, nil, err
	}
	resp, err := s.client.Do(r)
	if failed := new(url.Error); errors.As(err, &failed) {
		return 0, nil, failed.Err // without the address, which may be very long
	}
	if err != nil {
		return 0, nil, err
	}
	body, err = io.ReadAll(resp.Body)
	return resp.StatusCode, body, errors.Join(err, resp.Body.Close())
}

// ask is one request with the kind under which it is counted.
type ask struct{ kind, path string }

// seeds are words that every store of official documents has.
func seeds() []string {
	return []string{"kế hoạch", "quyết định", "nghị quyết", "xã hội", "an toàn", "ngân sách", "cải cách hành chính", "thông báo", "nông thôn mới", "giáo dục"}
}

// questions asks the service for its own documents and makes of them what people
// ask.
func (s *site) questions(ctx context.Context) ([]ask, error) {
	var asks []ask
	for _, seed := range seeds() {
		_, body, err := s.get(ctx, "/api/v1/search?limit=50&q="+url.QueryEscape(seed))
		if err != nil {
			return nil, err
		}
		var answer struct {
			Hits []struct {
				ID, Title string
				ArticleID string `json:"article_id"`
				Documents []struct {
					ID     string
					Number struct{ Canonical string }
				}
			}
		}
		if err := json.Unmarshal(body, &answer); err != nil {
			return nil, fmt.Errorf("%w in %.200s", err, body)
		}
		for _, h := range answer.Hits {
			words := strings.Fields(h.Title)
			title := url.QueryEscape(strings.Join(words[:min(len(words), 6)], " "))
			asks = append(asks, ask{"search", "/api/v1/search?q=" + title}, ask{"page of results", "/tim?q=" + title})
			if len(title) > 8 {
				asks = append(asks, ask{"suggestions", "/api/v1/suggest?q=" + url.QueryEscape(strings.Join(words[:min(len(words), 2)], " "))})
			}
			if h.ArticleID != "" {
				asks = append(asks, ask{"page of an article", "/bai-viet/" + h.ArticleID})
			}
			for _, d := range h.Documents {
				if d.Number.Canonical != "" {
					asks = append(asks, ask{"look-up", "/api/v1/lookup?q=" + url.QueryEscape(strings.ToLower(d.Number.Canonical))}, ask{"page of a document", "/van-ban/" + d.ID})
				}
			}
		}
	}
	if len(asks) == 0 {
		return nil, errors.New("the service has no documents to ask for")
	}
	return s.without(ctx, asks), nil
}

// without leaves out kinds that the service does not have.
func (s *site) without(ctx context.Context, asks []ask) []ask {
	lacks := map[string]bool{}
	for _, a := range asks {
		if _, seen := lacks[a.kind]; !seen {
			status, _, err := s.get(ctx, a.path)
			lacks[a.kind] = err != nil || status == http.StatusNotFound
		}
	}
	var kept []ask
	for _, a := range asks {
		if !lacks[a.kind] {
			kept = append(kept, a)
		}
	}
	return kept
}

// measure reads one value of /metrics.
func (s *site) measure(ctx context.Context, name string) (float64, error) {
	_, body, err := s.get(ctx, "/metrics")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(body)) {
		if value, found := strings.CutPrefix(line, name+" "); found {
			return strconv.ParseFloat(strings.TrimSpace(value), 64)
		}
	}
	return 0, fmt.Errorf("/metrics has no %s", name)
}

// watch looks at the memory of the service until what it returns is called, and
// gives the most.
func (s *site) watch(ctx context.Context) func() int64 {
	var most atomic.Int64
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for ctx.Err() == nil {
			if bytes, err := s.measure(ctx, "process_resident_memory_bytes"); err == nil {
				most.Store(max(most.Load(), int64(bytes)))
			}
			select {
			case <-ctx.Done():
			case <-time.After(time.Second):
			}
		}
	}()
	return func() int64 {
		stop()
		<-ended
		return most.Load()
	}
}

func (s *site) refusals(ctx context.Context) error {
	refused, err := s.measure(ctx, "tracuu_http_refused_total")
	if err == nil {
		fmt.Printf("told to come again since its start: %.0f\n", refused)
	}
	return err
}
