package api

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"tracuu/internal/suggest"
)

// fieldsName is the parameter that chooses parts of an answer.
const fieldsName = "fields"

// maxPaths bounds the paths of one choice.
const maxPaths = 100

// fieldsParameter describes the parameter for answers of a shape.
func fieldsParameter(s *shape) *huma.Param {
	whole, least, most := false, 1, maxPaths
	var paths []any
	for _, path := range s.paths() {
		paths = append(paths, path)
	}
	return &huma.Param{
		Name: fieldsName, In: "query", Style: "form", Explode: &whole,
		Schema: &huma.Schema{
			Type: huma.TypeArray, MinItems: &least, MaxItems: &most, Items: &huma.Schema{Type: huma.TypeString, Enum: paths},
		},
		Description: "Only these parts of the answer: JSON paths with dots, separated by commas; lists are passed through, as in `hits.title,hits.url,total`. `*` stands for every name of a map.",
	}
}

// selection is what is chosen of a JSON value, by name; an empty one is all of it.
type selection map[string]selection

// choose reads the paths of the parameter fields. A path that the answer cannot
// have is a problem.
func choose(s *shape, values url.Values) (selection, *Problem) {
	if s == nil || !values.Has(fieldsName) {
		return nil, nil
	}
	text := values.Get(fieldsName)
	paths := strings.Split(text, ",")
	if len(paths) > maxPaths {
		return nil, flawed("query."+fieldsName, fmt.Sprintf("có %d đường dẫn, nhiều nhất là %d", len(paths), maxPaths), text)
	}
	chosen := selection{}
	for _, path := range paths {
		if problem := chosen.add(s, strings.TrimSpace(path)); problem != nil {
			return nil, problem
		}
	}
	return chosen, nil
}

// add puts one path into the selection. What is chosen as a whole stays whole.
func (chosen selection) add(s *shape, path string) *Problem {
	names := strings.Split(path, ".")
	for i, name := range names {
		below, ok := s.below(name)
		if !ok {
			message := "không có trong câu trả lời"
			if known := slices.Sorted(maps.Keys(s.names)); len(known) > 0 {
				message += "; gần nhất là " + strings.Join(append(slices.Clone(names[:i]), suggest.Nearest(name, known)), ".")
			}
			p := flawed("query."+fieldsName, message, path)
			p.Detail = fmt.Sprintf("Trường %q %s.", p.Errors[0].Value, message)
			return p
		}
		next, known := chosen[name]
		last := i == len(names)-1
		switch {
		case last:
			chosen[name] = nil
		case known && len(next) == 0:
			return nil // chosen as a whole
		case !known:
			next = selection{}
			chosen[name] = next
		}
		chosen, s = next, below
	}
	return nil
}
