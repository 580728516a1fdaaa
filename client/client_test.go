package client_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"tracuu/client"
	"tracuu/internal/api"
	"tracuu/internal/search/searchtest"
)

// asking is a client of the real API over the articles of the tests.
func asking(t *testing.T) *client.Client {
	t.Helper()
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	if err := api.Register(router, searchtest.Open(t)); err != nil {
		t.Fatal(err)
	}
	return clientOf(t, router)
}

func clientOf(t *testing.T, h http.Handler) *client.Client {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	c, err := client.New(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheWayFromANumberToItsEvidence(t *testing.T) {
	c, ctx := asking(t), t.Context()
	found, err := c.Lookup(ctx, "52 kh ubnd")
	if err != nil || len(found.Lookups) != 1 || found.Number.No != "52" {
		t.Fatal(found, err)
	}
	doc, err := c.Document(ctx, found.Lookups[0].ID)
	if err != nil || doc.Name != "Kế hoạch 52/KH-UBND" || doc.Status != "held" || len(doc.Targets) != 1 || *doc.Targets[0].Value != 70 {
		t.Fatal(doc, err)
	}
	relations, err := c.DocumentRelations(ctx, doc.ID)
	if err != nil || len(relations.Relations) != 1 || relations.Relations[0].Other == nil {
		t.Error(relations, err)
	}
	mentions, err := c.DocumentMentions(ctx, doc.ID)
	if err != nil || len(mentions.Places) != 1 {
		t.Fatal(mentions, err)
	}
	article, err := c.Article(ctx, mentions.Places[0].ArticleID)
	if err != nil || article.Title != searchtest.PlanTitle || article.Documents[doc.ID].Name != doc.Name {
		t.Fatal(article, err)
	}
	captures, err := c.ArticleCaptures(ctx, article.ID)
	if err != nil || len(captures.Captures) != 1 || !captures.Captures[0].Time.Equal(searchtest.Captured()) {
		t.Fatal(captures, err)
	}
	if one, err := c.Capture(ctx, captures.Captures[0].ID); err != nil || one.SHA256 != captures.Captures[0].SHA256 {
		t.Error(one, err)
	}
	var file bytes.Buffer // the tests have no archive
	if err := c.Record(ctx, article.ID, captures.Captures[0].ID, &file); !client.NotFound(err) || file.Len() > 0 {
		t.Error(err)
	}
	if err := c.Package(ctx, article.ID, &file); !client.NotFound(err) || file.Len() > 0 {
		t.Error(err)
	}
}

func TestSearchAndService(t *testing.T) {
	c, ctx := asking(t), t.Context()
	answer, err := c.Search(ctx, client.Question{Q: "rác thải nhựa", Portal: []string{"tan-khe"}, Limit: 1, Explain: true})
	if err != nil || len(answer.Hits) != 1 || answer.Hits[0].Title != searchtest.WasteTitle || len(answer.Hits[0].Shares) == 0 {
		t.Fatal(answer, err)
	}
	titles := map[string]int{}
	for hit, err := range c.Hits(ctx, client.Question{Q: "kế hoạch huyện", Limit: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		titles[hit.ID]++
	}
	if len(titles) < 2 {
		t.Errorf("hits of several pages: %v", titles)
	}
	checked, err := c.Check(ctx, "Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Phước Điền")
	if err != nil || len(checked.Numbers) != 1 || checked.Numbers[0].Verdict != "held" || checked.Counts["held"] != 1 {
		t.Error(checked, err)
	}
	if found, err := c.Suggest(ctx, "52 kh", 3); err != nil || len(found) == 0 || found[0].DocumentID == "" {
		t.Error(found, err)
	}
	if _, err := c.SimilarToDocument(ctx, checked.Numbers[0].Document.ID, 2); err != nil {
		t.Error(err)
	}
	if _, err := c.SimilarToArticle(ctx, "khong-co", 0); !client.NotFound(err) {
		t.Error(err)
	}
	if coverage, err := c.Coverage(ctx); err != nil || coverage.Stats.Captures != 4 || len(coverage.Portals) != 2 {
		t.Error(coverage, err)
	}
	if ready, err := c.Ready(ctx); err != nil || !ready.Ready {
		t.Error(ready, err)
	}
}

func TestTables(t *testing.T) {
	c, ctx := asking(t), t.Context()
	targets, err := c.Targets(ctx, client.TargetsQuestion{Value: ">=50", Limit: 5})
	if err != nil || len(targets.Targets) != 1 || *targets.Targets[0].Value != 70 || targets.Total != 1 {
		t.Error(targets, err)
	}
	if given, err := c.Assignments(ctx, client.AssignmentsQuestion{Agency: "tài nguyên"}); err != nil || len(given.Assignments) != 1 {
		t.Error(given, err)
	}
	if missing, err := c.Missing(ctx, client.MissingQuestion{Type: "KH"}); err != nil || len(missing.Missing) != 2 {
		t.Error(missing, err)
	}
	for _, q := range []client.Exported{client.Question{Q: "rác thải nhựa"}, client.TargetsQuestion{}, client.AssignmentsQuestion{}, client.MissingQuestion{}} {
		var file bytes.Buffer
		if err := c.Export(ctx, q, client.JSONL, &file); err != nil || bytes.Count(file.Bytes(), []byte("\n")) == 0 {
			t.Errorf("%T: %q %v", q, file.String(), err)
		}
	}
	var refused *client.Error
	if err := c.Export(ctx, client.TargetsQuestion{Value: "x"}, client.CSV, io.Discard); !errors.As(err, &refused) || refused.Errors[0].Location != "query.value" {
		t.Error(err)
	}
}

func TestProblemsAreErrors(t *testing.T) {
	c, ctx := asking(t), t.Context()
	var refused *client.Error
	_, err := c.Search(ctx, client.Question{Q: "a", Limit: 1000})
	if !errors.As(err, &refused) || refused.Status != 422 || refused.Errors[0].Location != "query.limit" || refused.Errors[0].Value != "1000" {
		t.Errorf("%v", err)
	}
	if !strings.Contains(err.Error(), "limit") {
		t.Errorf("the error does not tell what is wrong: %v", err)
	}
	if _, err := c.Document(ctx, "../articles/x"); !client.NotFound(err) {
		t.Errorf("%v", err)
	}
	for range c.Hits(ctx, client.Question{Limit: -1}) {
		break // an error, given once
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := c.Coverage(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestOtherServers(t *testing.T) {
	var answer http.HandlerFunc
	c := clientOf(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { answer(w, r) }))
	var refused *client.Error
	answer = func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "7")
		w.Header().Set("X-Request-Id", "abc")
		w.WriteHeader(http.StatusTooManyRequests)
	}
	if _, err := c.Coverage(t.Context()); !errors.As(err, &refused) || refused.Status != 429 || refused.RetryAfter != 7*time.Second || refused.RequestID != "abc" {
		t.Errorf("%v", err)
	}
	answer = func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "<html>", http.StatusBadGateway) }
	if _, err := c.Coverage(t.Context()); !errors.As(err, &refused) || refused.Status != 502 || refused.Title != "Bad Gateway" {
		t.Errorf("%v", err)
	}
	answer = func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) }
	if _, err := c.Coverage(t.Context()); err == nil {
		t.Error("a page is read as an answer")
	}
	for _, base := range []string{"", "127.0.0.1:8080", "ftp://x", "http://", "http://a b"} {
		if _, err := client.New(base); err == nil {
			t.Errorf("%q is taken as an address", base)
		}
	}
}
