package config

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"

	"tracuu/internal/suggest"
)

// Origin tells where a value came from.
type Origin string

// The origins that are not a file or a variable.
const (
	FromDefault Origin = "mặc định"
	FromFlag    Origin = "dòng lệnh"
)

// Effective is what the options come to.
type Effective struct {
	Config
	origins map[string]Origin
}

// Origin tells where the value of key came from: a default, a file by name, a
// variable by name, or a flag.
func (e *Effective) Origin(key string) Origin { return e.origins[key] }

// Sources is where options are looked for, weakest first.
type Sources struct {
	File    string            // YAML; empty for none
	Environ []string          // NAME=value, as os.Environ gives it
	Flags   map[string]string // by key, those that were given
}

type layer struct {
	origin func(Option) Origin
	values *koanf.Koanf
}

// Load reads all layers and checks every value. The error names the key, the
// place it was written and, for an unknown key, the nearest known one.
func Load(s Sources) (*Effective, error) {
	layers, err := s.layers()
	if err != nil {
		return nil, err
	}
	e := &Effective{origins: map[string]Origin{}}
	var problems []error
	for _, o := range Table() {
		for _, l := range layers {
			if !l.values.Exists(o.Key) {
				continue
			}
			e.origins[o.Key] = l.origin(o)
			if err := o.set(&e.Config, l.values.String(o.Key)); err != nil {
				problems = append(problems, fmt.Errorf("tùy chọn %s (%s): %w", o.Key, l.origin(o), err))
			}
			break
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return e, nil
}

// layers returns the layers, strongest first.
func (s Sources) layers() ([]layer, error) {
	fromFile, err := readFile(s.File)
	if err != nil {
		return nil, err
	}
	flags, environ, defaults := koanf.New("."), koanf.New("."), koanf.New(".")
	keys := map[string]string{}
	preset := map[string]any{}
	for _, o := range Table() {
		keys[o.Env()] = o.Key
		preset[o.Key] = o.Default
	}
	given := map[string]any{}
	for key, text := range s.Flags {
		given[key] = text
	}
	err = errors.Join(
		flags.Load(confmap.Provider(given, "."), nil),
		environ.Load(env.Provider(".", env.Opt{
			Prefix:        "TRACUU_",
			EnvironFunc:   func() []string { return s.Environ },
			TransformFunc: func(k, v string) (string, any) { return keys[k], v },
		}), nil),
		defaults.Load(confmap.Provider(preset, "."), nil),
	)
	if err != nil {
		return nil, fmt.Errorf("đọc tùy chọn: %w", err)
	}
	fixed := func(o Origin) func(Option) Origin { return func(Option) Origin { return o } }
	return []layer{
		{fixed(FromFlag), flags},
		{func(o Option) Origin { return Origin(o.Env()) }, environ},
		{fixed(Origin(s.File)), fromFile},
		{fixed(FromDefault), defaults},
	}, nil
}

// maxFile bounds a configuration file; a real one has a few lines.
const maxFile = 1 << 20

func readFile(name string) (*koanf.Koanf, error) {
	k := koanf.New(".")
	if name == "" {
		return k, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("không mở được tệp cấu hình %s: %w", name, err)
	}
	if info.IsDir() || info.Size() > maxFile {
		return nil, fmt.Errorf("%s không phải tệp cấu hình YAML", name)
	}
	if err := k.Load(file.Provider(name), yaml.Parser()); err != nil {
		return nil, fmt.Errorf("tệp cấu hình %s không phải YAML hợp lệ: %w", name, err)
	}
	return k, unknownKeys(name, k)
}

func unknownKeys(file string, k *koanf.Koanf) error {
	known := map[string]bool{}
	var names []string
	for _, o := range Table() {
		known[o.Key] = true
		names = append(names, o.Key)
	}
	var problems []error
	for _, key := range k.Keys() {
		if known[key] || isGroup(key, names) && empty(k.Get(key)) {
			continue
		}
		problems = append(problems, fmt.Errorf("tệp cấu hình %s: không có tùy chọn %q; gần nhất là %q", file, key, suggest.Nearest(key, names)))
	}
	return errors.Join(problems...)
}

// isGroup tells whether other keys stand below key.
func isGroup(key string, names []string) bool {
	for _, n := range names {
		if strings.HasPrefix(n, key+".") {
			return true
		}
	}
	return false
}

// empty sees a heading without values, as "crawl:" alone.
func empty(value any) bool {
	group, isMap := value.(map[string]any)
	return value == nil || isMap && len(group) == 0
}
