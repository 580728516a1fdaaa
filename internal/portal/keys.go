package portal

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"tracuu/internal/suggest"
)

var unknownField = regexp.MustCompile(`unknown field "([^"]+)"`)

// meant adds to the fault of an unknown key the known one that it resembles
// most; "" for other faults.
func meant(message string, file any) string {
	m := unknownField.FindStringSubmatch(message)
	if m == nil {
		return ""
	}
	return ", nearest is \"" + suggest.Nearest(m[1], keys(reflect.TypeOf(file))) + `"`
}

// keys lists the keys of a file's schema, of all its levels.
func keys(t reflect.Type) []string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var all []string
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		all = append(all, name)
		all = append(all, keys(f.Type)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
