package require

import (
	"os/exec"
	"testing"
)

// Chromium returns the file of Chromium, of the thing "chromium".
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
