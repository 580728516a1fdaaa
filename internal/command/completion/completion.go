// Package completion writes what makes a shell complete the commands and options
// of a program, out of kong's model of it: one table of commands, one template a
// shell. (The libraries for kong complete by starting the program at every key.)
package completion

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"

	"github.com/alecthomas/kong"
)

//go:embed script/*.tmpl
var scripts embed.FS

// Command is the sub-command that writes the script. Both programs have it.
type Command struct {
	Shell string `arg:"" name:"vỏ" enum:"bash,zsh,fish,powershell" help:"bash, zsh, fish hoặc powershell"`
}

// Run implements kong's command; it writes to where kong writes help.
func (c *Command) Run(k *kong.Context) error { return Write(k.Stdout, c.Shell, k.Model) }

// Write writes the script for a shell: bash, zsh, fish or powershell.
func Write(w io.Writer, shell string, app *kong.Application) error {
	t, err := template.New(shell+".tmpl").Funcs(template.FuncMap{
		"quote": quote, "join": func(words []string) string { return strings.Join(words, " ") },
		"zsh": zshWord, "powershell": powershellWord,
	}).ParseFS(scripts, "script/*.tmpl")
	if err != nil {
		return err
	}
	p := program{Name: app.Name}
	if err := p.add(app.Node, ""); err != nil {
		return err
	}
	if err := t.Execute(w, p); err != nil {
		return fmt.Errorf("viết phần gợi ý cho %s: %w", shell, err)
	}
	return nil
}

// program is what the templates see.
type program struct {
	Name     string
	Commands []command
}

// command is a command with what may stand behind it.
type command struct {
	At    string // "" for the program, "/archive/list" for a command of a command
	Words []word // commands below
	Flags []flag
}

type word struct{ Name, Help string }

type flag struct {
	word
	Value  bool     // it takes one
	Values []string // the only ones, where there are such
}

// add takes in a node and those below it. Flags of the program are flags of each
// command.
func (p *program) add(n *kong.Node, at string) error {
	c := command{At: at}
	for _, group := range n.AllFlags(true) {
		for _, f := range group {
			if !plain(f.Name) {
				return errors.New("flag with a name that no shell takes: " + f.Name)
			}
			c.Flags = append(c.Flags, flag{word{f.Name, f.Help}, !f.IsBool() && !f.IsCounter(), choices(f.Value)})
		}
	}
	if len(n.Positional) > 0 {
		for _, choice := range choices(n.Positional[0]) {
			c.Words = append(c.Words, word{Name: choice})
		}
	}
	at0 := len(p.Commands)
	p.Commands = append(p.Commands, c)
	for _, child := range n.Children {
		if child.Hidden || child.Type != kong.CommandNode {
			continue
		}
		if !plain(child.Name) {
			return errors.New("command with a name that no shell takes: " + child.Name)
		}
		p.Commands[at0].Words = append(p.Commands[at0].Words, word{child.Name, child.Help})
		if err := p.add(child, at+"/"+child.Name); err != nil {
			return err
		}
	}
	return nil
}

// choices are the only values that something takes; none: any.
func choices(v *kong.Value) []string {
	if v.Enum == "" {
		return nil
	}
	return v.EnumSlice()
}

// Valued lists the flags that take a value, each once.
func (p program) Valued() []string {
	var names []string
	for _, c := range p.Commands {
		for _, f := range c.Flags {
			if f.Value && !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

// Below lists the commands but the program itself.
func (p program) Below() []command { return p.Commands[1:] }

// plain names need no quotes in any shell.
func plain(name string) bool {
	return name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}

// quote puts text between single quotes as bash, zsh and fish read them.
func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// zshWord is name:help, in quotes; colons of the help would end it.
func zshWord(name, help string) string {
	return quote(name + ":" + strings.ReplaceAll(help, ":", `\:`))
}

// powershellWord puts text between single quotes as PowerShell reads them.
func powershellWord(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
