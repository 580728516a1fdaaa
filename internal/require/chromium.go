package require

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Chromium returns the path of a browser that tests drive.
func Chromium(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	absent(t, "chromium", "no Chromium is installed")
	return ""
}

// Axe returns the path of axe-core, which judges the accessibility of pages;
// CI installs it into .tools/node_modules.
func Axe(t testing.TB) string {
	t.Helper()
	path := filepath.Join(moduleRoot(t), ".tools", "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(path); err != nil {
		absent(t, "axe", "axe-core is not installed: npm install --prefix .tools axe-core@4.14.1")
	}
	return path
}
