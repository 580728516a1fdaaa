package crawler

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"tracuu/internal/extract/docnum"
)

type evaluateRegister struct {
	Register string `required:"" type:"existingfile" placeholder:"FILE" help:"register of documents, CSV with a column so_ky_hieu"`
	Failures int    `default:"20" placeholder:"N" help:"failures and odd spellings to print; -1 prints all"`
}

// registerColumn holds the numbers of a register.
const registerColumn = "so_ky_hieu"

// Run implements kong's command.
func (c *evaluateRegister) Run(s *session) error {
	var printed []string
	err := withCorpus(c.Register, func(r io.Reader) (err error) {
		printed, err = readColumn(r, registerColumn)
		return err
	})
	if err != nil {
		return err
	}
	return reportRegister(s.stdout, printed, c.Failures)
}

// readColumn reads the filled cells of one column.
func readColumn(r io.Reader, column string) ([]string, error) {
	rows := csv.NewReader(r)
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("read the head: %w", err)
	}
	at := slices.Index(head, column)
	if at < 0 {
		return nil, fmt.Errorf("no column %s among %s", column, strings.Join(head, ", "))
	}
	var cells []string
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return cells, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read a row: %w", err)
		}
		if cell := strings.TrimSpace(row[at]); cell != "" {
			cells = append(cells, cell)
		}
	}
}

func reportRegister(w io.Writer, printed []string, limit int) error {
	out := sayer{w: w}
	right := 0
	var odd, failures []string
	for _, cell := range printed {
		want := plainNumber(cell)
		n, err := docnum.Parse(cell)
		got := n.Canonical
		switch {
		case err != nil || !sameNumber(got, want):
			failures = append(failures, fmt.Sprintf("%q: want %s, got %q", cell, want, got))
			continue
		case got != strings.TrimLeft(cell, "0"):
			odd = append(odd, fmt.Sprintf("%q is %s", cell, got))
		}
		right++
	}
	list := func(title string, lines []string) {
		slices.Sort(lines)
		for i, l := range lines {
			if i == limit {
				break
			}
			out.line("%s: %s", title, l)
		}
	}
	list("odd spelling", odd)
	list("failure", failures)
	out.line("canonical %6d of %6d  %s, %d in an odd spelling", right, len(printed), share(right, len(printed)), len(odd))
	return out.err
}

var (
	aroundSeparator = regexp.MustCompile(`\s*([-/_])\s*`)
	missingSlash    = regexp.MustCompile(`^(\d+) (\pL)`)
)

// plainNumber is the plain reading of a cell: no blanks around separators, "_"
// for "-", the slash that was left out, no leading zeros, and nothing behind
// the symbol. It does not ask the grammar that it measures.
func plainNumber(cell string) string {
	s := aroundSeparator.ReplaceAllString(strings.TrimLeft(cell, "0"), "$1")
	s = missingSlash.ReplaceAllString(s, "$1/$2")
	s, _, _ = strings.Cut(s, " ")
	return strings.ReplaceAll(s, "_", "-")
}
