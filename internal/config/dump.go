package config

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes every option as YAML that Load reads again, each line with where
// its value came from.
func (e *Effective) Dump(w io.Writer) error {
	var out strings.Builder
	group := ""
	for _, o := range Table() {
		parent, name, nested := strings.Cut(o.Key, ".")
		if !nested {
			parent, name = "", o.Key
		}
		if parent != group && nested {
			fmt.Fprintf(&out, "%s:\n", parent)
		}
		group = parent
		indent := ""
		if nested {
			indent = "  "
		}
		fmt.Fprintf(&out, "%s%s: %s # %s\n", indent, name, scalar(o, &e.Config), e.Origin(o.Key))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// scalar writes strings in double quotes, as YAML takes them from Go.
func scalar(o Option, c *Config) string {
	text := o.text(c)
	switch o.bind(c).(type) {
	case *string, *Words:
		return fmt.Sprintf("%q", text)
	}
	return text
}
