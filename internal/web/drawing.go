package web

import (
	"strings"

	"tracuu/internal/search"
	"tracuu/internal/web/graph"
)

// maxNodes is how many documents the drawing of relations shows.
const maxNodes = 30

// relationGraph draws the relations of a document, in the order of the list.
func relationGraph(v voice, to address, d search.DocumentView) *graph.Drawing {
	if len(d.Relations) == 0 {
		return nil
	}
	var groups []graph.Group
	at := map[string]int{}
	for _, r := range d.Relations {
		word := v.relation(r.Type, r.Direction)
		if r.Other == nil {
			word = v.undergone(r.Type)
		}
		i, known := at[word]
		if !known {
			i = len(groups)
			at[word] = i
			groups = append(groups, graph.Group{Word: word, Incoming: r.Direction == search.Incoming})
		}
		node := graph.Node{Label: r.ArticleTitle, Under: v.Say("relation.article"), Href: to.article(r.ArticleID)}
		if r.Other != nil {
			name, under, _ := strings.Cut(v.line(*r.Other), " · ")
			node = graph.Node{Label: name, Under: under, Href: to.document(r.Other.ID)}
		}
		groups[i].Nodes = append(groups[i].Nodes, node)
	}
	drawing := graph.Draw(graph.Node{Label: d.Name}, groups, maxNodes)
	return &drawing
}
