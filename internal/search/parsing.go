package search

import (
	"net/url"
	"strconv"
	"strings"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/query"
)

// ParseQuestion reads the parameters that pages and API share; absent ones take
// their defaults, and others are left to whoever knows them.
//
//	q              the words, with filters in them
//	type, issuer, level, place, year, topic, portal, file, state
//	               filters; given several times, one of the values must hold
//	from, to       days, ISO
//	sort           newest, oldest, number
//	off            kinds of chips that are switched off, parted by commas
//	limit, offset, cursor, facets, explain
func ParseQuestion(v url.Values) (Question, error) {
	q := Question{Text: v.Get("q"), Cursor: v.Get("cursor"), Filters: map[filter.Field][]string{}}
	for _, f := range filter.Facets() {
		for _, value := range v[string(f)] {
			if value = strings.TrimSpace(value); value != "" {
				q.Filters[f] = append(q.Filters[f], value)
			}
		}
	}
	if from, to := v.Get("from"), v.Get("to"); from != "" || to != "" {
		q.Filters[filter.Day] = []string{from + ".." + to}
	}
	if v.Get("sort") != "relevance" {
		q.Sort = index.Sort(v.Get("sort"))
	}
	q.Off = query.ParseOff(v["off"])
	var err error
	if q.Limit, err = whole(v, "limit", DefaultLimit, 1, MaxLimit); err != nil {
		return q, err
	}
	if q.Offset, err = whole(v, "offset", 0, 0, MaxOffset); err != nil {
		return q, err
	}
	if q.Facets, err = truth(v, "facets"); err != nil {
		return q, err
	}
	if q.Explain, err = truth(v, "explain"); err != nil {
		return q, err
	}
	_, err = q.condition()
	return q, err
}

// ParseLimit reads the parameter limit of a list that has one page, 1 to most;
// 0 stands for an absent one.
func ParseLimit(v url.Values, most int) (int, error) { return whole(v, "limit", 0, 1, most) }

// truth reads true or false; absent is false.
func truth(v url.Values, name string) (bool, error) {
	text := v.Get(name)
	if text == "" {
		return false, nil
	}
	yes, err := strconv.ParseBool(text)
	if err != nil {
		return false, &FieldError{name, "phải là true hoặc false"}
	}
	return yes, nil
}

// whole reads a whole number in a range, or gives what stands for an absent one.
func whole(v url.Values, name string, absent, least, most int) (int, error) {
	text := v.Get(name)
	if text == "" {
		return absent, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, &FieldError{name, "phải là số nguyên"}
	}
	return n, inRange(name, n, least, most)
}
