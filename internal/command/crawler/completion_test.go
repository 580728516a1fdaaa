package crawler_test

import (
	"strings"
	"testing"
)

func TestCompletion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		got := run(t, "completion", shell)
		if got.status != 0 || !strings.Contains(got.out, "reextract") || strings.Contains(got.out, "read-files") {
			t.Errorf("%s: %d, %s", shell, got.status, got.errors)
		}
	}
	if got := run(t, "completion", "tcsh"); got.status != 1 || !strings.Contains(got.errors, "powershell") {
		t.Errorf("an unknown shell: %+v", got)
	}
}
