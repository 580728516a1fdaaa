package require

import (
	"os/exec"
	"testing"
)

// Python returns the path of a Python that has a module; CI keeps one of its
// own in .tools/python.
func Python(t testing.TB, module string) string {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err == nil {
		err = exec.CommandContext(t.Context(), path, "-c", "import "+module).Run() //nolint:gosec // tests name the module
	}
	if err != nil {
		absent(t, module, "no python3 with the module "+module)
	}
	return path
}
