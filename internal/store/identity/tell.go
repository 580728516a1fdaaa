package identity

import (
	"fmt"

	"tracuu/internal/model"
)

// Tells returns, for each mention, how well its article tells of the document,
// as a key of which the smallest is best: announced before cited; named in the
// title (a row of a register below every page); carried out; posted earliest; then by article and place, so that the
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
		shown := step(a.Title != "" && m.Start < a.BodyStart)
		if a.Kind == model.KindRegister {
			shown = row
		}
		tells[i] = fmt.Sprintf("%s%s%s %s %s %06d", step(m.Role == model.Announced), shown, step(carried[i]),
			published, a.ID, i)
	}
	return tells
}

// Status is what the best key of a document makes of it.
func Status(tell string) model.Status {
	switch {
	case tell == "" || tell[0] != best:
		return model.CitedOnly
	case tell[1] == row[0]:
		return model.Listed
	}
	return model.Held
}

const (
	best = 'a'
	row  = "c" // behind the two steps
)

func step(good bool) string {
	if good {
		return string(best)
	}
	return "b"
}
