package config

import (
	"fmt"
	"strings"
)

// Words is a list that is written with commas or blanks between its words, or as
// a YAML list.
type Words []string

// UnmarshalText implements encoding.TextUnmarshaler.
func (w *Words) UnmarshalText(text []byte) error {
	*w = strings.FieldsFunc(string(text), func(r rune) bool { return strings.ContainsRune(", \t\n[]", r) })
	return nil
}

// String writes the list as UnmarshalText reads it.
func (w Words) String() string { return strings.Join(w, ",") }

// LogFormat tells that the log is JSON, a line an object, rather than text.
type LogFormat bool

// UnmarshalText implements encoding.TextUnmarshaler.
func (f *LogFormat) UnmarshalText(text []byte) error {
	switch string(text) {
	case "text", "json":
		*f = string(text) == "json"
		return nil
	}
	return fmt.Errorf("%q không phải dạng nhật ký (text, json)", text)
}

// String is the name of the format.
func (f LogFormat) String() string {
	if f {
		return "json"
	}
	return "text"
}
