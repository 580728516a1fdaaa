package api

import (
	_ "embed" // descriptions.json
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// descriptionsJSON is what the sources say above and beside the types and fields
// that are answered. A test writes it with -update and fails when it is not so.
//
//go:embed descriptions.json
var descriptionsJSON []byte

// descriptions tells of types ("search.Answer") and fields ("search.Answer.Total").
type descriptions map[string]string

func readDescriptions() (descriptions, error) {
	var d descriptions
	if err := json.Unmarshal(descriptionsJSON, &d); err != nil {
		return nil, fmt.Errorf("descriptions.json: %w", err)
	}
	return d, nil
}

// typeKey names a type of this program in the descriptions.
func typeKey(t reflect.Type) string {
	return t.PkgPath()[strings.LastIndexByte(t.PkgPath(), '/')+1:] + "." + t.Name()
}

func (d descriptions) of(t reflect.Type) string { return d[typeKey(t)] }

// ofField is what is said of the field itself, else of its type.
func (d descriptions) ofField(f jsonField) string {
	t := f.Type
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	own, values := d[typeKey(f.owner)+"."+f.Name], ""
	if t.Kind() == reflect.String && t.Name() != "string" {
		values = d.of(t)
	}
	if t.Kind() == reflect.Struct && own == "" {
		return d.of(t)
	}
	return strings.TrimSpace(own + " " + values)
}
