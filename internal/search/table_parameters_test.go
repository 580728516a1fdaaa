package search_test

import (
	"errors"
	"net/url"
	"testing"

	"tracuu/internal/search"
)

// TestTableParametersAreRead holds the tables of parameters against the parsers:
// each parameter is read, and takes its example.
func TestTableParametersAreRead(t *testing.T) {
	for name, table := range map[string]struct {
		parameters []search.Parameter
		parse      func(url.Values) error
	}{
		"targets":     {search.TargetParameters(), func(v url.Values) error { _, err := search.ParseTargets(v); return err }},
		"assignments": {search.AssignmentParameters(), func(v url.Values) error { _, err := search.ParseAssignments(v); return err }},
		"missing":     {search.MissingParameters(), func(v url.Values) error { _, err := search.ParseMissing(v); return err }},
	} {
		for _, p := range table.parameters {
			parse := table.parse
			if p.Name == "format" {
				parse = func(v url.Values) error { _, _, err := search.ParseFormat(v); return err }
			}
			var fault *search.FieldError
			if err := parse(url.Values{p.Name: {"\xff"}}); !errors.As(err, &fault) || fault.Field != p.Name {
				t.Errorf("%s: %s is not read: %v", name, p.Name, err)
			}
			for _, v := range append(p.Values, p.Example) {
				if err := parse(url.Values{p.Name: {v}}); err != nil {
					t.Errorf("%s: %s=%s: %v", name, p.Name, v, err)
				}
			}
		}
	}
}
