package api

import (
	_ "embed" // guide.txt
	"strings"
)

// guideText is what holds for all operations: "# heading" lines and paragraphs.
//
//go:embed guide.txt
var guideText string

// topic is one heading of the guide.
type topic struct{ Title, Text string }

func guide() []topic {
	var out []topic
	for part := range strings.SplitSeq(guideText, "# ") {
		head, text, found := strings.Cut(part, "\n")
		if found && head != "" {
			out = append(out, topic{head, strings.TrimSpace(text)})
		}
	}
	return out
}

// introduction is the guide as the description of the OpenAPI document.
func introduction() string {
	var b strings.Builder
	b.WriteString("Finding Vietnamese government documents, what became of them, and the evidence. What is not found here is not proved to be absent.\n")
	for _, t := range guide() {
		b.WriteString("\n## " + t.Title + "\n\n" + t.Text + "\n")
	}
	return b.String()
}
