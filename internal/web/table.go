package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
)

// tableView is what every page of a table has beside its rows.
type tableView struct {
	shell
	Key        string // of its messages and of the API: targets
	Path       string
	Fields     []tableField
	Sorts      []tableSort
	Chosen     []link // filters, each leads to the table without it
	Unfiltered string
	Problem    string // why the question cannot be used
	Total      int
	First      string
	More       string
	API        string
	Exports    []link
}

// tableField is a filter as a field of the form.
type tableField struct{ Name, Value string }

// tableSort is an order as an option of the form.
type tableSort struct {
	Value  string
	Chosen bool
}

// tableKind is a table: its address, filters and orders.
type tableKind struct {
	key, path     string
	fields, sorts []string
}

// The tables.
func targetsTable() tableKind {
	return tableKind{
		"targets", "/chi-tieu",
		[]string{"indicator", "unit", "value", "year", "due", "place", "issuer", "issued"},
		[]string{"-issued", "issued", "due", "-due", "value", "-value"},
	}
}

func tasksTable() tableKind {
	return tableKind{
		"assignments", "/nhiem-vu",
		[]string{"agency", "due", "place", "issuer", "issued"},
		[]string{"-issued", "issued", "due", "-due"},
	}
}

func missingTable() tableKind {
	return tableKind{
		"missing", "/con-thieu",
		[]string{"type", "year", "issuer", "portal", "least"},
		[]string{"-citing", "citing", "-issued", "issued"},
	}
}

// table begins the view of a table that was asked for by values.
func (p *Pages) table(c *gin.Context, kind tableKind) *tableView {
	v := &tableView{shell: p.shell(c, p.voice(c).Say("table."+kind.key)), Key: kind.key, Path: kind.path}
	values := c.Request.URL.Query()
	for _, name := range kind.fields {
		v.Fields = append(v.Fields, tableField{name, strings.TrimSpace(values.Get(name))})
	}
	sort := values.Get("sort")
	if sort == "" {
		sort = kind.sorts[0]
	}
	for _, s := range kind.sorts {
		v.Sorts = append(v.Sorts, tableSort{s, s == sort})
	}
	return v
}

// answered adds what the service said: filters as understood, length, next page.
func (v *tableView) answered(voice voice, filters []search.Filter, sort string, total int, next string, later bool) {
	to := address{voice.Lang}
	asked := url.Values{}
	for _, f := range filters {
		asked.Set(f.Name, f.Value)
	}
	if sort != v.Sorts[0].Value {
		asked.Set("sort", sort)
	}
	with := func(name, value string) url.Values {
		out := url.Values{}
		for k, all := range asked {
			out[k] = all
		}
		if out.Del(name); value != "" {
			out.Set(name, value)
		}
		return out
	}
	for _, f := range filters {
		name := f.Words
		if label, words, ok := strings.Cut(f.Words, ": "); ok && voice.Has("table.field."+f.Name) && label != "" {
			name = voice.Say("table.field."+f.Name) + ": " + words
		}
		v.Chosen = append(v.Chosen, link{Name: name, Href: to.with(v.Path, with(f.Name, ""))})
	}
	v.Unfiltered = to.with(v.Path, nil)
	v.Total = total
	if later {
		v.First = to.with(v.Path, with("cursor", ""))
	}
	if next != "" {
		v.More = to.with(v.Path, with("cursor", next))
	}
	api := "/api/v1/" + v.Key
	v.API = address{}.with(api, with("format", ""))
	for _, format := range exportFormats() {
		v.Exports = append(v.Exports, link{Name: strings.ToUpper(format), Href: address{}.with(api, with("format", format))})
	}
}

// refused shows the form again with the reason when the question is at fault.
func (p *Pages) refused(c *gin.Context, name string, v *tableView, view any, err error) {
	var field *search.FieldError
	if !errors.As(err, &field) {
		p.fail(c, err)
		return
	}
	label := field.Field
	if say := p.voice(c); say.Has("table.field." + label) {
		label = say.Say("table.field." + label)
	}
	v.Problem = p.voice(c).Say("table.problem", label, field.Reason)
	v.Unfiltered = address{p.voice(c).Lang}.page(v.Path)
	p.show(c, http.StatusBadRequest, name, view)
}
