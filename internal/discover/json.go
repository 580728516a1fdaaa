package discover

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"tracuu/internal/portal"
)

// readJSON reads a list that is an answer of an interface, as pages ask for
// behind "xem thêm".
func readJSON(l *portal.List, p Page, base *url.URL) (Found, error) {
	decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(p.Body, []byte("\ufeff"))))
	decoder.UseNumber()
	var answer any
	if err := decoder.Decode(&answer); err != nil {
		return Found{}, fmt.Errorf("danh sách không phải JSON như quy tắc nói: %w", err)
	}
	entries, err := jsonEntries(l.JSON, answer, base)
	if err != nil {
		return Found{}, err
	}
	found := Found{Entries: entries, Pages: jsonExtent(l.JSON, answer, len(entries), p.At.Page)}
	then, more := p.At.next(digest(entries))
	if more && then.Page < l.Most && (found.Pages == 0 || then.Page < found.Pages) {
		found.Then, found.Next = then, numbered(l.Pages, base, then.Page)
	}
	return found, nil
}

func jsonEntries(j *portal.JSONList, answer any, base *url.URL) ([]Entry, error) {
	if j.HTML != "" {
		fragment, ok := at(answer, j.HTML).(string)
		if !ok {
			return nil, fmt.Errorf("danh sách JSON không có đoạn HTML ở %q", j.HTML)
		}
		doc, err := parse(Page{Body: []byte(fragment), MediaType: "text/html; charset=utf-8"})
		if err != nil {
			return nil, err
		}
		return links(anyLink(), doc, base), nil
	}
	items, ok := at(answer, j.Items).([]any)
	if !ok {
		return nil, fmt.Errorf("danh sách JSON không có dãy mục ở %q", j.Items)
	}
	var found collector
	for _, item := range items {
		link := scalar(at(item, j.Link))
		if j.Address != "" {
			link = filled(j.Address, item)
		}
		found.add(base, link, scalar(at(item, j.Title)))
	}
	return found.entries, nil
}

// anyLink selects the links of a fragment.
func anyLink() portal.Selector {
	s, err := portal.CompileSelector("a[href]")
	if err != nil {
		return portal.Selector{}
	}
	return s
}

// jsonExtent is the number of pages that an answer tells of, 0 when it does not.
func jsonExtent(j *portal.JSONList, answer any, entries, page int) int {
	if last, err := strconv.Atoi(scalar(at(answer, j.Last))); j.Last != "" && err == nil && last > 0 {
		return last
	}
	if total, err := strconv.Atoi(scalar(at(answer, j.Total))); j.Total != "" && err == nil && entries > 0 && page == 0 {
		return (total + entries - 1) / entries
	}
	return 0
}

// at follows a path of names and positions. A text that holds JSON, as the
// services of ASP.NET answer in "d", is opened on the way.
func at(v any, path string) any {
	if path == "" {
		return opened(v)
	}
	for _, step := range strings.Split(path, ".") {
		switch in := opened(v).(type) {
		case map[string]any:
			v = in[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(in) {
				return nil
			}
			v = in[i]
		default:
			return nil
		}
	}
	return opened(v)
}

func opened(v any) any {
	s, ok := v.(string)
	if !ok {
		return v
	}
	trimmed := strings.TrimSpace(s)
	if !strings.HasPrefix(trimmed, "[") && !strings.HasPrefix(trimmed, "{") {
		return v
	}
	decoder := json.NewDecoder(strings.NewReader(trimmed))
	decoder.UseNumber()
	var inner any
	if decoder.Decode(&inner) != nil {
		return v
	}
	return inner
}

// scalar writes a text or a number; "" for anything else.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}

var braces = regexp.MustCompile(`\{[^{}]+\}`)

// filled puts the fields of an item into a template, escaped as a part of a
// path; "" when one is missing.
func filled(template string, item any) string {
	missing := false
	out := braces.ReplaceAllStringFunc(template, func(mark string) string {
		value := scalar(at(item, mark[1:len(mark)-1]))
		missing = missing || value == ""
		return url.PathEscape(value)
	})
	if missing {
		return ""
	}
	return out
}
