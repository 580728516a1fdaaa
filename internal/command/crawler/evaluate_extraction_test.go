package crawler_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/internal/require"
)

// The figures are those of the scorer that outside programs use.
func TestExtractionIsMeasuredAsTheScorerDoes(t *testing.T) {
	labels := require.Shared(t, "eval/extraction/labels.jsonl")
	scorer, python := require.Shared(t, "eval/score.py"), require.Program(t, "python3")
	paths := []string{require.Shared(t, "sites"), require.Shared(t, "eval/extraction/pages"), require.Shared(t, "seed")}
	lines := run(t, append([]string{"extract"}, paths...)...)
	read := filepath.Join(t.TempDir(), "read.jsonl")
	if err := os.WriteFile(read, []byte(lines.out), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), python, scorer, labels, read, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]struct {
		Gold                  int
		Precision, Recall, F1 float64
	}
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	args := []string{"evaluate", "extraction", "--labels", labels, "--baseline", filepath.Join(t.TempDir(), "none.json")}
	for _, p := range paths {
		args = append(args, "--pages", p)
	}
	got := run(t, args...)
	if n := strings.Count(got.out, "\n"); got.status != 0 || n != len(want) {
		t.Errorf("status %d, %d fields, want %d: %s", got.status, n, len(want), got.errors)
	}
	for field, f := range want {
		line := fmt.Sprintf("%-14s gold %5d  precision %.4f  recall %.4f  F1 %.4f\n", field, f.Gold, f.Precision, f.Recall, f.F1)
		if !strings.Contains(got.out, line) {
			t.Errorf("the scorer says %snot in\n%s", line, got.out)
		}
	}
}

func TestExtractionLossFailsUntilRecorded(t *testing.T) {
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	page := func(no int) {
		t.Helper()
		text := fmt.Sprintf("<html><body><h1>Việc của huyện</h1><p>UBND huyện An Phú Đông ban hành Kế hoạch số %d/KH-UBND về trồng rừng trên địa bàn huyện, "+
			"giao các phòng thực hiện theo đúng kế hoạch đã đề ra.</p></body></html>", no)
		if err := os.WriteFile(file("bai.html"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	label := `{"page":"bai.html","kind":"article","title":"Việc của huyện","numbers":[{"type":"KH","no":"52","canonical":"52/KH-UBND"}]}` + "\n"
	if err := os.WriteFile(file("labels.jsonl"), []byte(label), 0o600); err != nil {
		t.Fatal(err)
	}
	measure := func(more ...string) result {
		return run(t, append([]string{"evaluate", "extraction", "--labels", file("labels.jsonl"), "--pages", file("bai.html"), "--baseline", file("base.json")}, more...)...)
	}
	page(52)
	if got := measure("--record", "--write", file("figures.md")); got.status != 0 || !strings.Contains(got.out, "numbers        gold     1  precision 1.0000") {
		t.Fatalf("%+v", got)
	}
	if got := measure(); got.status != 0 || got.lastLine() != "against the baseline: 0 gained, 0 lost" {
		t.Errorf("the same run: %+v", got)
	}
	page(53)
	if got := measure(); got.status == 0 || !strings.Contains(got.out, "lost\tnumbers\tbai.html\t52/KH-UBND") || !strings.Contains(got.out, "now invented\tnumbers\tbai.html\t53/KH-UBND") {
		t.Errorf("a loss: %+v", got)
	}
	if got := measure("--record"); got.status != 0 {
		t.Errorf("a recorded loss: %+v", got)
	}
	page(52)
	if got := measure(); got.status != 0 || !strings.Contains(got.out, "gained\tnumbers") || !strings.Contains(got.out, "no longer invented\tnumbers") {
		t.Errorf("a gain: %+v", got)
	}
	text, err := os.ReadFile(file("figures.md"))
	if err != nil || !strings.Contains(string(text), "| numbers | 1 | 1 | 0 | 0 | 1.000 |") {
		t.Errorf("%v %s", err, text)
	}
}
