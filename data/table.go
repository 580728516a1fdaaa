package data

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed rules
var rules embed.FS

// Table reads a rule file: a row a line, columns parted by "|" and trimmed,
// "#" opening a comment line. Every row has the number of columns asked for.
func Table(name string, columns int) ([][]string, error) {
	raw, err := rules.ReadFile("rules/" + name)
	if err != nil {
		return nil, fmt.Errorf("rule file %s: %w", name, err)
	}
	var rows [][]string
	for i, line := range strings.Split(string(raw), "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "|")
		if len(row) != columns {
			return nil, fmt.Errorf("rule file %s, line %d: %d columns, want %d", name, i+1, len(row), columns)
		}
		for j := range row {
			row[j] = strings.TrimSpace(row[j])
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// List splits a cell that holds several values parted by ";".
func List(cell string) []string {
	var out []string
	for _, v := range strings.Split(cell, ";") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// Words returns the listed words of the rows of one kind: the first column is
// the kind, the second a list.
func Words(name, kind string) ([]string, error) {
	rows, err := Table(name, 2)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, row := range rows {
		if row[0] == kind {
			all = append(all, List(row[1])...)
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("rule file %s has no row of kind %q", name, kind)
	}
	return all, nil
}
