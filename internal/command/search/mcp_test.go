package search_test

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	command "tracuu/internal/command/search"
	"tracuu/internal/search/searchtest"
)

// askTool connects a client and asks one question.
func askTool(t *testing.T, transport sdk.Transport) {
	t.Helper()
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "0"}, nil).Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := client.CallTool(t.Context(), &sdk.CallToolParams{Name: "search", Arguments: map[string]any{"text": "rac thai nhua"}})
	if err != nil {
		t.Fatal(err)
	}
	if text := res.Content[0].(*sdk.TextContent).Text; res.IsError || !strings.Contains(text, searchtest.WasteTitle) {
		t.Errorf("%s", text)
	}
	if err := client.Close(); err != nil {
		t.Error(err)
	}
}

func TestMCPOverStandardInput(t *testing.T) {
	dir := folder(t)
	toProgram, fromClient := io.Pipe()
	toClient, fromProgram := io.Pipe()
	var problems bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- command.Run(t.Context(), []string{"mcp", "--data", dir}, toProgram, fromProgram, &problems)
		_ = fromProgram.Close()
	}()
	askTool(t, &sdk.IOTransport{Reader: toClient, Writer: fromClient})
	if code := <-ended; code != 0 {
		t.Errorf("exit %d: %s", code, problems.String())
	}
}

func TestMCPBesideThePages(t *testing.T) {
	dir := folder(t)
	s := start(t, "serve", "--mcp", "--data", dir, "--listen", "127.0.0.1:0", "--search-refresh", "20ms")
	s.eventually(t, "/api/v1/search?q=rac+thai", searchtest.WasteTitle)
	transport := &http.Transport{}
	askTool(t, &sdk.StreamableClientTransport{Endpoint: "http://" + s.address + "/mcp", HTTPClient: &http.Client{Transport: transport}})
	transport.CloseIdleConnections()
	code, _, problems := run(t, "mcp", "--data", dir)
	if code != 1 || !strings.Contains(problems, "serve --mcp") {
		t.Errorf("mcp beside serve: exit %d, %s", code, problems)
	}
	if code, problems := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, problems)
	}
}

func TestMCPIsClosedUnlessAskedFor(t *testing.T) {
	s := start(t, "serve", "--data", folder(t), "--listen", "127.0.0.1:0")
	if code, _ := s.ask(t, http.MethodPost, "/mcp"); code != http.StatusNotFound {
		t.Errorf("%d", code)
	}
	if code, problems := s.stop(); code != 0 {
		t.Errorf("exit %d: %s", code, problems)
	}
}
