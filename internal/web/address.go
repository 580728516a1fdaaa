package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/query"
	"tracuu/internal/search"
	"tracuu/internal/web/message"
)

// langParameter asks for a language; addresses of a page in another language
// than Vietnamese carry it on.
const langParameter = "lang"

// address makes the addresses of pages, in one language.
type address struct{ lang message.Lang }

func (a address) page(path string) string { return a.with(path, nil) }

func (a address) article(id string) string { return a.page("/bai-viet/" + url.PathEscape(id)) }

func (a address) document(id string) string { return a.page("/van-ban/" + url.PathEscape(id)) }

func (a address) search(text string) string { return a.with("/tim", url.Values{"q": {text}}) }

// question is the address of a question under a path: /tim, /tim.atom or that
// of the API.
func (a address) question(path string, q search.Question) string { return a.with(path, parameters(q)) }

func (a address) with(path string, v url.Values) string {
	if a.lang == message.English {
		if v == nil {
			v = url.Values{}
		}
		v.Set(langParameter, string(a.lang))
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// same is the address that was asked for, in this language.
func (a address) same(u *url.URL) string {
	v := u.Query()
	v.Del(langParameter)
	return a.with(u.EscapedPath(), v)
}

// parameters writes a question as ParseQuestion reads it; what is not asked is
// left out.
func parameters(q search.Question) url.Values {
	v := url.Values{"q": {q.Text}}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	for field, values := range q.Filters {
		if field == filter.Day && len(values) > 0 {
			from, to, _ := strings.Cut(values[0], "..")
			set("from", from)
			set("to", to)
			continue
		}
		v[string(field)] = slices.Clone(values)
	}
	set(string(filter.Portal), q.Portal)
	for _, kind := range q.Off {
		v.Add("off", string(kind))
	}
	set("sort", string(q.Sort))
	set("cursor", q.Cursor)
	if q.Limit != 0 && q.Limit != search.DefaultLimit {
		v.Set("limit", strconv.Itoa(q.Limit))
	}
	if q.Offset > 0 && q.Cursor == "" {
		v.Set("offset", strconv.Itoa(q.Offset))
	}
	return v
}

// first is the question from its first hit on.
func first(q search.Question) search.Question {
	q.Offset, q.Cursor = 0, ""
	return q
}

// flipped is the question with a chip the other way round. Chip.Without gives
// its words and the chips that are off.
func flipped(q search.Question, without string) search.Question {
	q = first(q)
	v, err := url.ParseQuery(without)
	if err != nil || !v.Has("q") {
		q.Text = without
		return q
	}
	q.Text, q.Off = v.Get("q"), nil
	for _, kinds := range v["off"] {
		for _, kind := range strings.Split(kinds, ",") {
			q.Off = append(q.Off, query.ChipKind(kind))
		}
	}
	return q
}

// filtered is the question with a value of a field added, or taken away when it
// was there.
func filtered(q search.Question, field filter.Field, value string) search.Question {
	q = first(q)
	q.Filters = cloneFilters(q.Filters)
	if i := slices.Index(q.Filters[field], value); i >= 0 {
		q.Filters[field] = slices.Delete(q.Filters[field], i, i+1)
		if len(q.Filters[field]) == 0 {
			delete(q.Filters, field)
		}
		return q
	}
	if field == filter.Portal && q.Portal == value {
		q.Portal = ""
		return q
	}
	q.Filters[field] = append(q.Filters[field], value)
	return q
}

func cloneFilters(all map[filter.Field][]string) map[filter.Field][]string {
	out := make(map[filter.Field][]string, len(all)+1)
	for f, values := range all {
		out[f] = slices.Clone(values)
	}
	return out
}

// host is the server of an address, for pages of no known portal.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}
