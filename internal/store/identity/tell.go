package identity

import (
	"fmt"

	"tracuu/internal/model"
)

// Tells returns, for each mention, how well its article tells of the document,
// as a key of which the smallest is best: announced before cited; named in the
// title; carried out; posted earliest; then by article and place, so that the
// best one is always the same.
func Tells(a *model.Article) []string {
	carried := map[int]bool{}
	for _, r := range a.Relations {
		if r.Type == model.Implements {
			carried[r.To] = true
		}
	}
	published := a.Published.String()
	if published == "" {
		published = "9999-99-99"
	}
	tells := make([]string, len(a.Mentions))
	for i, m := range a.Mentions {
		inTitle := a.Title != "" && m.Start < a.BodyStart
		tells[i] = fmt.Sprintf("%s%s%s %s %s %06d", step(m.Role == model.Announced), step(inTitle), step(carried[i]),
			published, a.ID, i)
	}
	return tells
}

// Announces reports whether the mention with this key announces its document.
func Announces(tell string) bool { return tell != "" && tell[0] == best }

const best = 'a'

func step(good bool) string {
	if good {
		return string(best)
	}
	return "b"
}
