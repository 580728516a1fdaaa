package web

import (
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// tellingArticle is an article with the places where it names the document.
type tellingArticle struct {
	search.Place
	Passages []search.Place
}

// byArticle groups places by their article. A place in the title is left out
// when the body has one: the title is shown anyway.
func byArticle(places []search.Place) []tellingArticle {
	var out []tellingArticle
	at := map[string]int{}
	for _, p := range places {
		i, known := at[p.ArticleID]
		if !known {
			i = len(out)
			at[p.ArticleID] = i
			out = append(out, tellingArticle{Place: p})
		}
		out[i].add(p)
	}
	for i, a := range out {
		inBody := slices.DeleteFunc(slices.Clone(a.Passages), func(p search.Place) bool { return p.Start < len(a.ArticleTitle) })
		if len(inBody) > 0 {
			out[i].Passages = inBody
		}
		for _, p := range a.Passages {
			if p.Role == model.Announced {
				out[i].Role = model.Announced
			}
		}
		out[i].Passages = out[i].Passages[:min(len(out[i].Passages), maxPassages)]
	}
	return out
}

// add joins places of one sentence, which is shown once with all of them marked.
func (a *tellingArticle) add(p search.Place) {
	for i, known := range a.Passages {
		if known.Passage.Text == p.Passage.Text {
			marks := slices.Concat(known.Passage.Marks, p.Passage.Marks)
			a.Passages[i].Passage.Marks = marks
			return
		}
	}
	a.Passages = append(a.Passages, p)
}

// maxPassages is how many sentences of one article are shown.
const maxPassages = 4
