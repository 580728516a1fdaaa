package crawler

import (
	"encoding/json"
	"io"

	"tracuu/internal/model"
)

// line is one line of `crawler extract --format jsonl`: a contract with outside
// programs. What is not known is null.
type line struct {
	Page        string           `json:"page"`
	Kind        model.Kind       `json:"kind"`
	Title       *string          `json:"title"`
	Published   *model.Date      `json:"published"`
	Author      *string          `json:"author"`
	Numbers     []numberLine     `json:"numbers"`
	Dates       []dateLine       `json:"dates"`
	Targets     []targetLine     `json:"targets"`
	Relations   []relationLine   `json:"relations"`
	Assignments []assignmentLine `json:"assignments"`
	Issuer      *string          `json:"issuer"`
	Place       *string          `json:"place"`
	Text        string           `json:"text"`
}

type numberLine struct {
	Quote     string      `json:"quote"`
	Type      *string     `json:"type"`
	No        string      `json:"no"`
	Year      *int        `json:"year"`
	Symbol    *string     `json:"symbol"`
	Canonical *string     `json:"canonical"`
	Issued    *model.Date `json:"issued"`
	Issuer    *string     `json:"issuer"`
	Role      model.Role  `json:"role"`
	Start     int         `json:"start"` // bytes of text
	End       int         `json:"end"`
}

type dateLine struct {
	Quote string     `json:"quote"`
	From  model.Date `json:"from"`
	To    model.Date `json:"to"`
}

type targetLine struct {
	Quote     string         `json:"quote"`
	Indicator string         `json:"indicator"`
	Op        model.Operator `json:"op"`
	Value     *float64       `json:"value"`
	ValueTo   *float64       `json:"value_to"`
	Unit      *string        `json:"unit"`
	Due       *string        `json:"due"`
}

type relationLine struct {
	From  *string            `json:"from"` // null: the page or the document it announces
	To    string             `json:"to"`
	Type  model.RelationType `json:"type"`
	Quote string             `json:"quote"`
}

type assignmentLine struct {
	Quote  string      `json:"quote"`
	Agency string      `json:"agency"`
	Due    *model.Date `json:"due"`
}

// newLine turns an article into its line; page is the path as given.
func newLine(page string, a *model.Article) line {
	l := line{
		Page: page, Kind: a.Kind, Title: known(a.Title), Published: known(a.Published), Author: known(a.Author),
		Numbers: []numberLine{}, Dates: []dateLine{}, Targets: []targetLine{},
		Relations: []relationLine{}, Assignments: []assignmentLine{},
		Issuer: known(a.Issuer), Place: known(a.Place), Text: a.Text,
	}
	for _, m := range a.Mentions {
		n := m.Number
		l.Numbers = append(l.Numbers, numberLine{
			Quote: m.Quote, Type: known(n.Type), No: n.No, Year: known(n.Year), Symbol: known(n.Symbol),
			Canonical: known(n.Canonical), Issued: known(m.Issued), Issuer: known(issuerOf(m)),
			Role: m.Role, Start: m.Start, End: m.End,
		})
	}
	for _, d := range a.Dates {
		l.Dates = append(l.Dates, dateLine{d.Quote, d.From, d.To})
	}
	for _, t := range a.Targets {
		l.Targets = append(l.Targets, targetLine{t.Quote, t.Indicator, t.Op, t.Value, t.ValueTo, known(t.Unit), known(t.Due)})
	}
	for _, r := range a.Relations {
		if to := named(a, r.To); to != nil {
			l.Relations = append(l.Relations, relationLine{named(a, r.From), *to, r.Type, r.Quote})
		}
	}
	for _, t := range a.Assignments {
		l.Assignments = append(l.Assignments, assignmentLine{t.Quote, t.Agency, known(t.Due)})
	}
	return l
}

// known returns nil for the zero value, which means "not known" in the model.
func known[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

// named is how a relation names a mention: its canonical number, or its type
// and number when it is bare. nil stands for the page.
func named(a *model.Article, mention int) *string {
	if mention < 0 || mention >= len(a.Mentions) {
		return nil
	}
	n := a.Mentions[mention].Number
	switch {
	case n.Canonical != "":
		return &n.Canonical
	case n.Type != "":
		return known(n.Type + " " + n.No)
	}
	return &n.No
}

// write prints the line as one line of JSON, letters as they are.
func (l line) write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(l)
}

// issuerOf is the issuer in the words of the text, or the one that symbol and
// place tell.
func issuerOf(m model.Mention) string {
	if m.IssuerWords != "" {
		return m.IssuerWords
	}
	return m.Issuer
}
