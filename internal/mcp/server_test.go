package mcp_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"go.uber.org/goleak"

	"tracuu/internal/mcp"
	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker"))
}

var quiet = slog.New(slog.DiscardHandler)

// connect returns a client of the real service, in memory.
func connect(t *testing.T, s mcp.Service) *sdk.ClientSession {
	t.Helper()
	ours, theirs := sdk.NewInMemoryTransports()
	server, err := mcp.New(s, "0", quiet).Connect(t.Context(), ours, nil)
	if err != nil {
		t.Fatal(err)
	}
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "0"}, nil).Connect(t.Context(), theirs, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = client.Close()
		_ = server.Wait()
	})
	return client
}

// call returns the structured answer of a tool, and its text when it is an error.
func call[Out any](t *testing.T, c *sdk.ClientSession, tool string, args map[string]any) (out Out, problem string) {
	t.Helper()
	res, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	if res.IsError {
		return out, res.Content[0].(*sdk.TextContent).Text
	}
	raw, err := json.Marshal(res.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s: %v in %s", tool, err, raw)
	}
	return out, ""
}

// citable fails when a source lacks what a citation needs.
func citable(t *testing.T, what string, s *mcp.Source) {
	t.Helper()
	if s == nil || s.URL == "" || s.Quote == "" || s.Capture == nil || len(s.Capture.SHA256) != 64 || s.Capture.File == "" || s.Capture.Time == "" {
		t.Errorf("%s cannot be cited: %+v", what, s)
	}
}

func TestLookup(t *testing.T) {
	c := connect(t, searchtest.Open(t))
	out, problem := call[mcp.LookupOut](t, c, "lookup", map[string]any{"text": "kế hoạch số 52 năm 2022 phước điền"})
	if problem != "" || len(out.Documents) != 1 || out.Understood == nil || out.Understood.Year != 2022 {
		t.Fatalf("%s %+v", problem, out)
	}
	found := out.Documents[0]
	if found.Name != "Kế hoạch 52/KH-UBND" || found.Issued != "2022-03-18" || found.Status != "held" || found.Reason == "" {
		t.Errorf("%+v", found)
	}
	citable(t, found.Name, found.Source)
	none, problem := call[mcp.LookupOut](t, c, "lookup", map[string]any{"text": "không có số nào"})
	if problem != "" || none.Understood != nil || none.Documents == nil || len(none.Documents) != 0 {
		t.Errorf("%s %+v", problem, none)
	}
}

func TestSearch(t *testing.T) {
	c := connect(t, searchtest.Open(t))
	out, problem := call[mcp.SearchOut](t, c, "search", map[string]any{"text": "rac thai nhua", "limit": 1})
	if problem != "" || len(out.Hits) != 1 || out.Hits[0].Title != searchtest.WasteTitle {
		t.Fatalf("%s %+v", problem, out)
	}
	citable(t, "the hit", out.Hits[0].Source)
	if !strings.Contains(out.Hits[0].Source.Quote, "rác thải nhựa") {
		t.Errorf("quote %q", out.Hits[0].Source.Quote)
	}
}

func TestDocumentArticleEvidence(t *testing.T) {
	c := connect(t, searchtest.Open(t))
	found, _ := call[mcp.LookupOut](t, c, "lookup", map[string]any{"text": "52/KH-UBND"})
	doc, problem := call[mcp.DocumentOut](t, c, "document", map[string]any{"id": found.Documents[0].ID})
	if problem != "" || !strings.HasPrefix(doc.Citation, "Kế hoạch số 52/KH-UBND ngày 18/3/2022 của") {
		t.Fatalf("%s %+v", problem, doc)
	}
	if len(doc.Targets) != 1 || *doc.Targets[0].Value != 70 || len(doc.Assignments) != 1 || doc.Assignments[0].Due != "2022-06-30" || len(doc.Relations) != 1 {
		t.Errorf("content: %+v", doc)
	}
	for _, p := range doc.Places {
		citable(t, "a place", &p)
	}
	id := doc.Places[0].ArticleID
	article, problem := call[mcp.ArticleOut](t, c, "article", map[string]any{"id": id})
	if problem != "" || !strings.Contains(article.Text, "thu gom rác") || article.Next != 0 || article.Length != len(article.Text) || len(article.Files) != 2 || len(article.Documents) != 2 {
		t.Errorf("%s %+v", problem, article)
	}
	proof, problem := call[mcp.EvidenceOut](t, c, "evidence", map[string]any{"id": id})
	if problem != "" || proof.Total != 1 || len(proof.Captures) != 1 || proof.Captures[0].Offset != 0 || !strings.HasSuffix(proof.Captures[0].File, ".warc.gz") ||
		proof.Package != "/api/v1/articles/"+id+"/package" || proof.Verify != "crawler archive verify "+id+".wacz" {
		t.Errorf("%s %+v", problem, proof)
	}
}

func TestTargets(t *testing.T) {
	c := connect(t, searchtest.Open(t))
	out, problem := call[mcp.TargetsOut](t, c, "targets", map[string]any{"indicator": "to chuc hoi", "unit": "%", "value": "60..80", "year": "2022"})
	if problem != "" || out.Total != 1 || len(out.Targets) != 1 || *out.Targets[0].Value != 70 || out.Targets[0].Op != ">=" {
		t.Fatalf("%s %+v", problem, out)
	}
	citable(t, "the target", out.Targets[0].Source)
	if d := out.Targets[0].Document; d == nil || d.Name != "Kế hoạch 52/KH-UBND" {
		t.Errorf("document %+v", d)
	}
	if none, problem := call[mcp.TargetsOut](t, c, "targets", map[string]any{"value": "90.."}); problem != "" || none.Total != 0 || none.Targets == nil {
		t.Errorf("%s %+v", problem, none)
	}
}

func TestLongTextsComeInParts(t *testing.T) {
	text := strings.Repeat("Điều khoản dài về chỉ tiêu. ", 1000)
	c := connect(t, &longArticle{Service: searchtest.Open(t), text: text})
	var read strings.Builder
	for start := 0; ; {
		part, problem := call[mcp.ArticleOut](t, c, "article", map[string]any{"id": "x", "start": start})
		if problem != "" || len(part.Text) > 8000 || part.Start != start {
			t.Fatalf("%s: %d bytes at %d", problem, len(part.Text), part.Start)
		}
		read.WriteString(part.Text)
		if start = part.Next; start == 0 {
			break
		}
	}
	if read.String() != text {
		t.Error("the parts are not the whole")
	}
	if _, problem := call[mcp.ArticleOut](t, c, "article", map[string]any{"id": "x", "start": 1 << 30}); !strings.Contains(problem, "start") {
		t.Errorf("a start outside: %q", problem)
	}
}

// longArticle is a service whose only article has this text.
type longArticle struct {
	*search.Service
	text string
}

func (s *longArticle) Article(context.Context, string) (search.ArticleView, error) {
	var v search.ArticleView
	v.ID, v.Text = "x", s.text
	return v, nil
}

func TestProblemsAreToldToTheModel(t *testing.T) {
	c := connect(t, searchtest.Open(t))
	tests := []struct {
		tool string
		args map[string]any
		want string
	}{
		{"document", map[string]any{"id": "none"}, "ids come from"},
		{"article", map[string]any{"id": "none"}, "ids come from"},
		{"evidence", map[string]any{"id": "'; DROP TABLE articles"}, "ids come from"},
		{"search", map[string]any{"text": "a", "limit": 1000}, "limit"},
		{"targets", map[string]any{"year": "soon"}, "year"},
		{"targets", map[string]any{"cursor": "forged"}, "cursor"},
		{"search", map[string]any{"text": "a", "offset": -1}, "offset"},
		{"search", map[string]any{"text": "\x00"}, "NUL"},
		{"search", map[string]any{"words": "a"}, "words"},
		{"lookup", map[string]any{"text": 5}, "text"},
	}
	for _, tt := range tests {
		if _, problem := call[any](t, c, tt.tool, tt.args); !strings.Contains(problem, tt.want) {
			t.Errorf("%s %v: %q does not say %q", tt.tool, tt.args, problem, tt.want)
		}
	}
}

func TestToolsAreDescribed(t *testing.T) {
	c := connect(t, searchtest.Open(t))
	list, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range list.Tools {
		if tool.Description == "" || len(tool.Description) > 200 || tool.InputSchema == nil || tool.OutputSchema == nil || !tool.Annotations.ReadOnlyHint {
			t.Errorf("%+v", tool)
		}
	}
	if len(list.Tools) != 6 || !strings.Contains(c.InitializeResult().Instructions, "never that a document does not exist") {
		t.Errorf("%d tools", len(list.Tools))
	}
}

func TestOverHTTP(t *testing.T) {
	site := httptest.NewServer(mcp.Handler(mcp.New(searchtest.Open(t), "0", quiet), quiet))
	defer site.Close()
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "0"}, nil).
		Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: site.URL, HTTPClient: &http.Client{Transport: transport}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	out, problem := call[mcp.SearchOut](t, client, "search", map[string]any{"text": "rac thai nhua"})
	if problem != "" || len(out.Hits) == 0 {
		t.Errorf("%s %+v", problem, out)
	}
	if err := client.Close(); err != nil {
		t.Error(err)
	}
	foreign, err := http.NewRequest(http.MethodPost, site.URL, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	foreign.Header.Set("Origin", "https://elsewhere.example")
	resp, err := (&http.Client{Transport: transport}).Do(foreign)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusForbidden {
		t.Errorf("a page of another site: %d", resp.StatusCode)
	}
}
