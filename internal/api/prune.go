package api

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// prune leaves what is chosen of a JSON value, in the order that it came.
func (chosen selection) prune(value json.RawMessage) (json.RawMessage, error) {
	if len(chosen) == 0 || len(value) == 0 {
		return value, nil
	}
	switch value[0] {
	case '[':
		return chosen.pruneList(value)
	case '{':
		return chosen.pruneObject(value)
	}
	return value, nil
}

func (chosen selection) pruneList(value json.RawMessage) (json.RawMessage, error) {
	var items []json.RawMessage
	if err := json.Unmarshal(value, &items); err != nil {
		return nil, fmt.Errorf("choose fields: %w", err)
	}
	for i := range items {
		var err error
		if items[i], err = chosen.prune(items[i]); err != nil {
			return nil, err
		}
	}
	return json.Marshal(items)
}

func (chosen selection) pruneObject(value json.RawMessage) (json.RawMessage, error) {
	in := json.NewDecoder(bytes.NewReader(value))
	if _, err := in.Token(); err != nil {
		return nil, fmt.Errorf("choose fields: %w", err)
	}
	out := []byte{'{'}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return nil, fmt.Errorf("choose fields: %w", err)
		}
		var part json.RawMessage
		if err := in.Decode(&part); err != nil {
			return nil, fmt.Errorf("choose fields: %w", err)
		}
		below, wanted := chosen.named(name)
		if !wanted {
			continue
		}
		if part, err = below.prune(part); err != nil {
			return nil, err
		}
		key, err := json.Marshal(name)
		if err != nil {
			return nil, fmt.Errorf("choose fields: %w", err)
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(append(append(out, key...), ':'), part...)
	}
	return append(out, '}'), nil
}

// named is what is chosen below a name; "*" stands for every name.
func (chosen selection) named(token json.Token) (selection, bool) {
	name, _ := token.(string)
	if below, ok := chosen[name]; ok {
		return below, true
	}
	below, ok := chosen[anyName]
	return below, ok
}
