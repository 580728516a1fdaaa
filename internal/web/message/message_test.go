package message

import (
	"regexp"
	"slices"
	"testing"
)

func TestBothLanguagesSayEverything(t *testing.T) {
	all, err := texts()
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`\{(\d)`)
	for key, vi := range all[Vietnamese] {
		en := all[English][key]
		if vi == "" || en == "" {
			t.Errorf("%s: a language says nothing: %q, %q", key, vi, en)
		}
		places := func(s string) []string {
			var out []string
			for _, m := range place.FindAllStringSubmatch(s, -1) {
				out = append(out, m[1])
			}
			slices.Sort(out)
			return slices.Compact(out)
		}
		if got, want := places(en), places(vi); !slices.Equal(got, want) {
			t.Errorf("%s has the places %v in Vietnamese and %v in English", key, want, got)
		}
	}
}

func TestSay(t *testing.T) {
	p := Printer{Lang: English, texts: map[string]string{
		"one": "{0} {0?page/pages} of {1}", "open": "a { b", "strange": "{x} {7}", "plain": "as it is",
	}}
	for _, c := range []struct {
		key  string
		args []any
		want string
	}{
		{"one", []any{1, "x"}, "1 page of x"},
		{"one", []any{"1.200", "{0}"}, "1.200 pages of {0}"},
		{"open", nil, "a { b"},
		{"strange", []any{1}, "{x} {7}"},
		{"plain", nil, "as it is"},
		{"none", nil, "none"},
	} {
		if got := p.Say(c.key, c.args...); got != c.want {
			t.Errorf("%s%v: %q, want %q", c.key, c.args, got, c.want)
		}
	}
}

func TestCatalogueIsRead(t *testing.T) {
	for _, bad := range []string{"a | b", "a | b | c | d", "a | b | c\na | b | c"} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	if Of("en") != English || Of("fr") != Vietnamese || Of("") != Vietnamese || English.Other() != Vietnamese || Vietnamese.Other() != English {
		t.Error("languages")
	}
}
