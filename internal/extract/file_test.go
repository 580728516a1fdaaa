package extract

import (
	"fmt"
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/casetest"
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// TestFile reads files of a site that no portal describes: all that is known
// stands in the head of the document.
func TestFile(t *testing.T) {
	known, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	x := New(known)
	casetest.Run(t, "testdata/file.txt", func(input string) string {
		a, ok := x.File("https://khong-ro.example/files/1.pdf", input)
		if !ok {
			return "no document"
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s %q of %q, at %q\n", a.Kind, a.Title, a.Issuer, a.Place)
		for _, m := range a.Mentions {
			fmt.Fprintf(&b, "%s %s, issued %s, issuer %q\n", m.Role, number(m), m.Issued, m.Issuer)
		}
		for _, r := range a.Relations {
			from := "page"
			if r.From != model.Page {
				from = number(a.Mentions[r.From])
			}
			fmt.Fprintf(&b, "%s %s %s\n", from, r.Type, number(a.Mentions[r.To]))
		}
		return b.String()
	})
}
