package web

import (
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
)

// report is how a reader tells of an error: a letter that is begun already, or
// the same text to copy where no address takes letters.
type report struct {
	Mail string // a mailto address; empty: there is none
	Text string
}

// report begins a letter about a page: what it is called, where it is, its id.
func (p *Pages) report(c *gin.Context, name, path, id string) report {
	say := p.voice(c).Say
	text := strings.Join([]string{
		say("report.page") + " " + name,
		say("report.address") + " " + base(c.Request) + path,
		say("report.id") + " " + id,
		"",
		say("report.wrong"),
		say("report.right"),
	}, "\n")
	if p.ReportTo == "" {
		return report{Text: text}
	}
	letter := url.Values{"subject": {say("report.subject", name)}, "body": {strings.ReplaceAll(text, "\n", "\r\n")}}
	// Readers of mail take %20 for a blank, and "+" for itself (RFC 6068).
	return report{Mail: "mailto:" + url.PathEscape(p.ReportTo) + "?" + strings.ReplaceAll(letter.Encode(), "+", "%20"), Text: text}
}
