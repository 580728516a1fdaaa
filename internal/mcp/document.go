package mcp

import (
	"context"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// ID asks for one thing.
type ID struct {
	ID string `json:"id" jsonschema:"from lookup or search"`
}

// DocumentOut is a document with what is told of it.
type DocumentOut struct {
	Document
	Citation    string     `json:"citation" jsonschema:"formal, to be used in texts"`
	Standing    []Relation `json:"standing" jsonschema:"what replaced, repealed, amended, extended or corrected it; empty: nothing held says so"`
	Relations   []Relation `json:"relations"`
	Targets     []Goal     `json:"targets"`
	Assignments []Task     `json:"assignments"`
	Places      []Source   `json:"places" jsonschema:"where it is announced, then where it is named"`
	TotalPlaces int        `json:"total_places"`
	Cut         bool       `json:"cut,omitempty" jsonschema:"some lists are longer than given"`
}

// Relation ties the document to another.
type Relation struct {
	Type      string    `json:"type" jsonschema:"implements, based_on, amends, replaces, repeals, guides, extends, corrects"`
	Direction string    `json:"direction" jsonschema:"outgoing: it does so to the other; incoming: the other does so to it"`
	Other     *Document `json:"other,omitempty" jsonschema:"absent: an article that presents no document"`
	Quote     string    `json:"quote"`
	ArticleID string    `json:"article_id" jsonschema:"where the quote stands"`
}

// Goal is a target.
type Goal struct {
	Indicator string   `json:"indicator"`
	Op        string   `json:"op" jsonschema:"one of >=, <=, >, <, =, range, or qual for a goal without a number"`
	Value     *float64 `json:"value,omitempty"`
	ValueTo   *float64 `json:"value_to,omitempty"`
	Unit      string   `json:"unit,omitempty"`
	Due       string   `json:"due,omitempty"`
	Place     string   `json:"place,omitempty"`
	Quote     string   `json:"quote"`
	ArticleID string   `json:"article_id" jsonschema:"where the quote stands"`
}

// Task is what an agency was told to do.
type Task struct {
	Agency    string `json:"agency"`
	Task      string `json:"task"`
	Due       string `json:"due,omitempty"`
	Quote     string `json:"quote"`
	ArticleID string `json:"article_id" jsonschema:"where the quote stands"`
}

// maxListed bounds each list of a document, maxPlaces the places with captures.
const (
	maxListed = 50
	maxPlaces = 10
)

func (t tools) document(ctx context.Context, in ID) (DocumentOut, error) {
	d, err := t.service.Document(ctx, in.ID)
	if err != nil {
		return DocumentOut{}, t.told(ctx, err)
	}
	out := DocumentOut{
		Document: documentOf(d.Document), Citation: d.Citation, TotalPlaces: d.Total, Places: []Source{},
		Standing: relations(d.Standing), Relations: relations(d.Relations), Targets: []Goal{}, Assignments: []Task{},
		Cut: max(len(d.Standing), len(d.Relations), len(d.Targets), len(d.Assignments)) > maxListed || d.Total > maxPlaces,
	}
	for _, g := range d.Targets[:min(len(d.Targets), maxListed)] {
		out.Targets = append(out.Targets, goalOf(g.Target, g.ArticleID))
	}
	for _, a := range d.Assignments[:min(len(d.Assignments), maxListed)] {
		out.Assignments = append(out.Assignments, Task{Agency: a.Agency, Task: a.Task, Due: day(a.Due), Quote: a.Quote, ArticleID: a.ArticleID})
	}
	for _, p := range d.Places[:min(len(d.Places), maxPlaces)] {
		s, err := t.at(ctx, p)
		if err != nil {
			return out, t.told(ctx, err)
		}
		if s != nil {
			out.Places = append(out.Places, *s)
		}
	}
	return out, nil
}

func goalOf(g model.Target, articleID string) Goal {
	return Goal{
		Indicator: g.Indicator, Op: string(g.Op), Value: g.Value, ValueTo: g.ValueTo, Unit: g.Unit, Due: g.Due, Place: g.Place,
		Quote: g.Quote, ArticleID: articleID,
	}
}

func relations(all []search.Related) []Relation {
	out := []Relation{}
	for _, r := range all[:min(len(all), maxListed)] {
		one := Relation{Type: string(r.Type), Direction: string(r.Direction), Quote: r.Quote, ArticleID: r.ArticleID}
		if r.Other != nil {
			other := documentOf(*r.Other)
			one.Other = &other
		}
		out = append(out, one)
	}
	return out
}
