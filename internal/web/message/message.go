// Package message holds every word that pages say by themselves, in Vietnamese
// and in English. catalogue.txt has one row a message; what a portal wrote is
// never here.
package message

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Lang is a language of the pages, by its BCP 47 tag.
type Lang string

// The languages. Vietnamese stands where no other is asked for.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Langs lists the languages, the first one first.
func Langs() []Lang { return []Lang{Vietnamese, English} }

// Of reads the parameter that asks for a language.
func Of(asked string) Lang {
	if Lang(asked) == English {
		return English
	}
	return Vietnamese
}

// Other is the language that a page offers beside its own.
func (l Lang) Other() Lang {
	if l == English {
		return Vietnamese
	}
	return English
}

//go:embed catalogue.txt
var catalogue string

// columns of a row: key, Vietnamese, English.
const columns = 3

// texts holds the messages by language and key.
var texts = sync.OnceValues(func() (map[Lang]map[string]string, error) { return parse(catalogue) })

func parse(table string) (map[Lang]map[string]string, error) {
	out := map[Lang]map[string]string{Vietnamese: {}, English: {}}
	for i, line := range strings.Split(table, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		if len(cells) != columns {
			return nil, fmt.Errorf("message catalogue, line %d: %d columns, want %d", i+1, len(cells), columns)
		}
		key := strings.TrimSpace(cells[0])
		for l, lang := range Langs() {
			if _, twice := out[lang][key]; twice {
				return nil, fmt.Errorf("message catalogue, line %d: %s stands twice", i+1, key)
			}
			out[lang][key] = strings.TrimSpace(cells[1+l])
		}
	}
	return out, nil
}

// Printer says the messages in one language.
type Printer struct {
	Lang  Lang
	texts map[string]string
}

// For returns the printer of a language.
func For(lang Lang) (Printer, error) {
	all, err := texts()
	if err != nil {
		return Printer{}, err
	}
	return Printer{Lang: lang, texts: all[lang]}, nil
}

// Has tells whether the catalogue has a message.
func (p Printer) Has(key string) bool {
	_, ok := p.texts[key]
	return ok
}

// Keys lists the messages, in no order.
func (p Printer) Keys() []string {
	var keys []string
	for key := range p.texts {
		keys = append(keys, key)
	}
	return keys
}

// Say returns a message with its places filled: {0} is the first argument, and
// {0?page/pages} the form that goes with it, the first one when it reads "1".
// A key that the catalogue lacks is said itself; a test finds those.
func (p Printer) Say(key string, args ...any) string {
	text, ok := p.texts[key]
	if !ok {
		return key
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		place, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString("{" + rest)
			return b.String()
		}
		b.WriteString(fill(place, args))
		text = after
	}
}

// fill is the text of one place.
func fill(place string, args []any) string {
	number, forms, choosing := strings.Cut(place, "?")
	n, err := strconv.Atoi(number)
	if err != nil || n >= len(args) {
		return "{" + place + "}"
	}
	value := fmt.Sprint(args[n])
	if !choosing {
		return value
	}
	one, many, _ := strings.Cut(forms, "/")
	if value == "1" {
		return one
	}
	return many
}
