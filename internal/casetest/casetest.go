// Package casetest runs cases that anyone can add without Go. A case file
// holds inputs, a line of four dashes, what is expected, and a line of four
// equals signs before the next case; lines that begin with "# " before an
// input say what a case shows.
package casetest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the code gives into the case and golden files")

// Update tells whether -update was given: golden files are to be written.
func Update() bool { return *update }

const (
	divider = "\n----\n"
	closer  = "\n====\n"
)

// Run gives the input of each case in the files of a pattern to run and
// compares what it returns. With -update the expected parts are written anew.
func Run(t *testing.T, pattern string, run func(input string) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files in %s: %v", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { runFile(t, file, run) })
	}
}

func runFile(t *testing.T, file string, run func(string) string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var written []string
	for _, c := range strings.Split(strings.TrimSuffix(string(raw), "\n"), closer) {
		head, want, ok := strings.Cut(c, divider)
		if !ok {
			t.Fatalf("%s: a case without a line of dashes: %q", file, c)
		}
		notes, input := splitNotes(head)
		got := strings.TrimSpace(run(input))
		if got != strings.TrimSpace(want) && !*update {
			t.Errorf("%s\ninput: %s\n  got: %s\n want: %s", file, input, got, strings.TrimSpace(want))
		}
		written = append(written, notes+input+divider+got)
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(written, closer)+"\n"), 0o644); err != nil { //nolint:gosec // case files are for everyone to read
			t.Fatal(err)
		}
	}
}

func splitNotes(head string) (notes, input string) {
	for strings.HasPrefix(head, "# ") {
		line, rest, _ := strings.Cut(head, "\n")
		notes += line + "\n"
		head = rest
	}
	return notes, head
}
