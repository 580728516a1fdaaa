package config

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Flags gives a kong command the flags of some rows of the table, and --config.
// Put it in the command's struct as a field with the tag `embed:""`.
type Flags struct {
	kong.Plugins

	options []Option
	values  reflect.Value // of a struct with one pointer a flag; nil means not given
	err     error         // a key that the table does not have
}

// NewFlags makes the flags of the options with these keys.
func NewFlags(keys ...string) Flags {
	var f Flags
	rows := map[string]Option{}
	for _, o := range Table() {
		rows[o.Key] = o
	}
	fields := []reflect.StructField{field(0, reflect.TypeFor[*string](), "config",
		"tệp cấu hình YAML [môi trường TRACUU_CONFIG]", "TỆP")}
	for _, key := range keys {
		o, ok := rows[key]
		if !ok {
			f.err = errors.Join(f.err, fmt.Errorf("the table of options has no key %q", key))
			continue
		}
		typ, sign := reflect.TypeFor[*string](), strings.ToUpper(o.FlagName())
		if o.isBool() {
			typ, sign = reflect.TypeFor[*bool](), ""
		}
		help := fmt.Sprintf("%s [mặc định %s; môi trường %s]", o.Help, orEmpty(o.Default), o.Env())
		f.options = append(f.options, o)
		fields = append(fields, field(len(fields), typ, o.FlagName(), help, sign))
	}
	flags := reflect.New(reflect.StructOf(fields))
	f.values = flags.Elem()
	f.Plugins = kong.Plugins{flags.Interface()}
	return f
}

func field(i int, typ reflect.Type, name, help, sign string) reflect.StructField {
	tag := fmt.Sprintf(`name:%q help:%q placeholder:%q`, name, help, sign)
	return reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: typ, Tag: reflect.StructTag(tag)}
}

func orEmpty(text string) string {
	if text == "" {
		return "trống"
	}
	return text
}

// Load reads the options from all layers. environ is what os.Environ gives.
func (f Flags) Load(environ []string) (*Effective, error) {
	if f.err != nil {
		return nil, f.err
	}
	s := Sources{Environ: environ, Flags: map[string]string{}}
	for _, pair := range environ {
		if name, found := strings.CutPrefix(pair, "TRACUU_CONFIG="); found {
			s.File = name
		}
	}
	if given := f.values.Field(0); !given.IsNil() {
		s.File = given.Elem().String()
	}
	for i, o := range f.options {
		if given := f.values.Field(i + 1); !given.IsNil() {
			s.Flags[o.Key] = fmt.Sprint(given.Elem().Interface())
		}
	}
	return Load(s)
}

// Args writes those flags that were given, of the options with these keys, and
// --config, as another command takes them.
func (f Flags) Args(keys ...string) []string {
	var args []string
	if given := f.values.Field(0); !given.IsNil() {
		args = append(args, "--config="+given.Elem().String())
	}
	for i, o := range f.options {
		if given := f.values.Field(i + 1); !given.IsNil() && slices.Contains(keys, o.Key) {
			args = append(args, fmt.Sprintf("--%s=%v", o.FlagName(), given.Elem().Interface()))
		}
	}
	return args
}
