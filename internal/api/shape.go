package api

import (
	"encoding"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// shapeKey is where an operation keeps the shape of its answer.
const shapeKey = "shape"

// anyName stands for the names of a map, which are not known beforehand.
const anyName = "*"

// shape is the names that the JSON of a type has; none for a single value.
type shape struct{ names map[string]*shape }

// below is the shape at a name.
func (s *shape) below(name string) (*shape, bool) {
	if found, ok := s.names[name]; ok {
		return found, true
	}
	found, ok := s.names[anyName]
	return found, ok && name != ""
}

// maxDepth bounds the paths that are listed; a type may contain itself.
const maxDepth = 6

// paths lists every path of the shape, in the order of the alphabet.
func (s *shape) paths() []string { return s.pathsBelow("", maxDepth) }

func (s *shape) pathsBelow(prefix string, depth int) []string {
	var out []string
	if depth == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(s.names)) {
		out = append(append(out, prefix+name), s.names[name].pathsBelow(prefix+name+".", depth-1)...)
	}
	return out
}

// shapeOf reads the shape of a type as encoding/json writes it.
func shapeOf(t reflect.Type) *shape { return shapeIn(t, map[reflect.Type]*shape{}) }

func shapeIn(t reflect.Type, known map[reflect.Type]*shape) *shape {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
		t = t.Elem()
	}
	if s, ok := known[t]; ok {
		return s
	}
	s := &shape{names: map[string]*shape{}}
	if single(t) {
		return s
	}
	switch t.Kind() {
	case reflect.Map:
		s.names[anyName] = shapeIn(t.Elem(), known)
	case reflect.Struct:
		known[t] = s
		for _, f := range jsonFields(t) {
			s.names[f.name] = shapeIn(f.Type, known)
		}
	default:
	}
	return s
}

// single tells a type that writes itself as one value: dates and times.
func single(t reflect.Type) bool {
	for _, one := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()} {
		if t.Implements(one) || reflect.PointerTo(t).Implements(one) {
			return true
		}
	}
	return false
}

// jsonField is a field as it stands in JSON.
type jsonField struct {
	reflect.StructField
	name     string
	owner    reflect.Type // that declares it
	optional bool         // left out when empty
}

// jsonFields lists the fields that encoding/json writes of a struct, those of
// embedded structs among them, in the order of the source.
func jsonFields(t reflect.Type) []jsonField {
	var out []jsonField
	at := map[string]int{}
	for _, f := range reflect.VisibleFields(t) {
		tag := f.Tag.Get("json")
		name, options, _ := strings.Cut(tag, ",")
		if tag == "-" || !f.IsExported() || f.Anonymous && name == "" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		field := jsonField{f, name, ownerOf(t, f), strings.Contains(options, "omit")}
		if i, twice := at[name]; twice { // the outer one is written
			if len(f.Index) < len(out[i].Index) {
				out[i] = field
			}
			continue
		}
		at[name] = len(out)
		out = append(out, field)
	}
	return out
}

// ownerOf is the struct, maybe an embedded one, that declares a field.
func ownerOf(t reflect.Type, f reflect.StructField) reflect.Type {
	for _, i := range f.Index[:len(f.Index)-1] {
		t = t.Field(i).Type
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
	}
	return t
}
