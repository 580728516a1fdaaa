package search_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// set writes a small authored set into a folder and returns the flags for it.
func set(t *testing.T) (dir string, args []string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range map[string]string{
		"corpus.jsonl": `{"id":"Quy chế chợ@1","title":"Quy chế chợ","text":"Phạm vi\n\nQuy chế này quy định việc thuê điểm bán hàng ở chợ."}
{"id":"Quy chế chợ@2","title":"Quy chế chợ","text":"Phòng cháy\n\nTiểu thương ngắt điện sạp hàng sau giờ chợ."}
{"id":"Quy chế nước@1","title":"Quy chế cấp nước","text":"Nước mặn\n\nTrạm cấp nước báo độ mặn mỗi sáng."}
`,
		"more.jsonl": `{"id":"n1","title":"Điều 1","source":"Điều 1 Nghị định số 9/2020/NĐ-CP","text":"Điện sạp hàng do chủ sạp trả."}
{"id":"l1","title":"Điều 2","source":"Điều 2 Luật số 9/2020/QH14","text":"Tiểu thương ngắt điện sạp hàng sau giờ chợ."}
`,
		"queries.jsonl": `{"id":"q1","text":"ai phải ngắt điện sạp hàng sau giờ chợ?"}
{"id":"q2","text":"khi nào báo độ mặn"}
`,
		"qrels.tsv":  "q1\tQuy chế chợ@2\t1\nq2\tQuy chế nước@1\t1\nq9\tQuy chế nước@1\t1\n",
		"base.trec":  "q1\tQ0\tQuy chế chợ@1\t1\t2\tt\nq2\tQ0\tQuy chế nước@1\t1\t2\tt\n",
		"other.tsv":  "q7\ta\t1\n",
		"broken.tsv": "q1\ta\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	return dir, []string{
		"evaluate", "retrieval", "--corpus", at("corpus.jsonl"), "--queries", at("queries.jsonl"),
		"--qrels", at("qrels.tsv"), "--run", at("out.trec"),
	}
}

func TestEvaluateRetrieval(t *testing.T) {
	dir, args := set(t)
	code, out, problems := run(t, append(args, "--fold", "--distractors", filepath.Join(dir, "more.jsonl"), "--baseline", filepath.Join(dir, "base.trec"))...)
	if code != 0 {
		t.Fatalf("exit %d: %s", code, problems)
	}
	for _, want := range []string{
		"4 records, 1 of laws left out of the distractors, 0 judged ones absent",
		"nDCG@10       1.0000  [1.0000, 1.0000]  n=2", "recall@100    1.0000", "MRR           1.0000",
		"0.5000 -> 1.0000, gain +0.5000", "won 1, lost 0, same 1", "won  0.000 -> 1.000  q1  ai phai ngat dien sap hang sau gio cho?",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	trec, err := os.ReadFile(filepath.Join(dir, "out.trec"))
	if err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(string(trec), "\n"); !strings.HasPrefix(first, "q1\tQ0\tQuy chế chợ@2\t1\t") || !strings.HasSuffix(first, "\ttracuu") {
		t.Errorf("first line of the run: %q", first)
	}
}

func TestEvaluateExplains(t *testing.T) {
	_, args := set(t)
	code, out, problems := run(t, append(args, "--explain", "q2")...)
	if code != 0 || !strings.Contains(out, "grade 1  Quy chế nước@1") || !strings.Contains(out, "passage") {
		t.Errorf("exit %d: %s\n%s", code, problems, out)
	}
}

func TestEvaluateSaysWhatIsWrong(t *testing.T) {
	dir, args := set(t)
	for name, tc := range map[string]struct{ flag, file, want string }{
		"judgements of another set": {"--qrels", "other.tsv", "are they of one set?"},
		"broken judgements":         {"--qrels", "broken.tsv", "line 1"},
		"no file":                   {"--corpus", "none.jsonl", "none.jsonl"},
		"questions are no corpus":   {"--baseline", "corpus.jsonl", "line 1"},
	} {
		t.Run(name, func(t *testing.T) {
			asked := slices.Clone(args)
			path := filepath.Join(dir, tc.file)
			if i := slices.Index(asked, tc.flag); i >= 0 {
				asked[i+1] = path
			} else {
				asked = append(asked, tc.flag, path)
			}
			code, _, problems := run(t, asked...)
			if code != 1 || !strings.Contains(problems, tc.want) {
				t.Errorf("exit %d, %q does not say %q", code, problems, tc.want)
			}
		})
	}
}
