package archive

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// posted is what an index tells of a request beside its address, so that the
// pages of one form are told apart. It is zero for GET. The form of both is
// that of pywb and cdxj-indexer --post-append.
type posted struct {
	method string
	body   string // as a query
}

const (
	maxPosted      = 1 << 20 // bytes of a request's body that are looked at
	maxPostedQuery = 4096    // characters of it that an index carries
)

// postedBy reads a request: its start line, its header and its body.
func postedBy(start, contentType string, body []byte) posted {
	method, _, _ := strings.Cut(start, " ")
	switch method {
	case "", http.MethodGet:
		return posted{}
	case http.MethodPost, http.MethodPut:
		return posted{method, firstRunes(bodyQuery(contentType, body), maxPostedQuery)}
	}
	return posted{method: method}
}

// readPosted reads a request record before it is finished.
func readPosted(rec *Record) posted {
	if rec.Type() != TypeRequest || rec.HTTP == nil {
		return posted{}
	}
	body, err := io.ReadAll(io.LimitReader(rec.Payload, maxPosted))
	if err != nil { // a damaged record, which finish reports
		return posted{}
	}
	return postedBy(rec.HTTP.Start, rec.HTTP.Fields.Get(fieldContentType), body)
}

// bodyQuery writes a body as a query: forms unescaped, JSON field by field,
// anything else in base64.
func bodyQuery(contentType string, body []byte) string {
	media, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(contentType)), ";")
	switch strings.TrimSpace(media) {
	case "application/x-www-form-urlencoded":
		if utf8.Valid(body) {
			return unescaped(strings.ReplaceAll(string(body), "+", " "))
		}
	case "application/json":
		query, err := jsonQuery(body)
		if err != nil {
			return ""
		}
		return query
	case "text/plain":
		if query, err := jsonQuery(body); err == nil {
			return query
		}
	}
	if len(body) == 0 {
		return ""
	}
	return "__wb_post_data=" + base64.StdEncoding.EncodeToString(body)
}

// jsonQuery writes the leaves of JSON as a query, each under the name of its
// field; a name that comes again is numbered.
func jsonQuery(body []byte) (string, error) {
	in := json.NewDecoder(bytes.NewReader(body))
	in.UseNumber()
	var query []string
	count := map[string]int{}
	var names []string // of the values around, "" outside of fields
	var objects []bool
	field := false // the next string is a name
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(query, "&"), nil
		}
		if err != nil {
			return "", err
		}
		depth := len(objects)
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				names, objects = append(names, last(names)), append(objects, t == '{')
				field = t == '{'
				continue
			}
			names, objects = names[:depth-1], objects[:depth-1]
		case string:
			if field {
				names[depth-1], field = t, false
				continue
			}
			query = appendLeaf(query, count, last(names), t)
		default:
			query = appendLeaf(query, count, last(names), leaf(t))
		}
		field = len(objects) > 0 && objects[len(objects)-1]
	}
}

func last(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[len(names)-1]
}

// leaf writes a value the way that Python prints it.
func leaf(t json.Token) string {
	switch v := t.(type) {
	case nil:
		return "None"
	case bool:
		return strings.ToUpper(strconv.FormatBool(v)[:1]) + strconv.FormatBool(v)[1:]
	}
	return fmt.Sprint(t)
}

func appendLeaf(query []string, count map[string]int, name, value string) []string {
	if name == "" {
		return query
	}
	if count[name]++; count[name] > 1 {
		name += "." + strconv.Itoa(count[name]) + "_"
	}
	return append(query, url.QueryEscape(name)+"="+url.QueryEscape(value))
}

// address is the address that the key of an index is made of.
func (p posted) address(target string) string {
	if p.method == "" {
		return target
	}
	mark := "?"
	if strings.Contains(target, "?") {
		mark = "&"
	}
	target += mark + "__wb_method=" + p.method
	if p.body != "" {
		target += "&" + escaped(unescaped(p.body))
	}
	return target
}

// unescaped undoes escapes and leaves what is none.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(n))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// escaped writes what a key cannot carry as escapes; ends of lines are left out.
func escaped(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\n' || c == '\r' || c == '\t':
		case c <= ' ' || c == '%' || c >= 0x7f:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func firstRunes(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return s[:i]
		}
	}
	return s
}
