package completion_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"tracuu/internal/casetest"
	"tracuu/internal/command/completion"
	"tracuu/internal/require"
)

type program struct {
	Verbose bool `help:"nói nhiều: 'cả' \"hai\""`

	Serve struct {
		Data   string `help:"thư mục $HOME"`
		Format string `enum:"text,json" default:"text" help:"dạng"`
	} `cmd:"" help:"phục vụ; dừng: Ctrl-C"`
	Archive struct {
		List   struct{ Data string } `cmd:"" help:"liệt kê"`
		Verify struct {
			File []string `arg:""`
		} `cmd:"" help:"kiểm tra"`
	} `cmd:"" help:"bản lưu"`
	Secret struct{} `cmd:"" hidden:""`

	Completion completion.Command `cmd:"" help:"gợi ý"`
}

func script(t *testing.T, shell string) string {
	t.Helper()
	var out bytes.Buffer
	parser, err := kong.New(&program{}, kong.Name("th"), kong.Writers(&out, &out))
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := parser.Parse([]string{"completion", shell})
	if err != nil {
		t.Fatal(err)
	}
	if err := chosen.Run(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		t.Run(shell, func(t *testing.T) {
			got := script(t, shell)
			golden := filepath.Join("testdata", shell+".golden")
			if casetest.Update() {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
			if strings.Contains(got, "secret") {
				t.Error("a hidden command is offered")
			}
		})
	}
}

// TestShellsReadTheScripts asks those shells that are installed.
func TestShellsReadTheScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		t.Run(shell, func(t *testing.T) {
			path := require.Program(t, shell)
			file := filepath.Join(t.TempDir(), "script")
			if err := os.WriteFile(file, []byte(script(t, shell)), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.CommandContext(t.Context(), path, "-n", file).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

// TestBashCompletes types lines into what `complete` registers.
func TestBashCompletes(t *testing.T) {
	bash := require.Program(t, "bash")
	// As readline does: the words of the line, the last one unfinished, to the
	// function that complete names.
	const asReadline = `
source "$1"; shift
function=$(complete -p th | sed 's/.*-F \([^ ]*\).*/\1/')
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
$function
echo "${COMPREPLY[@]}"`
	file := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(file, []byte(script(t, "bash")), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ line, want string }{
		{"th|", "serve archive completion"},
		{"th|s", "serve"},
		{"th|--v", "--verbose"},
		{"th|serve|--", "--help --verbose --data --format"},
		{"th|serve|--format|", "text json"},
		{"th|serve|--format|=|j", "json"},
		{"th|completion|z", "zsh"},
		{"th|archive|", "list verify"},
		{"th|--verbose|archive|v", "verify"},
		{"th|archive|list|--d", "--data"},
		{"th|serve|--data|archive|", ""}, // a value, no command: files are offered
		{"th|serve|--data|", ""},
		{"th|archive|verify|x", ""},
	}
	for _, tt := range tests {
		words := strings.Split(tt.line, "|")
		out, err := exec.CommandContext(t.Context(), bash, append([]string{"-c", asReadline, "bash", file}, words...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got := strings.TrimSpace(string(out)); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.line, got, tt.want)
		}
	}
}

// TestFishCompletes asks fish itself what it would offer.
func TestFishCompletes(t *testing.T) {
	fish := require.Program(t, "fish")
	file := filepath.Join(t.TempDir(), "th.fish")
	if err := os.WriteFile(file, []byte(script(t, "fish")), 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"th ": "archive completion serve", "th archive ": "list verify", "th serve --f": "--format", "th serve --format ": "json text",
		"th --verbose archive v": "verify", "th completion z": "zsh",
	} {
		ask := exec.CommandContext(t.Context(), fish, "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", file, line)
		ask.Env = append(os.Environ(), "HOME="+t.TempDir())
		out, err := ask.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var words []string
		for offered := range strings.Lines(string(out)) {
			name, _, _ := strings.Cut(strings.TrimSpace(offered), "\t")
			words = append(words, name)
		}
		slices.Sort(words)
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q: %q, not %q", line, got, want)
		}
	}
}
