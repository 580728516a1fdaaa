// Package require is for tests that need a thing outside the module. The thing
// is absent on most machines, so such a test skips and says why; where
// TRACUU_REQUIRE names it (as CI does), its absence is a failure.
package require

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Shared returns a path inside the folder of real pages that lies beside the
// module, "../shared".
func Shared(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{filepath.Dir(moduleRoot(t)), "shared"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		absent(t, "shared", "the folder of real pages is absent: "+filepath.Join(append([]string{"../shared"}, elem...)...))
	}
	return path
}

// Program returns the path of a program that must be installed.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		absent(t, name, "the program is not installed: "+name)
	}
	return path
}

func absent(t testing.TB, thing, reason string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("TRACUU_REQUIRE"), ","), thing) {
		t.Fatalf("TRACUU_REQUIRE names %s, but %s", thing, reason)
	}
	t.Skip(reason)
}

// moduleRoot walks up from the test's folder to the one that holds go.mod.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = parent
	}
}
