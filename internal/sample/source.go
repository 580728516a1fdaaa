package sample

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
)

// Block is a piece of an article. Exactly one of its fields is set.
type Block struct {
	Paragraph Line
	Heading   Line
	Items     []Line
	Rows      [][]Line // of a table; the first row is its head
}

// Line is text with its links and bold parts, in reading order.
type Line []Inline

// Inline is a stretch of text of one look.
type Inline struct {
	Text string
	Href string // when it is a link
	Bold bool
}

// String returns the words alone.
func (l Line) String() string {
	var b strings.Builder
	for _, in := range l {
		b.WriteString(in.Text)
	}
	return b.String()
}

func (b Block) lines() []string {
	switch {
	case b.Heading != nil:
		return []string{b.Heading.String()}
	case b.Paragraph != nil:
		return []string{b.Paragraph.String()}
	}
	var out []string
	for _, item := range b.Items {
		out = append(out, item.String())
	}
	for _, row := range b.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.String()
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return out
}

// parseArticle reads front matter and blocks.
func parseArticle(src string) (*Article, error) {
	src = strings.ReplaceAll(src, "\r\n", "\n")
	rest, ok := strings.CutPrefix(src, "---\n")
	if !ok {
		return nil, errors.New("the first line is not ---")
	}
	head, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return nil, errors.New("the front matter has no closing ---")
	}
	a := &Article{}
	if err := yaml.UnmarshalWithOptions([]byte(head), a, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("front matter: %w", err)
	}
	for chunk := range strings.SplitSeq(body, "\n\n") {
		if chunk = strings.TrimSpace(chunk); chunk != "" {
			a.Blocks = append(a.Blocks, parseBlock(chunk))
		}
	}
	return a, nil
}

// parseBlock reads a run of lines without a blank line.
func parseBlock(chunk string) Block {
	lines := strings.Split(chunk, "\n")
	switch {
	case strings.HasPrefix(chunk, "## "):
		return Block{Heading: parseLine(strings.TrimPrefix(chunk, "## "))}
	case strings.HasPrefix(chunk, "- "):
		b := Block{}
		for item := range strings.SplitSeq("\n"+chunk, "\n- ") {
			if item != "" {
				b.Items = append(b.Items, parseLine(strings.ReplaceAll(item, "\n", " ")))
			}
		}
		return b
	case strings.HasPrefix(chunk, "|"):
		b := Block{}
		for _, line := range lines {
			var row []Line
			for cell := range strings.SplitSeq(strings.Trim(line, "| "), "|") {
				row = append(row, parseLine(strings.TrimSpace(cell)))
			}
			b.Rows = append(b.Rows, row)
		}
		return b
	}
	return Block{Paragraph: parseLine(strings.Join(lines, " "))}
}

// inlineMarks finds **bold** and [words](address).
var inlineMarks = regexp.MustCompile(`\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)`)

func parseLine(s string) Line {
	var out Line
	at := 0
	for _, m := range inlineMarks.FindAllStringSubmatchIndex(s, -1) {
		if m[0] > at {
			out = append(out, Inline{Text: s[at:m[0]]})
		}
		if m[2] >= 0 {
			out = append(out, Inline{Text: s[m[2]:m[3]], Bold: true})
		} else {
			out = append(out, Inline{Text: s[m[4]:m[5]], Href: s[m[6]:m[7]]})
		}
		at = m[1]
	}
	if at < len(s) {
		out = append(out, Inline{Text: s[at:]})
	}
	return out
}
